// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register.domain;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.tsunagi.plugin.code.domain.AttendanceCode;

/**
 * What a day came to, without its causes; small enough that days of a whole city can be told.
 *
 * @param date the day
 * @param dayClass its class
 * @param late whether the student came late
 * @param early whether the student left early
 * @param separateRoom whether the student was in another room
 * @param sheetRow the row ①–⑧ in which the day is credited, 1–8; 0 when it is in none
 * @param undecided whether it is absent only because no decision credits or accepts it
 * @param code the code that was entered; empty for a blank
 */
public record DayOutline(
    LocalDate date,
    DayClass dayClass,
    boolean late,
    boolean early,
    boolean separateRoom,
    int sheetRow,
    boolean undecided,
    Optional<AttendanceCode> code) {
  private static final Set<DayFlag> NOT_DECIDED =
      EnumSet.of(DayFlag.PENDING, DayFlag.REFUSED, DayFlag.ICT_SHORT, DayFlag.UNACCEPTED);

  /** Returns a day without a mark. */
  public static DayOutline blank(LocalDate date, DayClass dayClass) {
    return new DayOutline(date, dayClass, false, false, false, 0, false, Optional.empty());
  }

  /** Returns the outline of a verdict. */
  public static DayOutline of(DayVerdict day) {
    return new DayOutline(
        day.date(),
        day.dayClass(),
        day.has(DayFlag.LATE),
        day.has(DayFlag.EARLY),
        day.has(DayFlag.SEPARATE_ROOM),
        day.sheetRow(),
        day.dayClass() == DayClass.ABSENT && day.flags().stream().anyMatch(NOT_DECIDED::contains),
        day.causes().code());
  }
}
