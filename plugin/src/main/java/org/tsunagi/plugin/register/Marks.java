// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register;

import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.tsunagi.api.attendance.AttendanceBook;
import org.tsunagi.api.attendance.AttendanceMark;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.plugin.code.domain.CodeCatalogue;

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

  static PastMarkView past(CodeCatalogue codes, AttendanceBook.PastMark past) {
    return new PastMarkView(
        view(codes, past.before()),
        view(codes, past.change().mark()),
        past.change().reason(),
        past.change().author().name(),
        past.change().author().title(),
        past.change().at());
  }

  private static RegisterView.@Nullable Mark view(
      CodeCatalogue codes, Optional<AttendanceMark> mark) {
    return mark.map(
            one ->
                MonthGrid.view(
                    codes.find(one.code(), one.date()),
                    one.code(),
                    one.detail(),
                    one.facility(),
                    false))
        .orElse(null);
  }
}
