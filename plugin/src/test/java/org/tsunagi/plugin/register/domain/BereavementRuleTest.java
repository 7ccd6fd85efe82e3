// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Mournings that are longer than the school's own number of days. October 2026: 5 is a Monday. */
class BereavementRuleTest {
  /** Marks 忌引 by days, such as {@code 5父 6父}, and lists what is longer. */
  private static String longer(String marks, String limits) {
    YearSketch sketch = YearSketch.october();
    for (String mark : marks.split(" ")) {
      int day = Integer.parseInt(mark.replaceAll("\\D", ""));
      String relation = mark.replaceAll("\\d", "");
      String code = relation.equals("病") ? "ABSENT_ILLNESS" : "BEREAVEMENT";
      sketch.mark(YearSketch.oct(day), code, relation, "", "");
    }
    List<BereavementRule.Longer> found =
        BereavementRule.find(sketch.stay().days(), BereavementLimits.of(limits));
    return String.join(
        " ",
        found.stream()
            .map(
                one ->
                    one.relation()
                        + one.first().getDayOfMonth()
                        + "-"
                        + one.last().getDayOfMonth()
                        + ":"
                        + one.days()
                        + "/"
                        + one.limit())
            .toList());
  }

  @ParameterizedTest
  @CsvSource({
    "5祖父 6祖父 7祖父, 祖父=3, ''",
    "5祖父 6祖父 7祖父 8祖父, 祖父=3, 祖父5-8:4/3",
    "8祖父 9祖父 12祖父 13祖父, 祖父=3, 祖父8-13:4/3",
    "5祖父 6祖父 7病 8祖父 9祖父, 祖父=3, ''",
    "5祖父 6祖父 8祖父 9祖父, 祖父=3, ''",
    "5祖父 6祖父 7祖母 8祖母, '祖父=1、祖母=1', 祖父5-6:2/1 祖母7-8:2/1",
    "5父 6父 7父, 祖父=1, ''",
    "5父 6父, '', ''",
    "29父 30父, 父=1, 父29-30:2/1"
  })
  void onlySchoolDaysInARowForOneRelationAreOneMourning(String marks, String limits, String found) {
    assertEquals(found, longer(marks, limits));
  }

  @Test
  void theSentenceSaysWhoseHowLongAndTheLimit() {
    BereavementRule.Longer one =
        new BereavementRule.Longer("祖父", YearSketch.oct(5), YearSketch.oct(8), 4, 3);
    assertEquals("忌引（祖父）が4日です。学校の定めは3日です。日数か続柄を確かめてください。", one.text());
  }

  @ParameterizedTest
  @ValueSource(strings = {"父", "父=", "=3", "父=0", "父=100", "父=3=4", "父=3、父=4", "父=a"})
  void whatIsNoLimitIsRefused(String setting) {
    assertThrows(IllegalArgumentException.class, () -> BereavementLimits.of(setting));
  }

  @Test
  void limitsAreKeptInTheirOrder() {
    assertEquals("父=7、祖父=3", BereavementLimits.of(" 父＝7 , 祖父 = 3、").text());
    assertEquals("", BereavementLimits.of("").text());
    assertEquals(99, BereavementLimits.of("父=99").days().get("父"));
  }
}
