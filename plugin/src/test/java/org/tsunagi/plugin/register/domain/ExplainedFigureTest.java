// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.tsunagi.plugin.crediting.domain.CreditingDecision;
import org.tsunagi.plugin.crediting.domain.IctRule;
import org.tsunagi.plugin.crediting.domain.IctRules;
import org.tsunagi.plugin.crediting.domain.Outcome;
import org.tsunagi.plugin.shared.DateRange;

/**
 * Why a figure of October or of the stay is what it is: the reckoning, then the days.
 *
 * <p>Basis: 30文科初第1845号 別紙1 (授業日数 − 出席停止・忌引等の日数 = 出席しなければならない日数 = 欠席日数 + 出席日数).
 */
class ExplainedFigureTest {
  private static final Optional<YearMonth> OCTOBER = Optional.of(YearMonth.of(2026, 10));
  private static final Optional<YearMonth> NOVEMBER = Optional.of(YearMonth.of(2026, 11));

  /**
   * October: 22 planned, 1 closed for the grade, 1 for the homeroom, 2 influenza, 2 absent, 3 at
   * the centre of which 2 credited, 1 ICT, 1 late, 1 early, 1 infirmary, 1 not taken. November: 1
   * absent.
   */
  private static YearSketch busy() {
    YearSketch sketch =
        YearSketch.autumn()
            .close(Closure.Scope.GRADE, "", Closure.Basis.ART63, YearSketch.oct(1))
            .close(Closure.Scope.HOMEROOM, "2-2", Closure.Basis.ART20, YearSketch.oct(2))
            .decide(
                new CreditingDecision(
                    "D",
                    "1",
                    Optional.empty(),
                    YearSketch.octobers(9, 12),
                    Outcome.GRANTED,
                    Optional.of(YearSketch.on(9, 25)),
                    Optional.empty()))
            .grant("8")
            .grant("CREDITED_ACTIVITY")
            .mark("ABSENT_ILLNESS", 7, 8)
            .mark("CREDITED_SUPPORT_CENTER", 9, 12, 13)
            .mark("CREDITED_ICT", 14)
            .mark("CREDITED_ACTIVITY", 15)
            .mark("LATE", 16)
            .mark("EARLY", 19)
            .mark("INFIRMARY", 20)
            .day(YearSketch.oct(21), "", false)
            .mark("ABSENT_OTHER", YearSketch.on(11, 4));
    sketch.mark(YearSketch.oct(5), "SUSPENSION_INFECTION", "インフルエンザ", "", "");
    sketch.mark(YearSketch.oct(6), "SUSPENSION_INFECTION", "インフルエンザ", "", "");
    DayMark online =
        new DayMark(
            YearSketch.oct(6), "", "", "", "", false, true, OptionalInt.empty(), Optional.empty());
    return sketch.mark(online);
  }

  private static Explanation explain(Optional<YearMonth> month, Figure figure) {
    return ExplanationRule.explain(busy().stay(), month, figure);
  }

  private static List<String> lines(Explanation explanation) {
    return explanation.lines().stream()
        .map(line -> line.part().code() + " " + line.label() + " " + line.days())
        .toList();
  }

  @Test
  void requiredDaysAreSchoolDaysLessExemptDays() {
    assertEquals(
        List.of(
            "start 授業日数 21", "less 臨時休業 -1", "less 出席停止（感染症）（インフルエンザ） -2", "sum 出席しなければならない日数 18"),
        lines(explain(OCTOBER, Figure.REQUIRED_DAYS)).subList(0, 4));
  }

  @Test
  void daysPresentAreRequiredDaysLessAbsentAndUnknownDays() {
    List<String> lines = lines(explain(OCTOBER, Figure.DAYS_PRESENT));
    assertEquals(
        List.of(
            "start 出席しなければならない日数 18",
            "less 病欠 -2",
            "less 出席扱い（教育支援センター）　判断待ち -1",
            "less 未確認（出席をとっていない日） -1",
            "sum 出席日数 14",
            "item 出席扱い（教育支援センター） 2",
            "item 出席扱い（自宅におけるICT等） 1",
            "item 出席扱い（大会・姉妹都市交流等） 1",
            "item 遅刻 1",
            "item 早退 1",
            "item 保健室登校 1",
            "item 出席 7"),
        lines);
  }

  @Test
  void daysAbsentAreWhatIsLeftOfTheSchoolDays() {
    List<String> lines = lines(explain(OCTOBER, Figure.DAYS_ABSENT));
    assertEquals("start 授業日数 21", lines.get(0));
    assertEquals(
        List.of("sum 欠席日数 3", "item 病欠 2", "item 出席扱い（教育支援センター）　判断待ち 1"),
        lines.subList(lines.size() - 3, lines.size()));
    assertTrue(lines.contains("less 出席扱い（教育支援センター） -2"), lines.toString());
    assertTrue(lines.stream().noneMatch(line -> line.contains("臨時休業 -2")), lines.toString());
  }

  @ParameterizedTest
  @EnumSource(Figure.class)
  void everyFigureComesToItsTotalAndEveryReckoningAddsUp(Figure figure) {
    StayCount stay = busy().stay();
    for (Optional<YearMonth> month : List.of(OCTOBER, NOVEMBER, Optional.<YearMonth>empty())) {
      Tally tally = month.map(at -> stay.months().get(at).tally()).orElse(stay.year().tally());
      Explanation why = ExplanationRule.explain(stay, month, figure);
      assertEquals(figure.of(tally), why.total());
      int items = 0;
      int reckoned = 0;
      for (Explanation.Line line : why.lines()) {
        switch (line.part()) {
          case ITEM -> items += line.days();
          case START, LESS -> reckoned += line.days();
          case SUM -> assertEquals(line.days(), reckoned);
        }
        assertTrue(
            line.dates().isEmpty() || line.dates().size() == Math.abs(line.days()),
            line.toString());
      }
      assertEquals(why.total(), items, figure + " " + why.lines());
    }
  }

  /** Each figure with its own days of October 2026. */
  @ParameterizedTest
  @CsvSource({
    "EXEMPT_DAYS, 2 5 6",
    "DAYS_ABSENT, 7 8 13",
    "CREDITED_DAYS, 9 12 14 15",
    "LATE_ARRIVALS, 16",
    "EARLY_DEPARTURES, 19",
    "SEPARATE_ROOM_DAYS, 20",
    "DAYS_ABSENT_INCLUDING_CREDITED, 7 8 9 12 13 14",
    "CUMULATIVE_DAYS_ABSENT, 7 8 9 12 13 14",
    "CREDITED_1, 9 12",
    "CREDITED_2, ''",
    "CREDITED_8, 14",
    "CREDITED_ACTIVITY_DAYS, 15",
    "ONLINE_DAYS_HELD, 6",
    "ONLINE_DAYS_TAKEN_PART, 6",
    "UNKNOWN_DAYS, 21"
  })
  void figureNamesItsDays(Figure figure, String wanted) {
    List<String> days =
        explain(OCTOBER, figure).lines().stream()
            .filter(line -> line.part() == Explanation.Part.ITEM)
            .flatMap(line -> line.dates().stream())
            .sorted()
            .map(date -> Integer.toString(date.getDayOfMonth()))
            .toList();
    assertEquals(wanted, String.join(" ", days));
  }

  /** October has 6 with the credited days, November 1: the running sum names all seven. */
  @Test
  void runningSumNamesTheDaysOfTheMonthsBefore() {
    Explanation why = explain(NOVEMBER, Figure.CUMULATIVE_DAYS_ABSENT);
    assertEquals("11月の累積欠席日数が7日になる理由", why.title());
    assertEquals(7, why.lines().stream().mapToInt(Explanation.Line::days).sum());
    assertEquals(6, explain(OCTOBER, Figure.CUMULATIVE_DAYS_ABSENT).total());
    assertEquals("指導要録では、出席20日（うち出席扱い0日）、欠席1日です。", why.note());
  }

  @Test
  void wholeStayIsExplainedWithoutAMonth() {
    Explanation why = explain(Optional.empty(), Figure.DAYS_ABSENT);
    assertEquals("この年度の欠席日数が4日になる理由", why.title());
    assertEquals("", why.note());
    assertEquals(4, why.total());
  }

  @Test
  void monthWithoutSchoolDaysIsZero() {
    Explanation why = explain(Optional.of(YearMonth.of(2027, 1)), Figure.DAYS_ABSENT);
    assertEquals(0, why.total());
    assertEquals(List.of("start 授業日数 0", "sum 欠席日数 0"), lines(why));
  }

  private static Explanation.Line only(YearSketch sketch, Figure figure) {
    return ExplanationRule.explain(sketch.stay(), OCTOBER, figure).lines().stream()
        .filter(line -> line.part() == Explanation.Part.ITEM)
        .findFirst()
        .orElseThrow();
  }

  private static void assertLine(
      Explanation.Line line, String label, String glyph, String family, String basis) {
    assertEquals(
        List.of(label, glyph, family, basis),
        List.of(line.label(), line.glyph(), line.family(), line.basis()));
  }

  @Test
  void lineOfAClosureTellsItsLaw() {
    YearSketch sketch =
        YearSketch.october()
            .close(Closure.Scope.HOMEROOM, "2-2", Closure.Basis.ART63, YearSketch.oct(5));
    Explanation.Line line = only(sketch, Figure.EXEMPT_DAYS);
    assertLine(line, "臨時休業", "休", "off", "学校教育法施行規則63条");
    assertEquals(List.of(YearSketch.oct(5)), line.dates());
  }

  @Test
  void lineOfADayWithoutAMarkIsPresence() {
    assertLine(only(YearSketch.october(), Figure.DAYS_PRESENT), "出席", "・", "in", "");
    YearSketch open = YearSketch.october().day(YearSketch.oct(5), "", false);
    assertLine(only(open, Figure.UNKNOWN_DAYS), "未確認（出席をとっていない日）", "", "", "");
  }

  @Test
  void lineOfACreditedDayTellsTheDecisionAndItsDateWhereItIsKnown() {
    DateRange week = YearSketch.octobers(5, 9);
    LocalDate decided = YearSketch.on(9, 25);
    CreditingDecision decision =
        new CreditingDecision(
            "D",
            "1",
            Optional.empty(),
            week,
            Outcome.GRANTED,
            Optional.of(decided),
            Optional.empty());
    YearSketch dated = YearSketch.october().decide(decision).mark("CREDITED_SUPPORT_CENTER", 5);
    String label = "出席扱い（教育支援センター）";
    assertLine(only(dated, Figure.CREDITED_1), label, "①", "cred", "校長の決定（9月25日）");
    YearSketch undated = YearSketch.october().grant("1").mark("CREDITED_SUPPORT_CENTER", 5);
    String basis = YearSketch.CODES.get("CREDITED_SUPPORT_CENTER").basis();
    assertLine(only(undated, Figure.CREDITED_1), label, "①", "cred", basis);
  }

  @Test
  void lineOfALostDayTellsWhyItIsLost() {
    YearSketch waiting = YearSketch.october().mark("CREDITED_PRIVATE", 5);
    String basis = YearSketch.CODES.get("CREDITED_PRIVATE").basis();
    String label = "出席扱い（民間団体・民間施設）";
    assertLine(only(waiting, Figure.DAYS_ABSENT), label + "　判断待ち", "⑥", "pend", basis);
    YearSketch refused = waiting.decide("D", "6", YearSketch.octobers(5, 5), Outcome.REFUSED);
    assertLine(only(refused, Figure.DAYS_ABSENT), label + "　校長が認めなかった日", "⑥", "cred", basis);
    YearSketch brief =
        YearSketch.october()
            .grant("8")
            .rules(IctRules.always(new IctRule(IctRule.Basis.MINUTES, 0, 60)))
            .ict(YearSketch.oct(5), 59);
    assertEquals("出席扱い（自宅におけるICT等）　換算の規程に届かない日", only(brief, Figure.DAYS_ABSENT).label());
    YearSketch exam = YearSketch.october().acceptancesAsked().mark("EXEMPT_EXAM", 5);
    assertEquals("出席停止等（入学試験）　承認のない日", only(exam, Figure.DAYS_ABSENT).label());
  }
}
