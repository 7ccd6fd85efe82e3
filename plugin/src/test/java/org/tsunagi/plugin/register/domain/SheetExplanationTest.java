// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Why a cell of the sheet is what it is, over all stays of the year. */
class SheetExplanationTest {
  /** Left on 9 October after 7 weekdays of it, came back on 19 October for 10. */
  private static YearSketch returned() {
    return YearSketch.autumn()
        .stay("S1", YearSketch.oct(1), YearSketch.oct(9))
        .stay("S2", YearSketch.oct(19), YearSketch.on(3, 31))
        .grant("1")
        .grant("8")
        .mark("ABSENT_ILLNESS", 5, 20)
        .mark("CREDITED_SUPPORT_CENTER", 6, 21, 22)
        .mark("CREDITED_ICT", 23)
        .mark("ABSENT_ILLNESS", YearSketch.on(11, 4));
  }

  private static Optional<YearMonth> month(int month) {
    return Optional.of(YearMonth.of(month < 4 ? 2027 : 2026, month));
  }

  private static Optional<Explanation> find(Optional<YearMonth> month, String name) {
    return SheetExplanation.explain(returned().count().stays(), month, name);
  }

  private static Explanation explain(Optional<YearMonth> month, String name) {
    return find(month, name).orElseThrow();
  }

  private static List<String> lines(Explanation explanation) {
    return explanation.lines().stream()
        .map(line -> line.part().code() + " " + line.label() + " " + line.days())
        .toList();
  }

  @Test
  void daysAtSchoolAreTheGuidanceRecordsLessTheCreditedRows() {
    Explanation why = explain(month(10), "attendedDays");
    assertEquals("10月の出席日数が11日になる理由", why.title());
    assertEquals(
        List.of("start 指導要録の出席日数 15", "less ①教育支援センター -3", "less ⑧IT等の活用 -1", "sum 学校に来た日数 11"),
        lines(why));
    assertEquals(11, why.total());
    assertEquals("出席扱いの日は、欠席日数（出席扱いを含む）の行に入ります。", why.note());
    assertEquals("年度の出席日数が31日になる理由", explain(Optional.empty(), "attendedDays").title());
  }

  @Test
  void creditedTotalConsistsOfTheRowsThatHaveDays() {
    Explanation why = explain(month(10), "countedPresentTotal");
    assertEquals("10月の指導要録上の出席扱いが4日になる理由", why.title());
    assertEquals(List.of("item ①教育支援センター 3", "item ⑧IT等の活用 1"), lines(why));
    assertEquals(4, why.total());
    Explanation none = explain(month(11), "countedPresentTotal");
    assertEquals(0, none.total());
    assertEquals(List.of(), none.lines());
  }

  @Test
  void figureOfTwoStaysIsExplainedStayByStay() {
    Explanation why = explain(month(10), "daysAbsent");
    assertEquals("10月の欠席日数が2日になる理由", why.title());
    assertEquals("在籍の期間ごとの合計です。", why.note());
    assertEquals(
        List.of("start 授業日数 7", "start 授業日数 10"),
        lines(why).stream().filter(line -> line.startsWith("start")).toList());
    assertEquals(2, lines(why).stream().filter(line -> line.equals("item 病欠 1")).count());
    assertEquals("年度の欠席日数が3日になる理由", explain(Optional.empty(), "daysAbsent").title());
  }

  @Test
  void figureOfOneStayIsExplainedAlone() {
    Explanation why = explain(month(11), "daysAbsent");
    assertEquals("11月の欠席日数が1日になる理由", why.title());
    assertEquals("", why.note());
  }

  /** October: 5, 6 of the first stay; 20–23 of the second; November one more. */
  @ParameterizedTest
  @CsvSource({"10, 6", "11, 7", "12, 7"})
  void runningSumHoldsTheStayThatEnded(int month, int days) {
    Explanation why = explain(month(month), "cumulativeDaysAbsent");
    assertEquals(month + "月の累積欠席日数が" + days + "日になる理由", why.title());
    assertEquals(days, why.lines().stream().mapToInt(Explanation.Line::days).sum());
  }

  @ParameterizedTest
  @CsvSource({"attendedDays", "countedPresentTotal", "daysAbsent", "cumulativeDaysAbsent"})
  void monthAtNoSchoolHasNoExplanation(String name) {
    assertEquals(Optional.empty(), find(month(9), name));
    assertEquals(Optional.empty(), SheetExplanation.explain(List.of(), Optional.empty(), name));
  }

  @Test
  void figureThatTheSheetDoesNotHaveIsNotExplained() {
    assertEquals(Optional.empty(), find(month(10), "daysOfRain"));
  }
}
