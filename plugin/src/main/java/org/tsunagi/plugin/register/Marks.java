// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tsunagi.api.attendance.AttendanceBook;
import org.tsunagi.api.attendance.AttendanceMark;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.plugin.code.domain.AttendanceCode;
import org.tsunagi.plugin.code.domain.CodeCatalogue;
import org.tsunagi.plugin.crediting.domain.Facility;

/** Marks as the grid changes and shows them. */
final class Marks {
  private Marks() {}

  /**
   * Makes the mark that a change asks for. The note and what is known of online lessons stay;
   * place, minutes and visit belong to the code and stay only with the same code.
   */
  static AttendanceMark replace(
      Optional<AttendanceMark> before, SchoolId school, MarkWriting.Wanted wanted, String code) {
    boolean same = before.map(old -> old.code().equals(code)).orElse(false);
    return new AttendanceMark(
        school,
        wanted.student(),
        wanted.date(),
        code,
        wanted.detail(),
        wanted.facility(),
        same ? before.map(AttendanceMark::place).orElse("") : "",
        before.map(AttendanceMark::onlineHeld).orElse(false),
        before.map(AttendanceMark::onlineSpecial).orElse(false),
        same
            ? before.map(AttendanceMark::minutes).orElse(OptionalInt.empty())
            : OptionalInt.empty(),
        same ? before.flatMap(AttendanceMark::visit) : Optional.empty(),
        before.map(AttendanceMark::note).orElse(""));
  }

  /**
   * Shows an entry of the history.
   *
   * @param openly whether restricted codes and the reasons for them are shown
   */
  static PastMarkView past(
      CodeCatalogue codes,
      Map<String, Facility> facilities,
      AttendanceBook.PastMark past,
      boolean openly) {
    boolean hidden =
        !openly
            && Stream.of(past.before(), past.change().mark())
                .flatMap(Optional::stream)
                .anyMatch(
                    mark -> codes.find(mark.code()).map(AttendanceCode::restricted).orElse(false));
    return new PastMarkView(
        view(codes, facilities, past.before(), openly),
        view(codes, facilities, past.change().mark(), openly),
        hidden ? "理由は限られた人が見られます" : past.change().reason(),
        past.change().author().name(),
        past.change().author().title(),
        past.change().at());
  }

  private static RegisterView.@Nullable Mark view(
      CodeCatalogue codes,
      Map<String, Facility> facilities,
      Optional<AttendanceMark> mark,
      boolean openly) {
    return mark.map(
            one -> {
              Optional<AttendanceCode> code = codes.find(one.code(), one.date());
              RegisterView.Place place = MonthGrid.place(facilities, one.facility());
              RegisterView.Mark full =
                  MonthGrid.view(code, one.code(), one.detail(), place, false, false);
              return openly ? full : MonthGrid.masked(code, full);
            })
        .orElse(null);
  }
}
