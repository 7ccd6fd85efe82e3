// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register.domain;

import java.util.List;

/**
 * The figures of a month or a year, all in days.
 *
 * <p>Basis: 30文科初第1845号 別紙1「出欠の記録」; rows ①–⑧ of the 児童生徒理解・支援シート.
 *
 * @param schoolDays 授業日数
 * @param exemptDays 出席停止・忌引等の日数
 * @param requiredDays 出席しなければならない日数 = schoolDays − exemptDays
 * @param daysAbsent 欠席日数 of the guidance record
 * @param daysPresent 出席日数 = requiredDays − daysAbsent − unknownDays
 * @param creditedDays 出席扱い, within daysPresent
 * @param lateArrivals 遅刻
 * @param earlyDepartures 早退
 * @param separateRoomDays 別室登校
 * @param cumulativeDaysAbsent 累積欠席日数: the sum of daysAbsentIncludingCredited within the stay up to
 *     the end of the month, or of the year
 * @param credited the credited days of the rows ①–⑧, eight figures
 * @param creditedActivityDays credited days of activities, in no row
 * @param onlineDaysHeld 非常時オンライン: 実施日数
 * @param onlineDaysTakenPart 非常時オンライン: 参加日数
 * @param unknownDays days whose register was not taken
 */
public record Tally(
    int schoolDays,
    int exemptDays,
    int requiredDays,
    int daysAbsent,
    int daysPresent,
    int creditedDays,
    int lateArrivals,
    int earlyDepartures,
    int separateRoomDays,
    int cumulativeDaysAbsent,
    List<Integer> credited,
    int creditedActivityDays,
    int onlineDaysHeld,
    int onlineDaysTakenPart,
    int unknownDays) {
  public Tally {
    credited = List.copyOf(credited);
    if (credited.size() != 8) {
      throw new IllegalArgumentException("there are eight rows");
    }
    if (requiredDays != schoolDays - exemptDays
        || daysPresent != requiredDays - daysAbsent - unknownDays
        || creditedDays > daysPresent
        || daysPresent < 0) {
      throw new IllegalArgumentException("the columns do not add up");
    }
  }

  /**
   * Returns the credited days of a row.
   *
   * @param row 1–8
   */
  public int credited(int row) {
    return credited.get(row - 1);
  }

  /** Returns 欠席日数（出席扱いを含む）: daysAbsent and the rows ①–⑧. */
  public int daysAbsentIncludingCredited() {
    int sum = daysAbsent;
    for (int days : credited) {
      sum += days;
    }
    return sum;
  }
}
