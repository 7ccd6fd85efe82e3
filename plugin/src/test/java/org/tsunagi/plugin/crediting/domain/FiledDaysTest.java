// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.crediting.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tsunagi.plugin.shared.DateRange;

/**
 * What counting reads out of applications and out of rules of several bodies.
 *
 * <p>Basis: 元文科初第698号 別記1・別記2 (without a granted decision no day is credited) and 別記2 留意事項.
 */
class FiledDaysTest {
  private static final Optional<LocalDate> DECIDED = Optional.of(day(9, 25));

  private static LocalDate day(int month, int day) {
    return LocalDate.of(2026, month, day);
  }

  /** Reads {@code 5-9,12-16} as days of October. */
  private static List<DateRange> octobers(String text) {
    List<DateRange> ranges = new ArrayList<>();
    for (String part : text.isEmpty() ? new String[0] : text.split(" ")) {
      String[] ends = part.split("-");
      ranges.add(
          new DateRange(day(10, Integer.parseInt(ends[0])), day(10, Integer.parseInt(ends[1]))));
    }
    return ranges;
  }

  private static List<CreditingDecision> filed(DecisionOutcome outcome, String ranges) {
    return FilingRule.decisions(
        "A1",
        "1",
        "F1",
        octobers("5-30").get(0),
        Optional.ofNullable(outcome),
        octobers(ranges),
        outcome == null ? Optional.empty() : DECIDED);
  }

  private static String days(List<CreditingDecision> decisions, Outcome outcome) {
    return decisions.stream()
        .filter(one -> one.outcome() == outcome)
        .map(
            one -> one.period().first().getDayOfMonth() + "-" + one.period().last().getDayOfMonth())
        .reduce((one, other) -> one + " " + other)
        .orElse("");
  }

  /** An application for 5–30 October. Columns: granted ranges, the days that wait. */
  @ParameterizedTest
  @CsvSource({
    "5-30, ''",
    "5-9, 10-30",
    "12-16, 5-11 17-30",
    "20-30, 5-19",
    "20-22 12-16, 5-11 17-19 23-30",
    "5-9 10-30, ''",
    "5-20 10-12, 21-30"
  })
  void daysOutsideTheGrantedRangesWait(String granted, String waiting) {
    List<CreditingDecision> filed = filed(DecisionOutcome.GRANTED, granted);
    assertEquals(waiting, days(filed, Outcome.WAITING));
    assertEquals(octobers(granted).size(), filed.size() - octobers(waiting).size());
    assertEquals("", days(filed, Outcome.REFUSED));
    for (CreditingDecision one : filed) {
      boolean known = one.outcome() == Outcome.GRANTED;
      assertEquals(known ? DECIDED : Optional.empty(), one.decidedOn());
      assertEquals(
          List.of("A1", "1", Optional.of("F1"), Optional.empty()),
          List.of(one.id(), one.kind(), one.facility(), one.stay()));
    }
  }

  @Test
  void grantedRangesStandByTheirFirstDay() {
    assertEquals(
        "12-16 20-22", days(filed(DecisionOutcome.GRANTED, "20-22 12-16"), Outcome.GRANTED));
  }

  /** Refused or taken back: no day is credited. Nothing decided: every day waits. */
  @ParameterizedTest
  @CsvSource({
    "REFUSED, REFUSED, true",
    "WITHDRAWN, REFUSED, true",
    "WAITING, WAITING, false",
    ", WAITING, false"
  })
  void wholePeriodStandsAsTheNewestDecisionSays(
      DecisionOutcome outcome, Outcome stands, boolean dated) {
    List<CreditingDecision> filed = filed(outcome, "");
    assertEquals("5-30", days(filed, stands));
    assertEquals(1, filed.size());
    assertEquals(dated ? DECIDED : Optional.empty(), filed.get(0).decidedOn());
  }

  @Test
  void applicationWithoutAFacilityNamesNone() {
    DateRange period = octobers("5-30").get(0);
    assertEquals(
        Optional.empty(),
        FilingRule.decisions("A1", "8", "", period, Optional.empty(), List.of(), Optional.empty())
            .get(0)
            .facility());
  }

  /** A change of homeroom ends no stay, a gap of a day does. */
  @ParameterizedTest
  @CsvSource({
    "1-9 10-20, 1-20",
    "10-20 1-9, 1-20",
    "1-9 11-20, 1-9 11-20",
    "1-20 5-9, 1-20",
    "1-9 5-20 25-30, 1-20 25-30",
    "'', ''"
  })
  void staysThatTouchAreOne(String parts, String joined) {
    assertEquals(octobers(joined), StayPeriods.of(octobers(parts)));
  }

  private static StoredIctRule rule(String id, String level, int month) {
    return new StoredIctRule(
        id,
        new StoredIctRule.Scope(level, "", "", ""),
        day(month, 1),
        new IctRule(IctRule.Basis.MINUTES, 0, 60),
        id,
        "");
  }

  /** Says which rule holds on the 15th of a month; {@code -} for none. */
  private static String on(List<StoredIctRule> rules, int month) {
    return IctRuleLevels.on(IctRuleLevels.join(rules), day(month, 15))
        .map(StoredIctRule::id)
        .orElse("-");
  }

  /**
   * The installation has rules from April and November, the city from June and December, the school
   * from September: from then on only its own.
   */
  @ParameterizedTest
  @CsvSource({"3, -", "4, I4", "6, M6", "8, M6", "9, S9", "11, S9", "12, S9"})
  void nearestBodysRuleHoldsFromTheDayItHasOne(int month, String wanted) {
    List<StoredIctRule> rules =
        new ArrayList<>(
            List.of(
                rule("I4", "installation", 4),
                rule("I11", "installation", 11),
                rule("M6", "municipality", 6),
                rule("M12", "municipality", 12),
                rule("S9", "school", 9)));
    assertEquals(wanted, on(rules, month));
    Collections.reverse(rules);
    assertEquals(wanted, on(rules, month));
  }

  @Test
  void ofTwoRulesThatBeginOnOneDayTheNearerThenTheGreaterIdHolds() {
    assertEquals("S", on(List.of(rule("I", "installation", 4), rule("S", "school", 4)), 5));
    assertEquals("B", on(List.of(rule("A", "school", 4), rule("B", "school", 4)), 5));
    assertEquals(
        1, IctRuleLevels.join(List.of(rule("A", "school", 4), rule("B", "school", 4))).size());
  }

  @Test
  void rulesOnFileNeedEvidence() {
    IctRules rules = IctRuleLevels.rules(List.of(rule("A", "school", 4)));
    assertTrue(rules.evidenceNeeded());
    assertEquals(Optional.of("A"), rules.on(day(4, 1)).map(IctRules.Version::id));
    assertEquals(Optional.empty(), rules.on(day(3, 31)));
    assertEquals(
        List.of(0, 1, 2),
        List.of(rule("", "school", 4), rule("", "municipality", 4), rule("", "installation", 4))
            .stream()
            .map(one -> one.scope().distance())
            .toList());
  }
}
