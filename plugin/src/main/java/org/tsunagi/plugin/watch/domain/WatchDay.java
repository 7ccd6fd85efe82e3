// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.watch.domain;

import java.time.LocalDate;
import java.util.Optional;
import org.tsunagi.plugin.code.domain.CodeFamily;
import org.tsunagi.plugin.register.domain.DayClass;
import org.tsunagi.plugin.register.domain.DayOutline;
import org.tsunagi.plugin.register.domain.DayVerdict;

/**
 * A school day of a student as far as noticing needs it; small enough to be made from a verdict or
 * from a row of a table.
 *
 * @param date the day
 * @param kind what it is
 * @param late whether the student came late
 * @param early whether the student left early
 * @param separateRoom whether the student was in another room (別室, 保健室, 校内教育支援センター)
 * @param ill whether the absence was entered as illness
 */
public record WatchDay(
    LocalDate date, Kind kind, boolean late, boolean early, boolean separateRoom, boolean ill) {
  /** What a day is for noticing. */
  public enum Kind {
    PRESENT,
    ABSENT,
    /**
     * Learned elsewhere, or marked exempt, and no decision credits or accepts it: absent in the
     * figures.
     */
    UNCREDITED,
    /** 出席扱い in a row ①–⑧. */
    CREDITED,
    /** 出席停止・忌引等; never counts. */
    EXEMPT,
    /** A blank of a register that was not taken. */
    UNKNOWN
  }

  /** Returns a day of a kind and nothing else. */
  public static WatchDay of(LocalDate date, Kind kind) {
    return new WatchDay(date, kind, false, false, false, false);
  }

  /** Makes the day of a verdict; empty where there was no school. */
  public static Optional<WatchDay> of(DayVerdict day) {
    return of(DayOutline.of(day));
  }

  /** Makes the day of an outline; empty where there was no school. */
  public static Optional<WatchDay> of(DayOutline day) {
    if (day.dayClass() == DayClass.NO_SCHOOL) {
      return Optional.empty();
    }
    boolean present = day.dayClass() == DayClass.PRESENT;
    return Optional.of(
        new WatchDay(
            day.date(),
            kind(day),
            present && day.late(),
            present && day.early(),
            present && day.separateRoom(),
            day.dayClass() == DayClass.ABSENT && isIllness(day)));
  }

  private static Kind kind(DayOutline day) {
    return switch (day.dayClass()) {
      case NO_SCHOOL, UNKNOWN -> Kind.UNKNOWN;
      case EXEMPT -> Kind.EXEMPT;
      case ABSENT -> day.undecided() ? Kind.UNCREDITED : Kind.ABSENT;
      case PRESENT -> day.sheetRow() > 0 ? Kind.CREDITED : Kind.PRESENT;
    };
  }

  private static boolean isIllness(DayOutline day) {
    return day.code()
        .map(code -> code.family() == CodeFamily.ABS && code.id().equals("ABSENT_ILLNESS"))
        .orElse(false);
  }

  /** Tells whether the figures of the guidance record count the day as absent. */
  public boolean absentInFigures() {
    return kind == Kind.ABSENT || kind == Kind.UNCREDITED;
  }

  /** Tells whether the student came late, left early or was in another room. */
  public boolean partial() {
    return late || early || separateRoom;
  }
}
