// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.watch.domain;

import java.util.List;

/**
 * What a board, a junior-high district (中学校区) or a school decides about noticing.
 *
 * <p>Basis: 不登校児童生徒への支援の在り方について（令和元年）別添, 児童生徒理解・支援シートの作成と活用 — the texts name the third and the
 * seventh day of 連続欠席等 and 30 days, leave every other number to the 教育委員会又は中学校区, and do not say
 * what 等 holds. So every other number is off until somebody sets it.
 *
 * @param firstRun days in a row that raise the first finding, 1–99
 * @param secondRun days in a row that raise the second one, more than the first, 2–99
 * @param cumulative days of a school year, 1–200
 * @param creditedCounts whether the days of a school year hold 出席扱い: the sheet's 欠席日数（出席扱いを含む）,
 *     since learning elsewhere is still absence from school; false for the guidance record's 欠席日数
 * @param creditedInRun what a credited day does to days in a row
 * @param uncreditedInRun what a day of learning elsewhere does to them while nothing credits it
 * @param exemptBreaksRun whether 出席停止・忌引等 ends a run; it never counts
 * @param windows rolling windows; none by default
 * @param lateWeight what a late arrival weighs, in hundredths of a day, 0–100
 * @param earlyWeight what an early departure weighs
 * @param separateRoomWeight what a day in another room weighs
 * @param separateRoomRun days in another room, with no ordinary day between, that raise a finding;
 *     0 is never
 * @param lastYearDays last year's days from which this year's first absence raises a finding; 0 is
 *     never
 * @param failedContacts tries in a row without a sign of safety that ask to act at once, 1–9
 */
public record WatchSettings(
    int firstRun,
    int secondRun,
    int cumulative,
    boolean creditedCounts,
    InRun creditedInRun,
    InRun uncreditedInRun,
    boolean exemptBreaksRun,
    List<RollingWindow> windows,
    int lateWeight,
    int earlyWeight,
    int separateRoomWeight,
    int separateRoomRun,
    int lastYearDays,
    int failedContacts) {
  /** A whole day's weight. */
  public static final int WHOLE_DAY = 100;

  /** The texts' own numbers, and nothing else. */
  public static final WatchSettings DEFAULT =
      new WatchSettings(
          3, 7, 30, true, InRun.NEUTRAL, InRun.NEUTRAL, false, List.of(), 0, 0, 0, 3, 30, 2);

  /** What a day that is neither plain absence nor plain presence does to days in a row. */
  public enum InRun {
    /** It neither counts nor ends the run. */
    NEUTRAL,
    COUNTS,
    ENDS
  }

  /** Checks the ranges. */
  public WatchSettings {
    windows = List.copyOf(windows);
    boolean runs = firstRun >= 1 && secondRun > firstRun && secondRun <= 99;
    boolean year = cumulative >= 1 && cumulative <= 200;
    boolean weights = weight(lateWeight) && weight(earlyWeight) && weight(separateRoomWeight);
    boolean others = in(separateRoomRun, 99) && in(lastYearDays, 200) && in(failedContacts - 1, 8);
    if (!runs || !year || !weights || !others || windows.size() > 9) {
      throw new IllegalArgumentException("a setting is out of its range");
    }
    if (windows.stream().distinct().count() != windows.size()) {
      throw new IllegalArgumentException("a window stands twice");
    }
  }

  private static boolean weight(int weight) {
    return in(weight, WHOLE_DAY);
  }

  private static boolean in(int number, int most) {
    return number >= 0 && number <= most;
  }

  /** Tells whether partial days weigh anything. */
  public boolean weighsPartialDays() {
    return lateWeight + earlyWeight + separateRoomWeight > 0;
  }

  /** Returns what a day weighs in a window and in a weighed run, in hundredths of a day. */
  public int weight(WatchDay day) {
    return switch (day.kind()) {
      case ABSENT -> WHOLE_DAY;
      case UNCREDITED -> uncreditedInRun == InRun.COUNTS ? WHOLE_DAY : 0;
      case CREDITED -> creditedInRun == InRun.COUNTS ? WHOLE_DAY : 0;
      case EXEMPT, UNKNOWN -> 0;
      case PRESENT ->
          Math.min(
              WHOLE_DAY,
              (day.late() ? lateWeight : 0)
                  + (day.early() ? earlyWeight : 0)
                  + (day.separateRoom() ? separateRoomWeight : 0));
    };
  }

  /** Returns what a day does to days in a row. */
  public InRun inRun(WatchDay day) {
    return switch (day.kind()) {
      case ABSENT -> InRun.COUNTS;
      case PRESENT -> InRun.ENDS;
      case CREDITED -> creditedInRun;
      case UNCREDITED -> uncreditedInRun;
      case EXEMPT -> exemptBreaksRun ? InRun.ENDS : InRun.NEUTRAL;
      case UNKNOWN -> InRun.NEUTRAL;
    };
  }

  /** Tells whether a day counts among the days of the school year. */
  public boolean inYear(WatchDay day) {
    return day.absentInFigures() || (creditedCounts && day.kind() == WatchDay.Kind.CREDITED);
  }
}
