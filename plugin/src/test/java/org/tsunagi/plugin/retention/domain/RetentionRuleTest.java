// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.retention.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tsunagi.plugin.shared.Finding;

/** The clock of keeping (G-002-20) and the two people. */
class RetentionRuleTest {
  @ParameterizedTest
  @CsvSource({
    "2025-03-14, 5, 2030-03-31",
    "2025-03-31, 5, 2030-03-31",
    "2025-04-01, 5, 2031-03-31",
    "2025-03-14, 20, 2045-03-31",
  })
  void theTimeRunsFromTheEndOfTheSchoolYearOfLeaving(LocalDate left, int years, LocalDate until) {
    assertEquals(until, RetentionRule.until(left, years));
    assertFalse(RetentionRule.due(until, until));
    assertTrue(RetentionRule.due(until, until.plusDays(1)));
  }

  private static List<String> codes(List<Finding> found) {
    return found.stream().map(Finding::code).toList();
  }

  @Test
  void oneWhoProposedNeverDestroys() {
    LocalDate due = LocalDate.of(2030, 3, 31);
    LocalDate today = LocalDate.of(2030, 4, 1);
    RetentionRule.Case own = new RetentionRule.Case(false, due, "a", "a", true);
    RetentionRule.Case other = new RetentionRule.Case(false, due, "a", "b", true);
    RetentionRule.Case held = new RetentionRule.Case(true, due, "a", "b", false);
    assertEquals(List.of("SECOND_PERSON"), codes(RetentionRule.checkDestruction(own, today)));
    assertEquals(List.of(), codes(RetentionRule.checkDestruction(other, today)));
    assertEquals(List.of("NOT_DUE"), codes(RetentionRule.checkDestruction(other, due)));
    assertEquals(List.of("HELD", "CHANGED"), codes(RetentionRule.checkDestruction(held, today)));
  }

  @Test
  void anotherNumberOfYearsNeedsARule() {
    assertEquals(List.of(), codes(RetentionRule.checkYears(5, "")));
    assertEquals(List.of("BASIS"), codes(RetentionRule.checkYears(10, "")));
    assertEquals(List.of(), codes(RetentionRule.checkYears(10, "文書管理規程")));
    assertEquals(List.of("YEARS", "BASIS"), codes(RetentionRule.checkYears(0, "")));
  }

  @Test
  void theHashTellsOtherRowsButNotTheirOrderNorWhoLooked() {
    HeldTable sheets = HeldTable.of("sheets", "sheet");
    HeldTable readings = HeldTable.of(HeldDigest.READINGS, "read_log");
    Map<String, String> a = Map.of("id", "1", "text", "甲");
    Map<String, String> b = Map.of("id", "2", "text", "乙");
    String hash = HeldDigest.hash(List.of(new HeldDigest.Rows(sheets, List.of(a, b))));
    List<HeldDigest.Rows> looked =
        List.of(
            new HeldDigest.Rows(readings, List.of(a)), new HeldDigest.Rows(sheets, List.of(b, a)));
    assertEquals(hash, HeldDigest.hash(looked));
    assertEquals("readings=1 sheets=2", HeldDigest.counts(looked));
    assertNotEquals(hash, HeldDigest.hash(List.of(new HeldDigest.Rows(sheets, List.of(a)))));
  }
}
