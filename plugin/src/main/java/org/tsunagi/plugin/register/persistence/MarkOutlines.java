// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register.persistence;

import java.sql.Connection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.tsunagi.plugin.code.domain.AttendanceCode;
import org.tsunagi.plugin.code.domain.CodeCount;
import org.tsunagi.plugin.platform.sql.Sql;
import org.tsunagi.plugin.register.domain.DayClass;
import org.tsunagi.plugin.register.domain.DayOutline;

/**
 * What a mark makes of an open day, by code, word and counts of merged marks: the same table as
 * that of {@link CityMarks}, and each answer made once for a day.
 */
final class MarkOutlines {
  private final Map<Integer, AttendanceCode> codes = new HashMap<>();
  private final Map<Long, DayOutline> made = new HashMap<>();

  private MarkOutlines() {}

  static MarkOutlines read(Connection connection, CityQuery query) {
    MarkOutlines outlines = new MarkOutlines();
    Sql.each(
        connection,
        "SELECT row_no, code_id, first_day FROM roll_code WHERE effect >= 0",
        row -> {
          int number = row.getInt(1);
          query
              .codes()
              .find(row.getString(2), Days.date(row.getInt(3)))
              .ifPresent(code -> outlines.codes.put(number, code));
        });
    return outlines;
  }

  /** Returns the day of a mark that {@link CityDays} read, counted from the year's first. */
  static int day(int mark) {
    return mark >> 20;
  }

  /** Returns what a day becomes by a mark; a closed day stays as it is. */
  DayOutline of(int mark, int day, DayOutline blank) {
    int packed = mark & 0xFFFFF;
    DayClass without = blank.dayClass();
    if (without == DayClass.NO_SCHOOL || without == DayClass.EXEMPT) {
      return blank;
    }
    AttendanceCode code = codes.get(packed >> 5);
    return code == null
        ? blank
        : made.computeIfAbsent((long) day << 32 | packed, key -> outline(code, packed, blank));
  }

  private static DayOutline outline(AttendanceCode code, int packed, DayOutline blank) {
    int word = packed >> 3 & 3;
    return switch (code.effect()) {
      case PRESENT -> atSchool(code, packed & 7, blank);
      case ABSENT -> outline(code, blank, DayClass.ABSENT, 0, false);
      case ONLINE -> outline(code, blank, DayClass.EXEMPT, 0, false);
      case EXEMPT ->
          word == 2
              ? outline(code, blank, DayClass.ABSENT, 0, true)
              : outline(code, blank, DayClass.EXEMPT, 0, false);
      case CREDITED ->
          word == 1
              ? outline(code, blank, DayClass.PRESENT, code.sheetRow(), false)
              : outline(code, blank, DayClass.ABSENT, 0, true);
    };
  }

  private static DayOutline atSchool(AttendanceCode code, int more, DayOutline blank) {
    return new DayOutline(
        blank.date(),
        DayClass.PRESENT,
        code.counts().contains(CodeCount.LATE) || (more & 1) > 0,
        code.counts().contains(CodeCount.EARLY) || (more & 2) > 0,
        code.counts().contains(CodeCount.SEPARATE_ROOM) || (more & 4) > 0,
        0,
        false,
        Optional.of(code));
  }

  private static DayOutline outline(
      AttendanceCode code, DayOutline blank, DayClass dayClass, int row, boolean undecided) {
    return new DayOutline(
        blank.date(), dayClass, false, false, false, row, undecided, Optional.of(code));
  }
}
