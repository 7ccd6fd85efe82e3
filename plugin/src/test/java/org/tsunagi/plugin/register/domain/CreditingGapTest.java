// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tsunagi.plugin.crediting.domain.Outcome;
import org.tsunagi.plugin.shared.Finding;

/**
 * What is said of a day of learning elsewhere that does not count, and of marks without a place.
 *
 * <p>Basis: 元文科初第698号 別記1・別記2 (校長は…出席扱いとすることができる).
 */
class CreditingGapTest {
  /** Reads {@code id kind facility first-last outcome; …} as decisions of October. */
  private static YearSketch decided(String decisions) {
    YearSketch sketch = YearSketch.october();
    for (String one : decisions.isEmpty() ? new String[0] : decisions.split(";")) {
      String[] part = one.strip().split(" ");
      String[] days = part[3].split("-");
      sketch.decideAt(
          part[0],
          part[1],
          part[2].equals("-") ? "" : part[2],
          YearSketch.octobers(Integer.parseInt(days[0]), Integer.parseInt(days[1])),
          Outcome.valueOf(part[4]));
    }
    return sketch;
  }

  private static YearSketch mark(YearSketch sketch, String facility) {
    return sketch.mark(
        YearSketch.oct(5), "CREDITED_SUPPORT_CENTER", "", facility == null ? "" : facility, "");
  }

  /** A mark of the education support centre on 5 October at a facility. */
  @ParameterizedTest
  @CsvSource({
    "F1, '', この日を含む出席扱いの申請がないので",
    "F1, D 1 F1 5-5 WAITING, この日を含む申請に校長の決定がまだないので",
    "F1, D 1 - 5-5 WAITING, この日を含む申請に校長の決定がまだないので",
    "'', D 1 F1 5-5 WAITING, この日を含む申請に校長の決定がまだないので",
    "F1, D 1 F1 5-5 REFUSED, この日を含む申請を校長が認めなかったか、決定を取り消したので",
    "'', D 1 F1 5-5 REFUSED, この日を含む申請を校長が認めなかったか、決定を取り消したので",
    "F1, D 1 F1 6-9 GRANTED; D 1 F1 5-5 WAITING, 校長の決定はありますが、この日は認めた期間に入っていないので",
    "F1, D 1 F1 6-9 GRANTED, 校長の決定はありますが、この日は認めた期間に入っていないので",
    "F1, D 1 F2 6-9 GRANTED, この日を含む出席扱いの申請がないので",
    "F1, D 1 F2 5-5 GRANTED, この日の校長の決定は別の施設のものなので",
    "F1, D 6 F2 5-5 GRANTED, この日の校長の決定は別の種類のものなので",
    "F1, D 6 F2 5-5 GRANTED; E 1 F1 5-5 WAITING, この日を含む申請に校長の決定がまだないので",
    "F1, D 6 F2 5-5 WAITING, この日を含む出席扱いの申請がないので",
    "'', D 1 F1 5-5 GRANTED; E 1 F2 5-5 GRANTED, この日の校長の決定は施設を指定していて、記号に施設がないので"
  })
  void dayThatDoesNotCountSaysExactlyWhy(String facility, String decisions, String why) {
    YearSketch sketch = mark(decided(decisions), facility).placedByDecision();
    StudentCount count = sketch.count();
    assertEquals(0, count.stays().get(0).year().tally().creditedDays());
    Finding finding = count.findings().get(0).finding();
    assertEquals("CREDITING_NOT_DECIDED", finding.code());
    assertEquals(why + "、欠席として数えました。", finding.message().split("(?<=。)")[0]);
    String told = count.stays().get(0).days().get(2).because().get(3).text();
    assertEquals(why + "、欠席として数えます。", told);
  }

  /** A mark without a place. Columns: decisions, whether a kept register, credited days, remark. */
  @ParameterizedTest
  @CsvSource({
    "D 1 F1 5-5 GRANTED, true, 1, 出席扱い1日（□□町□□教室）",
    "D 1 F1 5-5 GRANTED, false, 0, ''",
    "D 1 F2 5-5 GRANTED, true, 1, 出席扱い1日（□□町△△教室）",
    "D 1 F1 1-9 GRANTED; E 1 F1 5-5 GRANTED, true, 1, 出席扱い1日（□□町□□教室）",
    "D 1 F1 5-5 GRANTED; E 1 F2 5-5 GRANTED, true, 0, ''",
    "D 1 F1 5-5 GRANTED; E 1 F2 5-5 WAITING, true, 1, 出席扱い1日（□□町□□教室）",
    "D 1 F1 5-5 GRANTED; E 1 F2 5-5 REFUSED, true, 1, 出席扱い1日（□□町□□教室）",
    "D 1 F1 5-5 GRANTED; E 6 F2 5-5 GRANTED, true, 1, 出席扱い1日（□□町□□教室）",
    "D 1 F1 5-5 GRANTED; E 1 F2 6-9 GRANTED, true, 1, 出席扱い1日（□□町□□教室）",
    "D 1 F1 5-5 WAITING, true, 0, ''",
    "D 1 - 5-5 GRANTED; E 1 F2 5-5 GRANTED, true, 1, 出席扱い1日"
  })
  void markWithoutAPlaceIsOfTheOnlyFacilityThatWasGranted(
      String decisions, boolean kept, int credited, String remark) {
    YearSketch sketch = mark(decided(decisions), "");
    StayCount stay = (kept ? sketch.placedByDecision() : sketch).stay();
    assertEquals(credited, stay.year().tally().creditedDays());
    assertEquals(remark.isEmpty() ? List.of() : List.of(remark), stay.year().remarkTexts());
  }

  @ParameterizedTest
  @CsvSource({"F1, 1", "F2, 0"})
  void markThatNamesAPlaceStaysThere(String facility, int credited) {
    YearSketch sketch = mark(decided("D 1 F1 5-5 GRANTED"), facility).placedByDecision();
    assertEquals(credited, sketch.tally().creditedDays());
  }
}
