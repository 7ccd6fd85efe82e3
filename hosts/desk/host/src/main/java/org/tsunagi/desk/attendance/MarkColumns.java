// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.desk.attendance;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.tsunagi.api.attendance.AttendanceMark;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.desk.sql.Columns;
import org.tsunagi.desk.sql.Parameters;

/** The nine columns of a mark's value, in one order for every statement. */
final class MarkColumns {
  private MarkColumns() {}

  /** Reads a mark whose columns begin with a prefix; the code comes from column {@code code}. */
  static AttendanceMark read(
      Columns c, String prefix, String code, SchoolId school, StudentId student, LocalDate date)
      throws SQLException {
    return new AttendanceMark(
        school,
        student,
        date,
        code,
        c.text(prefix + "detail"),
        c.text(prefix + "facility"),
        c.text(prefix + "place"),
        c.flag(prefix + "online_held"),
        c.flag(prefix + "online_special"),
        c.optionalNumber(prefix + "minutes"),
        c.optionalFlag(prefix + "visit"),
        c.text(prefix + "note"));
  }

  /**
   * Sets code, minutes, online_held, online_special, visit, detail, facility, place and note.
   *
   * @param mark the mark; null for a blank
   */
  static Parameters bind(Parameters p, @Nullable AttendanceMark mark, Map<String, Integer> codes)
      throws SQLException {
    if (mark == null) {
      return p.number((Integer) null)
          .number((Integer) null)
          .flag(false)
          .flag(false)
          .flag(Optional.empty())
          .textOrNull("")
          .textOrNull("")
          .textOrNull("")
          .textOrNull("");
    }
    return p.number(codes.get(mark.code()))
        .number(boxed(mark.minutes()))
        .flag(mark.onlineHeld())
        .flag(mark.onlineSpecial())
        .flag(mark.visit())
        .textOrNull(mark.detail())
        .textOrNull(mark.facility())
        .textOrNull(mark.place())
        .textOrNull(mark.note());
  }

  private static @Nullable Integer boxed(OptionalInt value) {
    return value.isPresent() ? value.getAsInt() : null;
  }
}
