// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.crediting.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Conversion rules as boards write them.
 *
 * <p>Basis: 元文科初第698号 別記2 留意事項 (対面指導の日数や学習活動の時間などを基準とした規程等).
 */
class IctRuleTest {
  private static final LocalDate APRIL = LocalDate.of(2026, 4, 1);
  private static final LocalDate OCTOBER = LocalDate.of(2026, 10, 1);

  /** A day is 50 minutes, one lesson of a junior high school; 20 days of learning at most. */
  @ParameterizedTest
  @CsvSource({
    "0, 0, 0, 0",
    "1, 0, 0, 1",
    "24, 0, 0, 1",
    "25, 0, 1, 1",
    "49, 0, 1, 1",
    "50, 1, 1, 1",
    "51, 1, 1, 2",
    "475, 9, 10, 10",
    "999, 19, 20, 20",
    "1000, 20, 20, 20",
    "1001, 20, 20, 20",
    "5000, 20, 20, 20"
  })
  void minutesOfAMonthBecomeDays(int minutes, int down, int half, int up) {
    assertEquals(down, monthly(IctRule.Rounding.DOWN).daysOf(minutes, 20));
    assertEquals(half, monthly(IctRule.Rounding.HALF_UP).daysOf(minutes, 20));
    assertEquals(up, monthly(IctRule.Rounding.UP).daysOf(minutes, 20));
  }

  private static IctRule monthly(IctRule.Rounding rounding) {
    return new IctRule(IctRule.Basis.MINUTES, 0, 50, IctRule.Span.MONTH, rounding);
  }

  @ParameterizedTest
  @CsvSource({
    "VISITS, 3, false",
    "VISITS, 4, true",
    "VISITS, 5, true",
    "BOTH, 3, false",
    "BOTH, 4, true",
    "MINUTES, 0, true"
  })
  void fourVisitsAMonthAreEnoughWhereVisitsAreMeasured(
      IctRule.Basis basis, int visits, boolean enough) {
    assertEquals(enough, new IctRule(basis, 4, 60).visitedEnough(visits));
  }

  @ParameterizedTest
  @CsvSource({
    "MINUTES, DAY, 59, false",
    "MINUTES, DAY, 60, true",
    "BOTH, DAY, 59, false",
    "BOTH, DAY, 60, true",
    "VISITS, DAY, 0, true",
    "MINUTES, MONTH, 0, true",
    "BOTH, MONTH, 0, true"
  })
  void minutesOfADayDecideOnlyWhereEachDayIsMeasured(
      IctRule.Basis basis, IctRule.Span span, int minutes, boolean enough) {
    IctRule rule = new IctRule(basis, 4, 60, span, IctRule.Rounding.DOWN);
    assertEquals(enough, rule.longEnough(minutes));
  }

  @ParameterizedTest
  @CsvSource({
    "MINUTES, MONTH, 60, true",
    "BOTH, MONTH, 1, true",
    "VISITS, MONTH, 60, false",
    "MINUTES, DAY, 60, false",
    "MINUTES, MONTH, 0, false"
  })
  void monthIsSummedWhereMinutesOfAMonthAreMeasured(
      IctRule.Basis basis, IctRule.Span span, int minutes, boolean sums) {
    IctRule rule = new IctRule(basis, 4, minutes, span, IctRule.Rounding.DOWN);
    assertEquals(sums, rule.sumsMonth());
  }

  @Test
  void ruleOfADayIsTheShortForm() {
    assertEquals(
        new IctRule(IctRule.Basis.BOTH, 4, 60, IctRule.Span.DAY, IctRule.Rounding.DOWN),
        new IctRule(IctRule.Basis.BOTH, 4, 60));
  }

  @Test
  void figuresThatNoDayHasAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> new IctRule(IctRule.Basis.BOTH, -1, 60));
    assertThrows(IllegalArgumentException.class, () -> new IctRule(IctRule.Basis.BOTH, 4, -1));
    assertThrows(IllegalArgumentException.class, () -> new IctRule(IctRule.Basis.BOTH, 4, 1441));
    assertEquals(1440, new IctRule(IctRule.Basis.BOTH, 0, 1440).minutesPerDay());
    assertEquals(0, new IctRule(IctRule.Basis.BOTH, 0, 0).minutesPerDay());
  }

  @Test
  void versionInForceIsTheNewestThatHasBegun() {
    IctRules.Version first = version("R1", APRIL);
    IctRules.Version second = version("R2", OCTOBER);
    for (IctRules rules :
        List.of(
            new IctRules(List.of(first, second), true),
            new IctRules(List.of(second, first), true))) {
      assertEquals(Optional.empty(), rules.on(APRIL.minusDays(1)));
      assertEquals(Optional.of(first), rules.on(APRIL));
      assertEquals(Optional.of(first), rules.on(OCTOBER.minusDays(1)));
      assertEquals(Optional.of(second), rules.on(OCTOBER));
      assertEquals(Optional.of(second), rules.on(OCTOBER.plusYears(3)));
    }
  }

  private static IctRules.Version version(String id, LocalDate first) {
    return new IctRules.Version(id, first, new IctRule(IctRule.Basis.MINUTES, 0, 60));
  }

  @Test
  void ruleOfASimulationHasAlwaysHeldAndMarksMayBeSilent() {
    IctRule rule = new IctRule(IctRule.Basis.MINUTES, 0, 60);
    IctRules rules = IctRules.always(rule);
    assertEquals(rule, rules.on(LocalDate.of(1947, 4, 1)).orElseThrow().rule());
    assertFalse(rules.evidenceNeeded());
    assertTrue(IctRules.NONE.on(APRIL).isEmpty());
    assertFalse(IctRules.NONE.evidenceNeeded());
  }

  /** The words of formats, which may not change. */
  @Test
  void namesInFormatsAreRead() {
    assertEquals(Optional.of(IctRule.Basis.VISITS), IctRule.Basis.find("visits"));
    assertEquals(Optional.of(IctRule.Basis.MINUTES), IctRule.Basis.find("minutes"));
    assertEquals(Optional.of(IctRule.Basis.BOTH), IctRule.Basis.find("both"));
    assertEquals(Optional.empty(), IctRule.Basis.find("hours"));
    assertEquals(Optional.of(IctRule.Span.DAY), IctRule.Span.find("day"));
    assertEquals(Optional.of(IctRule.Span.MONTH), IctRule.Span.find("month"));
    assertEquals(Optional.empty(), IctRule.Span.find("year"));
    assertEquals(Optional.of(IctRule.Rounding.DOWN), IctRule.Rounding.find("down"));
    assertEquals(Optional.of(IctRule.Rounding.HALF_UP), IctRule.Rounding.find("half"));
    assertEquals(Optional.of(IctRule.Rounding.UP), IctRule.Rounding.find("up"));
    assertEquals(Optional.empty(), IctRule.Rounding.find("floor"));
    assertEquals("visits", IctRule.Basis.VISITS.code());
    assertEquals("month", IctRule.Span.MONTH.code());
    assertEquals("half", IctRule.Rounding.HALF_UP.code());
  }
}
