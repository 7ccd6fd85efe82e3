// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Figures of a month, of a stay and of several stays.
 *
 * <p>Basis: 30文科初第1845号 別紙1 (授業日数 − 出席停止・忌引等の日数 = 出席しなければならない日数 = 欠席日数 + 出席日数).
 */
class TallyTest {
  private static Tally tally(int school, int exempt, int required, int absent, int present) {
    return tally(school, exempt, required, absent, present, 0, 0, 8);
  }

  private static Tally tally(
      int school,
      int exempt,
      int required,
      int absent,
      int present,
      int credited,
      int unknown,
      int rows) {
    List<Integer> byRow = Collections.nCopies(rows, 0);
    return new Tally(
        school, exempt, required, absent, present, credited, 0, 0, 0, 0, byRow, 0, 0, 0, unknown);
  }

  @Test
  void columnsOfTheHandbookAddUp() {
    assertEquals(190, tally(203, 5, 198, 8, 190).daysPresent());
    assertEquals(189, tally(203, 5, 198, 8, 189, 189, 1, 8).creditedDays());
    assertEquals(0, tally(3, 3, 0, 0, 0).daysPresent());
  }

  @Test
  void columnsThatDoNotAddUpAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> tally(203, 5, 197, 8, 189));
    assertThrows(IllegalArgumentException.class, () -> tally(203, 5, 198, 8, 189));
    assertThrows(IllegalArgumentException.class, () -> tally(203, 5, 198, 8, 190, 191, 0, 8));
    assertThrows(IllegalArgumentException.class, () -> tally(203, 5, 198, 8, 190, 0, 0, 7));
    assertThrows(IllegalArgumentException.class, () -> tally(3, 0, 3, 4, -1, -1, 0, 8));
  }

  /** Two stays of a year: every column is the sum of the two, the unknown days as well. */
  @Test
  void severalStaysAreAddedUpColumnByColumn() {
    List<Integer> rows = List.of(1, 0, 0, 0, 2, 0, 0, 1);
    Tally first = new Tally(100, 10, 90, 20, 65, 6, 3, 4, 5, 24, rows, 2, 7, 6, 5);
    List<Integer> others = List.of(0, 1, 2, 3, 0, 4, 5, 0);
    Tally second = new Tally(90, 5, 85, 10, 72, 20, 2, 1, 9, 25, others, 5, 1, 1, 3);
    List<Integer> both = List.of(1, 1, 2, 3, 2, 4, 5, 1);
    Tally sum = new Tally(190, 15, 175, 30, 137, 26, 5, 5, 14, 49, both, 7, 8, 7, 8);
    assertEquals(sum, TallyRule.sum(List.of(first, second)));
    assertEquals(first, TallyRule.sum(List.of(first)));
    assertEquals(49, sum.daysAbsentIncludingCredited());
    assertEquals(5, sum.credited(7));
    assertEquals(tally(0, 0, 0, 0, 0), TallyRule.sum(List.of()));
  }

  private static List<Integer> months(YearSketch sketch) {
    return sketch.stay().months().keySet().stream().map(YearMonth::getMonthValue).toList();
  }

  private static YearSketch summer() {
    return YearSketch.empty()
        .weekdays(YearSketch.on(7, 1), YearSketch.on(7, 17))
        .weekdays(YearSketch.on(9, 1), YearSketch.on(9, 30))
        .weekdays(YearSketch.on(11, 2), YearSketch.on(11, 6))
        .room("2-2", true);
  }

  /** The months without lessons inside the stay are there, those before the first are not. */
  @Test
  void everyMonthBetweenTheFirstAndTheLastLessonIsCounted() {
    assertEquals(List.of(7, 8, 9, 10, 11), months(summer()));
    Tally august = summer().stay().months().get(YearMonth.of(2026, 8)).tally();
    assertEquals(0, august.schoolDays());
  }

  /** Columns: end of the stay, today, the last month that is counted. */
  @ParameterizedTest
  @CsvSource({
    "2027-03-31, 2026-10-20, 10",
    "2027-03-31, 2026-08-05, 8",
    "2027-03-31, 2026-07-10, 7",
    "2026-10-10, , 10",
    "2026-10-10, 2026-12-01, 10",
    "2026-10-10, 2026-09-15, 9",
    "2027-03-31, 2027-02-01, 11",
    "2027-03-31, , 11",
    "2026-09-30, , 9"
  })
  void monthsEndWithTheStayTheLessonsAndToday(LocalDate last, LocalDate today, int month) {
    YearSketch sketch = summer().stay("S", YearSketch.on(4, 1), last);
    List<Integer> months = months(today == null ? sketch : sketch.today(today));
    assertEquals(month, months.get(months.size() - 1));
  }

  @Test
  void stayWithoutALessonHasNoMonths() {
    YearSketch sketch = summer().stay("S", YearSketch.on(8, 1), YearSketch.on(8, 31));
    assertEquals(Map.of(), sketch.stay().months());
    assertEquals(tally(0, 0, 0, 0, 0), sketch.tally());
    assertEquals(
        List.of(), summer().today(YearSketch.on(4, 3)).stay().days(), "before the first lesson");
  }

  @Test
  void runningSumGrowsFromMonthToMonthWithTheCreditedRows() {
    YearSketch sketch =
        YearSketch.autumn()
            .grant("8")
            .grant("CREDITED_ACTIVITY")
            .mark("CREDITED_ICT", 5, 6)
            .mark("CREDITED_ACTIVITY", 7)
            .mark("ABSENT_OTHER", 8)
            .mark("ABSENT_OTHER", YearSketch.on(11, 4));
    assertEquals(
        List.of(3, 4),
        sketch.stay().months().values().stream()
            .map(month -> month.tally().cumulativeDaysAbsent())
            .toList());
    assertEquals(4, sketch.tally().cumulativeDaysAbsent());
    assertEquals(2, sketch.tally().daysAbsent());
    assertEquals(3, sketch.tally().creditedDays());
    assertEquals(1, sketch.tally().creditedActivityDays());
  }

  @Test
  void figuresAreFoundByTheirNameInFormats() {
    for (Figure figure : Figure.values()) {
      assertEquals(Optional.of(figure), Figure.find(figure.code()));
    }
    assertEquals(Optional.empty(), Figure.find("daysOfRain"));
    Tally tally = TallyRule.sum(List.of());
    assertEquals(
        Arrays.stream(Figure.values()).map(Figure::code).toList(),
        List.copyOf(Figure.all(tally).keySet()));
  }

  @Test
  void everyFigureShowsItsOwnColumn() {
    List<Integer> rows = List.of(1, 2, 3, 4, 5, 6, 7, 8);
    Tally tally = new Tally(300, 50, 250, 60, 173, 44, 11, 12, 13, 96, rows, 8, 15, 14, 17);
    assertEquals(
        List.of(
            300, 50, 250, 60, 173, 44, 11, 12, 13, 96, 96, 1, 2, 3, 4, 5, 6, 7, 8, 8, 15, 14, 17),
        List.copyOf(Figure.all(tally).values()));
  }
}
