// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tsunagi.plugin.crediting.domain.Outcome;
import org.tsunagi.plugin.shared.DateRange;

/**
 * 備考 of closures, of causes that do not count, and of templates that a school sets itself.
 *
 * <p>Basis: 指導要録の手引 第3章 Q11・Q14.
 */
class RemarkTemplateTest {
  private static YearSketch closed(Closure.Scope scope, Closure.Basis basis, String reason) {
    String target = scope == Closure.Scope.HOMEROOM ? "2-2" : "A";
    List<DateRange> days = List.of(YearSketch.octobers(5, 6));
    return YearSketch.october()
        .group("A", YearSketch.octobers(1, 31))
        .close(new Closure("C1", scope, target, days, basis, reason, false));
  }

  /** Q14(1)エ prints 学級休業 for part of a grade, オ the disaster. */
  @ParameterizedTest
  @CsvSource({
    "HOMEROOM, ART20, インフルエンザ, 出席停止等2日（学級休業のため）",
    "GROUP, ART20, '', 出席停止等2日（臨時休業のため）",
    "GROUP, STAGGERED, '', 出席停止等2日（分散登校のため）",
    "HOMEROOM, STAGGERED, '', 出席停止等2日（分散登校のため）",
    "HOMEROOM, ART63, 大雨, 出席停止等2日（大雨のため）",
    "HOMEROOM, ART63, 大雨のため, 出席停止等2日（大雨のため）",
    "HOMEROOM, ART63, ' 洪水 ', 出席停止等2日（洪水のため）",
    "HOMEROOM, ART63, '', 出席停止等2日（学級休業のため）",
    "GROUP, ART63, ' ', 出席停止等2日（臨時休業のため）"
  })
  void closureOfPartOfTheGradeIsWordedAsTheHandbookDoes(
      Closure.Scope scope, Closure.Basis basis, String reason, String remark) {
    assertEquals(List.of(remark), closed(scope, basis, reason).remarks());
    assertEquals(2, closed(scope, basis, reason).tally().exemptDays());
  }

  /** Case table, rows 1 and 2: a closure of all is no school day and has no remark. */
  @ParameterizedTest
  @CsvSource({"SCHOOL", "GRADE"})
  void closureOfTheWholeGradeHasNoRemark(Closure.Scope scope) {
    YearSketch sketch =
        YearSketch.october()
            .close(scope, "", Closure.Basis.ART20, YearSketch.oct(5))
            .mark("EXEMPT_EXAM", 5);
    assertEquals(21, sketch.tally().schoolDays());
    assertEquals(List.of(), sketch.remarks());
  }

  /** A mark that the closure overtakes is no cause: at school, absent, at a facility. */
  @ParameterizedTest
  @CsvSource({"ABSENT_ILLNESS", "LATE", "CREDITED_SUPPORT_CENTER", "ONLINE_SPECIAL"})
  void onADayOfClosureOnlyAnExemptCauseIsPrintedInItsPlace(String code) {
    YearSketch sketch = closed(Closure.Scope.HOMEROOM, Closure.Basis.ART20, "").grant("1");
    sketch.template("ABSENT_ILLNESS", "欠席{n}日（病気）").template("LATE", "遅刻{n}回");
    assertEquals(List.of("出席停止等2日（学級休業のため）"), sketch.mark(code, 5).remarks());
  }

  @Test
  void creditedDayWithoutItsDecisionHasNoRemark() {
    YearSketch sketch = YearSketch.october().mark("CREDITED_SUPPORT_CENTER", 5);
    assertEquals(List.of(), sketch.remarks());
    sketch.decide("D", "1", YearSketch.octobers(5, 5), Outcome.GRANTED);
    assertEquals(List.of("出席扱い1日"), sketch.remarks());
  }

  /** 別紙1 備考 (主な欠席理由・遅刻・早退): a school may word what the catalogue leaves empty. */
  @ParameterizedTest
  @CsvSource({
    "ABSENT_ILLNESS, 欠席{n}日（{detail}）, 腹痛, 欠席2日（腹痛）",
    "ABSENT_ILLNESS, 病欠あり, 腹痛, 病欠あり",
    "ABSENT_ILLNESS, {detail}により欠席, 腹痛, 腹痛により欠席",
    "ABSENT_ILLNESS, {detail}により欠席, '', により欠席",
    "ABSENT_ILLNESS, （{detail}）欠席{n}日, '', 欠席2日",
    "ABSENT_ILLNESS, （{detail}）, '', ''",
    "ABSENT_ILLNESS, {detail}）欠席{n}日, '', ）欠席2日",
    "ABSENT_ILLNESS, 欠席（{detail}, '', 欠席（",
    "LATE, 遅刻{n}回（{detail}）, ' 電車遅延 ', 遅刻2回（電車遅延）",
    "EXEMPT_EXAM, 入試{n}日（{detail}のため）, '', 入試2日（入学試験のため）",
    "EXEMPT_DISASTER, 災害{n}日（{detail}）, 大雨のため, 災害2日（大雨のため）",
    "CREDITED_ACTIVITY, 出席扱い{n}日（{place}{facility}）, 陸上大会, 出席扱い2日（陸上大会）"
  })
  void schoolsOwnTemplateTakesThePlaceOfTheCatalogues(
      String code, String template, String detail, String remark) {
    YearSketch sketch = YearSketch.october().grant("CREDITED_ACTIVITY").template(code, template);
    sketch.mark(YearSketch.oct(5), code, detail, "", "");
    sketch.mark(YearSketch.oct(6), code, detail, "", "");
    assertEquals(remark.isEmpty() ? List.of() : List.of(remark), sketch.remarks());
  }

  /** Q11: 施設名と所在市町名; a place in words stands for a facility that is not on file. */
  @ParameterizedTest
  @CsvSource({
    "F1, '', 出席扱い1日（□□町□□教室）",
    "F1, 図書館, 出席扱い1日（□□町□□教室）",
    "F9, ' 図書館 ', 出席扱い1日（図書館）",
    "'', '', 出席扱い1日"
  })
  void facilityIsNamedWithItsTown(String facility, String place, String remark) {
    YearSketch sketch = YearSketch.october().grant("1");
    sketch.mark(YearSketch.oct(5), "CREDITED_SUPPORT_CENTER", "", facility, place);
    assertEquals(List.of(remark), sketch.remarks());
  }

  /** R-003-30: the prefixes stay apart; within one kind the earlier day stands first. */
  @Test
  void remarksOfOneKindStandByTheirFirstDay() {
    YearSketch sketch = YearSketch.october().grant("1");
    sketch.mark(YearSketch.oct(6), "EXEMPT_OTHER", "引っ越し", "", "");
    sketch.mark(YearSketch.oct(5), "EXEMPT_EXAM", "", "", "");
    sketch.mark(YearSketch.oct(7), "EXEMPT_EXAM", "", "", "");
    sketch.mark(YearSketch.oct(2), "BEREAVEMENT", "祖母", "", "");
    sketch.mark(YearSketch.oct(12), "SUSPENSION_INFECTION", "水痘", "", "");
    sketch.mark(YearSketch.oct(9), "SUSPENSION_INFECTION", "麻しん", "", "");
    assertEquals(
        List.of("出席停止1日（麻しん）", "出席停止1日（水痘）", "出席停止等2日（入学試験のため）", "出席停止等1日（引っ越しのため）", "忌引1日（祖母）"),
        sketch.remarks());
  }
}
