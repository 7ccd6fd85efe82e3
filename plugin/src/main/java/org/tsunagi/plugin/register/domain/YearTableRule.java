// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register.domain;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.tsunagi.api.school.SchoolYear;
import org.tsunagi.plugin.register.domain.RegisterSettings.PresentOnSheet;

/**
 * Fills the table 月別欠席状況等 of the 学年別A sheet from the counted months.
 *
 * <p>Basis: 児童生徒理解・支援シート（参考様式）学年別Aシート. A month after today, or in which the student was at no
 * school, is blank; 累積欠席日数 runs on over a change of school and its 計 is the last value.
 */
public final class YearTableRule {
  private static final List<Figure> CREDITED =
      List.of(
          Figure.CREDITED_1,
          Figure.CREDITED_2,
          Figure.CREDITED_3,
          Figure.CREDITED_4,
          Figure.CREDITED_5,
          Figure.CREDITED_6,
          Figure.CREDITED_7,
          Figure.CREDITED_8);

  private final SchoolYear year;
  private final List<@Nullable Tally> months = new ArrayList<>();
  private final PresentOnSheet present;

  private YearTableRule(
      SchoolYear year, List<StayCount> stays, PresentOnSheet present, LocalDate today) {
    this.year = year;
    this.present = present;
    TreeMap<YearMonth, List<Tally>> byMonth = new TreeMap<>();
    for (StayCount stay : stays) {
      stay.months()
          .forEach(
              (month, count) ->
                  byMonth.computeIfAbsent(month, one -> new ArrayList<>()).add(count.tally()));
    }
    for (YearMonth month : year.months()) {
      List<Tally> tallies = byMonth.get(month);
      boolean enrolled =
          stays.stream()
              .anyMatch(
                  stay ->
                      !stay.stay().period().first().isAfter(month.atEndOfMonth())
                          && !stay.stay().period().last().isBefore(month.atDay(1)));
      boolean future = month.isAfter(YearMonth.from(today));
      months.add(future || !enrolled ? null : TallyRule.sum(tallies == null ? List.of() : tallies));
    }
  }

  /**
   * Fills the table.
   *
   * @param stays the student's counted stays of the year
   * @param today the last day that is counted
   */
  public static YearTable table(
      SchoolYear year, List<StayCount> stays, PresentOnSheet present, LocalDate today) {
    return new YearTableRule(year, stays, present, today).table();
  }

  private YearTable table() {
    List<YearTable.Row> rows = new ArrayList<>();
    rows.add(row("requiredDays", Figure.REQUIRED_DAYS));
    rows.add(sum("attendedDays", "出席日数", presentFigure(), this::attended));
    rows.add(row("separateRoomDays", Figure.SEPARATE_ROOM_DAYS));
    rows.add(row("lateCount", Figure.LATE_ARRIVALS));
    rows.add(row("earlyLeaveCount", Figure.EARLY_DEPARTURES));
    rows.add(cumulative());
    rows.add(row("absentDaysInclCountedPresent", Figure.DAYS_ABSENT_INCLUDING_CREDITED));
    rows.add(
        sum(
            "countedPresentTotal",
            "指導要録上の出席扱い",
            SheetExplanation.COUNTED_PRESENT,
            YearTableRule::rowsOneToEight));
    for (int number = 1; number <= CREDITED.size(); number++) {
      rows.add(row("countedPresent.c" + number, CREDITED.get(number - 1)));
    }
    return new YearTable(
        year.year(),
        year.months(),
        rows,
        total(Figure.DAYS_PRESENT::of).orElse(0),
        total(Figure.DAYS_ABSENT::of).orElse(0),
        total(Figure.UNKNOWN_DAYS::of).orElse(0),
        present.code());
  }

  private String presentFigure() {
    return present == PresentOnSheet.GUIDANCE_RECORD
        ? Figure.DAYS_PRESENT.code()
        : SheetExplanation.AT_SCHOOL;
  }

  private int attended(Tally tally) {
    return present == PresentOnSheet.GUIDANCE_RECORD
        ? tally.daysPresent()
        : tally.daysPresent() - rowsOneToEight(tally);
  }

  private static int rowsOneToEight(Tally tally) {
    return tally.daysAbsentIncludingCredited() - tally.daysAbsent();
  }

  private YearTable.Row row(String id, Figure figure) {
    return sum(id, figure.label(), figure.code(), figure::of);
  }

  private YearTable.Row sum(String id, String label, String figure, ToIntFunction<Tally> of) {
    List<@Nullable Integer> cells = new ArrayList<>();
    for (Tally month : months) {
      cells.add(month == null ? null : of.applyAsInt(month));
    }
    return new YearTable.Row(id, label, figure, cells, total(of).orElse(null));
  }

  private YearTable.Row cumulative() {
    List<@Nullable Integer> cells = new ArrayList<>();
    int sum = 0;
    for (Tally month : months) {
      if (month != null) {
        sum += month.daysAbsentIncludingCredited();
      }
      cells.add(month == null ? null : sum);
    }
    boolean blank = months.stream().allMatch(month -> month == null);
    Figure figure = Figure.CUMULATIVE_DAYS_ABSENT;
    return new YearTable.Row(
        "cumulativeAbsentDays", figure.label(), figure.code(), cells, blank ? null : sum);
  }

  private Optional<Integer> total(ToIntFunction<Tally> of) {
    Optional<Integer> total = Optional.empty();
    for (Tally month : months) {
      if (month != null) {
        total = Optional.of(total.orElse(0) + of.applyAsInt(month));
      }
    }
    return total;
  }
}
