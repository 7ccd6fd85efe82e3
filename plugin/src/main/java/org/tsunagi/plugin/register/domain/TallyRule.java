// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register.domain;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Adds verdicts up to the figures of months and of the stay.
 *
 * <p>Basis: 30文科初第1845号 別紙1 (授業日数 − 出席停止・忌引等の日数 = 出席しなければならない日数 = 欠席日数 + 出席日数).
 */
public final class TallyRule {
  private TallyRule() {}

  /** Counts a stay from its verdicts, which must be in order of date. */
  static StayCount count(
      Stay stay, List<DayVerdict> days, CountingTerms terms, Optional<LocalDate> today) {
    Sums whole = new Sums();
    NavigableMap<YearMonth, PeriodCount> months = new TreeMap<>();
    if (!days.isEmpty()) {
      YearMonth month = YearMonth.from(days.get(0).date());
      YearMonth lastMonth = lastMonth(stay, days, today);
      int at = 0;
      while (!month.isAfter(lastMonth)) {
        Sums sums = new Sums();
        int from = at;
        LocalDate end = month.atEndOfMonth();
        while (at < days.size() && !days.get(at).date().isAfter(end)) {
          sums.add(days.get(at));
          whole.add(days.get(at));
          at++;
        }
        List<Remark> remarks = RemarkRule.remarks(days.subList(from, at), terms);
        months.put(month, new PeriodCount(sums.tally(whole.absentIncludingCredited()), remarks));
        month = month.plusMonths(1);
      }
    }
    Tally year = whole.tally(whole.absentIncludingCredited());
    return new StayCount(
        stay, days, new PeriodCount(year, RemarkRule.remarks(days, terms)), months);
  }

  private static YearMonth lastMonth(Stay stay, List<DayVerdict> days, Optional<LocalDate> today) {
    GradeYear grade = stay.grade();
    LocalDate last = grade.day(grade.size() - 1).date();
    if (stay.period().last().isBefore(last)) {
      last = stay.period().last();
    }
    if (today.isPresent() && today.get().isBefore(last)) {
      last = today.get();
    }
    LocalDate judged = days.get(days.size() - 1).date();
    return YearMonth.from(last.isBefore(judged) ? judged : last);
  }

  /**
   * Adds the figures of several stays, as one row of a student who left and came back.
   *
   * @return the sum; zeros for an empty list
   */
  public static Tally sum(List<Tally> tallies) {
    int[] sums = new int[11];
    List<Integer> credited = new ArrayList<>(List.of(0, 0, 0, 0, 0, 0, 0, 0));
    for (Tally tally : tallies) {
      int[] figures = {
        tally.schoolDays(),
        tally.exemptDays(),
        tally.daysAbsent(),
        tally.creditedDays(),
        tally.lateArrivals(),
        tally.earlyDepartures(),
        tally.separateRoomDays(),
        tally.cumulativeDaysAbsent(),
        tally.creditedActivityDays(),
        tally.onlineDaysHeld(),
        tally.onlineDaysTakenPart()
      };
      for (int i = 0; i < figures.length; i++) {
        sums[i] += figures[i];
      }
      for (int row = 1; row <= 8; row++) {
        credited.set(row - 1, credited.get(row - 1) + tally.credited(row));
      }
    }
    int unknown = tallies.stream().mapToInt(Tally::unknownDays).sum();
    int required = sums[0] - sums[1];
    return new Tally(
        sums[0],
        sums[1],
        required,
        sums[2],
        required - sums[2] - unknown,
        sums[3],
        sums[4],
        sums[5],
        sums[6],
        sums[7],
        credited,
        sums[8],
        sums[9],
        sums[10],
        unknown);
  }
}
