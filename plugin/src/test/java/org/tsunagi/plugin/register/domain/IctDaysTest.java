// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tsunagi.plugin.crediting.domain.IctRule;
import org.tsunagi.plugin.crediting.domain.IctRules;
import org.tsunagi.plugin.crediting.domain.Outcome;

/**
 * Days of learning at home with ICT under the conversion rules of an establishing body.
 *
 * <p>Basis: 元文科初第698号 別記2 留意事項 (対面指導の日数や学習活動の時間などを基準とした規程等を作成して判断).
 */
class IctDaysTest {
  private static YearSketch learner(IctRule rule) {
    return YearSketch.october().grant("8").rules(IctRules.always(rule));
  }

  private static IctRule monthly(IctRule.Rounding rounding) {
    return new IctRule(IctRule.Basis.MINUTES, 0, 60, IctRule.Span.MONTH, rounding);
  }

  private static IctRules needed(IctRules.Version... versions) {
    return new IctRules(List.of(versions), true);
  }

  private static List<Integer> credited(YearSketch sketch) {
    return sketch.stay().days().stream()
        .filter(day -> day.has(DayFlag.CREDITED))
        .map(day -> day.date().getDayOfMonth())
        .toList();
  }

  private static DayMark visited(int day, boolean visit) {
    return new DayMark(
        YearSketch.oct(day),
        "CREDITED_ICT",
        "",
        "",
        "",
        false,
        false,
        OptionalInt.empty(),
        Optional.of(visit));
  }

  /** Four days of learning; a visit a week is 4, the rule asks for 2 a month. */
  @ParameterizedTest
  @CsvSource({"0, 0", "1, 0", "2, 4", "4, 4"})
  void visitsOfTheMonthDecideAllItsDays(int visits, int days) {
    YearSketch sketch = learner(new IctRule(IctRule.Basis.VISITS, 2, 0)).mark(visited(5, false));
    int[] visitDays = {7, 14, 21, 28};
    sketch.mark("CREDITED_ICT", 6, 8, 9);
    for (int i = 0; i < visits; i++) {
      sketch.visits(YearSketch.oct(visitDays[i]));
    }
    assertEquals(days, sketch.tally().credited(8));
    assertEquals(4 - days, sketch.tally().daysAbsent());
  }

  @Test
  void visitThatMarkAndListBothTellIsOneVisit() {
    IctRule rule = new IctRule(IctRule.Basis.VISITS, 2, 0);
    YearSketch once = learner(rule).mark(visited(5, true)).visits(YearSketch.oct(5));
    assertEquals(List.of(), credited(once));
    YearSketch twice = learner(rule).mark(visited(5, true)).visits(YearSketch.oct(6));
    assertEquals(List.of(5), credited(twice));
  }

  @Test
  void visitsOutsideTheStayTheMonthOrAfterTodayDoNotCount() {
    IctRule rule = new IctRule(IctRule.Basis.VISITS, 1, 0);
    assertEquals(List.of(5), credited(learner(rule).mark(visited(5, true))));
    YearSketch september = learner(rule).mark(visited(5, false)).visits(YearSketch.on(9, 30));
    assertEquals(List.of(), credited(september));
    YearSketch tomorrow =
        learner(rule).mark(visited(5, false)).visits(YearSketch.oct(7)).today(YearSketch.oct(6));
    assertEquals(List.of(), credited(tomorrow));
    YearSketch today =
        learner(rule).mark(visited(5, false)).visits(YearSketch.oct(6)).today(YearSketch.oct(6));
    assertEquals(List.of(5), credited(today));
    YearSketch left =
        learner(rule)
            .mark(visited(5, false))
            .visits(YearSketch.oct(7))
            .stay("S", YearSketch.oct(1), YearSketch.oct(6));
    assertEquals(List.of(), credited(left));
  }

  /** A visit is a visit of learning at home; a mark of another kind tells of none. */
  @Test
  void visitOnAMarkThatIsNotOfLearningWithIctIsNoEvidence() {
    DayMark centre =
        new DayMark(
            YearSketch.oct(6),
            "CREDITED_SUPPORT_CENTER",
            "",
            "",
            "",
            false,
            false,
            OptionalInt.of(120),
            Optional.of(true));
    YearSketch sketch =
        learner(new IctRule(IctRule.Basis.VISITS, 1, 0))
            .grant("1")
            .mark(centre)
            .mark(DayMark.of(YearSketch.oct(7), ""))
            .mark(visited(5, false));
    assertEquals(List.of(6), credited(sketch));
    YearSketch silent =
        learner(new IctRule(IctRule.Basis.VISITS, 1, 0))
            .grant("1")
            .mark(centre)
            .mark("CREDITED_ICT", 5);
    assertEquals(List.of(5, 6), credited(silent));
  }

  @Test
  void dayNeedsItsMinutes() {
    YearSketch sketch =
        learner(new IctRule(IctRule.Basis.MINUTES, 9, 60))
            .ict(YearSketch.oct(5), 59)
            .ict(YearSketch.oct(6), 60)
            .ict(YearSketch.oct(7), 61)
            .mark("CREDITED_ICT", 8);
    assertEquals(List.of(6, 7), credited(sketch));
    assertEquals(List.of("10-05 ICT_DAY_SHORT", "10-08 ICT_DAY_SHORT"), sketch.findings());
  }

  @Test
  void bothMeansVisitsAndMinutes() {
    IctRule rule = new IctRule(IctRule.Basis.BOTH, 1, 60);
    YearSketch sketch = learner(rule).ict(YearSketch.oct(5), 60).ict(YearSketch.oct(6), 45);
    assertEquals(List.of(), credited(sketch));
    assertEquals(List.of(5), credited(sketch.visits(YearSketch.oct(20))));
  }

  /** Five days of 45 minutes are 225 minutes, 3.75 days of 60; with 30 on the last day 3.5. */
  @ParameterizedTest
  @CsvSource({
    "DOWN, 45, 3", "HALF_UP, 45, 4", "UP, 45, 4",
    "DOWN, 30, 3", "HALF_UP, 30, 4", "UP, 30, 4",
    "DOWN, 29, 3", "HALF_UP, 29, 3", "UP, 29, 4",
    "DOWN, 0, 3", "HALF_UP, 0, 3", "UP, 0, 3"
  })
  void minutesOfAMonthBecomeItsFirstDays(IctRule.Rounding rounding, int last, int days) {
    YearSketch sketch = learner(monthly(rounding));
    for (int day : new int[] {5, 6, 7, 8}) {
      sketch.ict(YearSketch.oct(day), 45);
    }
    sketch.ict(YearSketch.oct(9), last);
    assertEquals(List.of(5, 6, 7, 8, 9).subList(0, days), credited(sketch));
  }

  @Test
  void monthNeverHasMoreCreditedDaysThanDaysOfLearning() {
    YearSketch sketch =
        learner(monthly(IctRule.Rounding.UP)).ict(YearSketch.oct(5), 600).ict(YearSketch.oct(6), 0);
    assertEquals(List.of(5, 6), credited(sketch));
  }

  /** Only 5 and 6 October are left, with 60 minutes; each stranger would bring another 60. */
  @Test
  void monthSumsOnlyOpenDecidedDaysOfTheStayUpToToday() {
    YearSketch sketch =
        YearSketch.autumn()
            .stay("S", YearSketch.oct(2), YearSketch.on(11, 30))
            .rules(IctRules.always(monthly(IctRule.Rounding.DOWN)))
            .decide("D", "8", YearSketch.octobers(1, 12), Outcome.GRANTED)
            .decide("E", "8", YearSketch.octobers(15, 15), Outcome.GRANTED)
            .decide("R", "8", YearSketch.octobers(13, 14), Outcome.REFUSED)
            .close(Closure.Scope.HOMEROOM, "2-2", Closure.Basis.ART20, YearSketch.oct(7))
            .close(Closure.Scope.GRADE, "", Closure.Basis.ART20, YearSketch.oct(8))
            .ict(YearSketch.oct(1), 60)
            .ict(YearSketch.oct(3), 60)
            .ict(YearSketch.oct(5), 30)
            .ict(YearSketch.oct(6), 30)
            .ict(YearSketch.oct(7), 60)
            .ict(YearSketch.oct(8), 60)
            .ict(YearSketch.oct(10), 60)
            .ict(YearSketch.oct(13), 60)
            .ict(YearSketch.oct(15), 60)
            .ict(YearSketch.oct(19), 60)
            .ict(YearSketch.oct(22), 60)
            .ict(YearSketch.on(11, 2), 60)
            .today(YearSketch.oct(14));
    assertEquals(List.of(5), credited(sketch));
    assertEquals(2, sketch.tally().daysAbsent());
    assertEquals(List.of(5, 6), credited(sketch.today(YearSketch.oct(15))));
  }

  @Test
  void minutesOfAMonthAreThoseOfLearningWithIctOnly() {
    YearSketch sketch =
        learner(monthly(IctRule.Rounding.DOWN))
            .grant("1")
            .mark(DayMark.of(YearSketch.oct(5), "CREDITED_SUPPORT_CENTER").withMinutes(300))
            .ict(YearSketch.oct(6), 60)
            .ict(YearSketch.oct(7), 59);
    assertEquals(List.of(5, 6), credited(sketch));
  }

  @Test
  void silentMarksAreOneDayEachUnlessEvidenceIsNeeded() {
    IctRule rule = new IctRule(IctRule.Basis.MINUTES, 0, 60);
    YearSketch loose = learner(rule).mark("CREDITED_ICT", 5, 6);
    assertEquals(List.of(5, 6), credited(loose));
    YearSketch strict = loose.rules(needed(new IctRules.Version("R1", YearSketch.on(4, 1), rule)));
    assertEquals(List.of(), credited(strict));
    assertTrue(strict.verdict(YearSketch.oct(5)).has(DayFlag.ICT_SHORT));
    assertEquals(List.of(5, 6), credited(loose.rules(IctRules.NONE)));
    assertEquals(List.of(5, 6), credited(loose.rules(new IctRules(List.of(), true))));
  }

  @Test
  void ruleHoldsFromItsFirstDay() {
    IctRule sixty = new IctRule(IctRule.Basis.MINUTES, 0, 60);
    IctRule ninety = new IctRule(IctRule.Basis.MINUTES, 0, 90);
    YearSketch sketch =
        YearSketch.october()
            .grant("8")
            .rules(
                needed(
                    new IctRules.Version("R1", YearSketch.oct(6), sixty),
                    new IctRules.Version("R2", YearSketch.oct(8), ninety)));
    for (int day : new int[] {5, 6, 7, 8, 9}) {
      sketch.ict(YearSketch.oct(day), day == 5 ? 10 : day == 6 ? 59 : 89);
    }
    assertEquals(List.of(5, 7), credited(sketch));
  }

  /**
   * The rule changes on 19 October. Until then 60 minutes are a day: 5 to 7 October have 120, two
   * days. From then on 90 are: 19 to 21 October have 180, two days.
   */
  @Test
  void monthInWhichTheRuleChangesIsSummedOncePerRule() {
    IctRule old = monthly(IctRule.Rounding.DOWN);
    IctRule fresh =
        new IctRule(IctRule.Basis.MINUTES, 0, 90, IctRule.Span.MONTH, IctRule.Rounding.DOWN);
    YearSketch sketch =
        YearSketch.october()
            .grant("8")
            .rules(
                needed(
                    new IctRules.Version("R1", YearSketch.on(4, 1), old),
                    new IctRules.Version("R2", YearSketch.oct(19), fresh)));
    for (int day : new int[] {5, 6, 7}) {
      sketch.ict(YearSketch.oct(day), 40);
    }
    for (int day : new int[] {19, 20, 21}) {
      sketch.ict(YearSketch.oct(day), 60);
    }
    assertEquals(List.of(5, 6, 19, 20), credited(sketch));
  }

  @Test
  void minutesOfTwoMonthsAreSummedApart() {
    YearSketch sketch =
        YearSketch.autumn().grant("8").rules(IctRules.always(monthly(IctRule.Rounding.DOWN)));
    sketch.ict(YearSketch.oct(1), 60).ict(YearSketch.oct(6), 30);
    LocalDate november = YearSketch.on(11, 4);
    sketch.ict(november, 30).ict(november.plusDays(1), 30);
    assertEquals(List.of(1, 4), credited(sketch));
  }
}
