// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tsunagi.plugin.crediting.domain.IctRule;
import org.tsunagi.plugin.crediting.domain.IctRules;
import org.tsunagi.plugin.crediting.domain.Outcome;
import org.tsunagi.plugin.shared.DateRange;

/** What the chain of facts says of 5 October, word by word, with its basis. */
class BecauseTextTest {
  private static final LocalDate DAY = YearSketch.oct(5);
  private static final String NOTICE = "30文科初第1845号 別紙1";
  private static final String PLANNED = "calendar 2026-10-05 授業日の予定があります。";
  private static final String ENROLLED = "enrolment S 在籍している日です。";

  private static List<String> because(YearSketch sketch) {
    return sketch.verdict(DAY).because().stream()
        .map(fact -> fact.kind() + " " + fact.id() + " " + fact.text())
        .toList();
  }

  /** Lists the facts beside the planned day and the enrolment. */
  private static List<String> rest(YearSketch sketch) {
    List<String> facts = new ArrayList<>(because(sketch));
    assertEquals(List.of(PLANNED, ENROLLED), List.of(facts.remove(0), facts.remove(0)));
    return facts;
  }

  private static Optional<String> basis(YearSketch sketch, String kind) {
    return sketch.verdict(DAY).because().stream()
        .filter(fact -> fact.kind().equals(kind))
        .map(Fact::basis)
        .findFirst();
  }

  @Test
  void blankOnADayWhoseRegisterWasTakenIsPresence() {
    YearSketch sketch = YearSketch.october();
    assertEquals(List.of("rule BLANK 出席をとった日で記号がないので、出席です。"), rest(sketch));
    assertEquals(Optional.of(NOTICE), basis(sketch, "rule"));
    assertEquals(Optional.of(NOTICE), basis(sketch, "calendar"));
    assertEquals(Optional.of(NOTICE), basis(sketch, "enrolment"));
  }

  @Test
  void blankOnADayWhoseRegisterWasNotTakenIsUnknown() {
    YearSketch sketch = YearSketch.october().day(DAY, "", false);
    assertEquals(List.of("rule NOT_TAKEN 出席をまだとっていないので、未確認です。"), rest(sketch));
  }

  @Test
  void dayWithATitleNamesIt() {
    YearSketch sketch = YearSketch.october().day(DAY, "体育祭", true).mark("ABSENT_ILLNESS", 5);
    assertEquals(
        List.of(
            "calendar 2026-10-05 授業日の予定があります（体育祭）。", ENROLLED, "mark 2026-10-05 出席簿の記号は「病欠」です。"),
        because(sketch));
    assertEquals(Optional.of("30文科初第1845号 別紙1・別紙2"), basis(sketch, "mark"));
  }

  @ParameterizedTest
  @CsvSource({
    "SCHOOL, '', 大雨, ART63, 学校の全部が臨時休業でした（大雨）。, 学校教育法施行規則63条",
    "GRADE, '', '', ART20, 学年の全部が臨時休業でした。, 学校保健安全法20条",
    "HOMEROOM, 2-2, インフルエンザ, ART20, 学級が臨時休業でした（インフルエンザ）。, 学校保健安全法20条",
    "GROUP, A, '', STAGGERED, グループ「A」が臨時休業でした。, 学校保健安全法20条（分散登校）"
  })
  void closureNamesWhoWasClosedAndWhy(
      Closure.Scope scope,
      String target,
      String reason,
      Closure.Basis basis,
      String text,
      String law) {
    List<DateRange> days = List.of(DateRange.of(DAY));
    YearSketch sketch =
        YearSketch.october()
            .group("A", YearSketch.octobers(1, 31))
            .close(new Closure("C1", scope, target, days, basis, reason, false));
    List<String> expected = new ArrayList<>(List.of(PLANNED, "closure C1 " + text));
    if (target.isEmpty()) {
      expected.add("rule GRADE_CLOSED 学年の全部が休業したので、授業日数に入れません。");
    }
    expected.add(ENROLLED);
    assertEquals(expected, because(sketch));
    assertEquals(Optional.of(law), basis(sketch, "closure"));
  }

  @ParameterizedTest
  @CsvSource({
    "GRANTED, D, 校長の決定があるので、出席扱いです。",
    "REFUSED, D, この日を含む申請を校長が認めなかったか、決定を取り消したので、欠席として数えます。",
    "WAITING, D, この日を含む申請に校長の決定がまだないので、欠席として数えます。",
    ", '', この日を含む出席扱いの申請がないので、欠席として数えます。"
  })
  void dayOfLearningElsewhereNamesItsDecision(Outcome outcome, String id, String text) {
    YearSketch sketch = YearSketch.october().mark("CREDITED_SUPPORT_CENTER", 5);
    if (outcome != null) {
      sketch.decide("D", "1", YearSketch.octobers(5, 5), outcome);
    }
    assertEquals(
        List.of("mark 2026-10-05 出席簿の記号は「出席扱い（教育支援センター）」です。", "decision " + id + " " + text),
        rest(sketch));
    String basis = YearSketch.CODES.get("CREDITED_SUPPORT_CENTER").basis();
    assertEquals(Optional.of(basis), basis(sketch, "decision"));
  }

  @Test
  void dayShortOfTheRuleNamesTheRuleAndNoDecision() {
    YearSketch sketch =
        YearSketch.october()
            .grant("8")
            .rules(IctRules.always(new IctRule(IctRule.Basis.MINUTES, 0, 60)))
            .ict(DAY, 59);
    assertEquals(
        List.of(
            "mark 2026-10-05 出席簿の記号は「出席扱い（自宅におけるICT等）」です。", "rule ICT ICT学習の日数換算の規程に届かないので、欠席です。"),
        rest(sketch));
    assertEquals(Optional.of("設置者の換算規程"), basis(sketch, "rule"));
  }

  @Test
  void exemptDayNamesItsAcceptance() {
    YearSketch granted =
        YearSketch.october()
            .mark("EXEMPT_EXAM", 5)
            .accept("A", "EXEMPT_EXAM", YearSketch.octobers(5, 5), Outcome.GRANTED);
    assertEquals(
        List.of("mark 2026-10-05 出席簿の記号は「出席停止等（入学試験）」です。", "acceptance A 出席しなくてもよいと認められた日です。"),
        rest(granted));
    assertEquals(Optional.of(NOTICE), basis(granted, "acceptance"));
    YearSketch none = YearSketch.october().mark("EXEMPT_EXAM", 5).acceptancesAsked();
    assertEquals(
        List.of("mark 2026-10-05 出席簿の記号は「出席停止等（入学試験）」です。", "acceptance  校長などの承認がないので、欠席として数えます。"),
        rest(none));
  }

  /** The closure exempts the day, so a refused cause has nothing to add. */
  @Test
  void refusedCauseOnAClosedDayIsNotTold() {
    YearSketch sketch =
        YearSketch.october()
            .close(Closure.Scope.HOMEROOM, "2-2", Closure.Basis.ART20, DAY)
            .mark("EXEMPT_EXAM", 5)
            .accept("A", "EXEMPT_EXAM", YearSketch.octobers(5, 5), Outcome.REFUSED);
    assertEquals(
        List.of(
            PLANNED, "closure C1 学級が臨時休業でした。", ENROLLED, "mark 2026-10-05 出席簿の記号は「出席停止等（入学試験）」です。"),
        because(sketch));
  }

  /** Basis: 2文科初第1733号 別紙1. */
  @Test
  void markOfAnOnlineLessonAloneSaysSo() {
    DayMark online =
        new DayMark(DAY, "", "", "", "", true, false, OptionalInt.empty(), Optional.empty());
    YearSketch sketch = YearSketch.october().mark(online);
    assertEquals(List.of("mark 2026-10-05 オンラインの授業の記録があります。"), rest(sketch));
    assertEquals(Optional.of("2文科初第1733号 別紙1"), basis(sketch, "mark"));
  }
}
