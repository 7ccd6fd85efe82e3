// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What a reader sees who may not know of custody and protection.
 *
 * <p>Basis: 指導要録の手引 第3章 Q14(1)ク (少年鑑別所への収容などの重要な事実は記録として残す).
 */
class RestrictedRemarkTest {
  private static final String KEPT = "（理由は限られた人が見られます）";

  private static YearSketch custody() {
    YearSketch sketch = YearSketch.october().grant("CREDITED_CORRECTIONAL");
    sketch.mark(YearSketch.oct(5), "EXEMPT_CUSTODY", "少年鑑別所収容", "F1", "○○少年鑑別所");
    sketch.mark(YearSketch.oct(6), "EXEMPT_CUSTODY", "少年鑑別所収容", "F1", "○○少年鑑別所");
    sketch.mark(YearSketch.oct(7), "EXEMPT_EXAM", "", "", "");
    sketch.mark(YearSketch.oct(8), "EXEMPT_PROTECTION", "", "", "");
    sketch.mark(YearSketch.oct(9), "CREDITED_CORRECTIONAL", "", "", "");
    return sketch;
  }

  @Test
  void restrictedReasonsAreAddedUpUnderTheirWordWhereTheFirstStood() {
    assertEquals(
        List.of(
            "出席停止等2日（少年鑑別所収容のため）",
            "出席停止等1日（入学試験のため）",
            "出席停止等1日（一時保護のため）",
            "出席扱い1日（当該施設において学習活動を行ったこと）"),
        custody().remarks());
    StayCount masked = custody().count().masked().stays().get(0);
    List<String> shown = List.of("出席停止等3日" + KEPT, "出席停止等1日（入学試験のため）", "出席扱い1日" + KEPT);
    assertEquals(shown, masked.year().remarkTexts());
    assertEquals(shown, masked.months().get(YearMonth.of(2026, 10)).remarkTexts());
    assertEquals(custody().tally(), masked.year().tally());
    assertEquals(custody().count().findings(), custody().count().masked().findings());
  }

  /** Columns: day of October, what is shown: id, sign, look, name. */
  @ParameterizedTest
  @CsvSource({
    "5, RESTRICTED_EXEMPT, 停, off, 出席停止等",
    "8, RESTRICTED_EXEMPT, 停, off, 出席停止等",
    "9, RESTRICTED_CREDITED, 扱, cred, 出席扱い"
  })
  void restrictedDayShowsThatTheChildNeedNotAttendAndNoMore(
      int day, String id, String glyph, String family, String label) {
    DayVerdict open = custody().verdict(YearSketch.oct(day));
    DayVerdict masked = open.masked();
    assertEquals(open.dayClass(), masked.dayClass());
    assertEquals(open.flags(), masked.flags());
    assertEquals(id, masked.code());
    assertTrue(RestrictedRule.hides(masked.code()));
    DayMark mark = masked.causes().mark().orElseThrow();
    assertEquals("", mark.detail() + mark.facility() + mark.place());
    assertEquals(
        List.of(glyph, family, label),
        masked.causes().code().stream()
            .flatMap(code -> List.of(code.glyph(), code.family().code(), code.label()).stream())
            .toList());
    assertTrue(masked.causes().decision().isEmpty());
    assertTrue(masked.because().stream().noneMatch(fact -> fact.text().contains("鑑別所")));
  }

  @Test
  void dayOfAnOpenCauseStaysAsItIs() {
    DayVerdict exam = custody().verdict(YearSketch.oct(7));
    assertSame(exam, exam.masked());
    assertFalse(RestrictedRule.hides(exam.code()));
    DayVerdict blank = custody().verdict(YearSketch.oct(12));
    assertSame(blank, blank.masked());
  }

  @Test
  void onlineLessonOfARestrictedDayIsStillCounted() {
    DayMark mark =
        new DayMark(
            YearSketch.oct(5),
            "EXEMPT_CUSTODY",
            "",
            "",
            "",
            true,
            true,
            OptionalInt.of(45),
            Optional.of(true));
    DayMark masked =
        YearSketch.october()
            .mark(mark)
            .verdict(YearSketch.oct(5))
            .masked()
            .causes()
            .mark()
            .orElseThrow();
    assertTrue(masked.onlineHeld() && masked.onlineSpecial());
    assertEquals(YearSketch.oct(5), masked.date());
    assertTrue(masked.minutes().isEmpty() && masked.visit().isEmpty());
  }

  /** R-003-30: the word in front of the number tells what the days are. */
  @ParameterizedTest
  @CsvSource({
    "SUSPENSION_INFECTION, , SUSPENSION, 出席停止",
    "EXEMPT_EXAM, , EXEMPTION, 出席停止等",
    "BEREAVEMENT, , BEREAVEMENT, 忌引",
    "CREDITED_ICT, , CREDITED, 出席扱い",
    "ABSENT_ILLNESS, 欠席{n}日, OTHER, ''",
    "ABSENT_ILLNESS, 病欠あり, OTHER, ''"
  })
  void remarkKnowsItsKindAndItsDays(String code, String template, Remark.Kind kind, String prefix) {
    YearSketch sketch = YearSketch.october().grant("8").mark(code, 5, 6);
    if (template != null) {
      sketch.template(code, template);
    }
    Remark remark = sketch.stay().year().remarks().get(0);
    assertEquals(
        List.of(kind, 2, false), List.of(remark.kind(), remark.days(), remark.restricted()));
    assertEquals(prefix, remark.kind().prefix());
  }

  /** A restricted cause with a wording of its own still reads as a day off. */
  @Test
  void restrictedReasonOfAnotherWordingIsMaskedToo() {
    YearSketch sketch =
        YearSketch.october()
            .template("EXEMPT_CUSTODY", "鑑別所に{n}日")
            .template("EXEMPT_EXAM", "鑑別所に{n}日")
            .mark("EXEMPT_EXAM", 5)
            .mark("EXEMPT_CUSTODY", 6);
    assertEquals(List.of("鑑別所に2日"), sketch.remarks());
    assertEquals(
        List.of("出席停止等2日" + KEPT),
        Remark.masked(sketch.stay().year().remarks()).stream().map(Remark::text).toList());
  }
}
