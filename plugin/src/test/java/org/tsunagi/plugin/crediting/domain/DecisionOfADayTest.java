// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.crediting.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tsunagi.plugin.code.ShippedCodes;
import org.tsunagi.plugin.code.domain.AttendanceCode;
import org.tsunagi.plugin.shared.DateRange;

/**
 * Which decision speaks of a day of learning elsewhere.
 *
 * <p>Basis: 元文科初第698号 別記1・別記2 (校長は指導要録上出席扱いとすることができる).
 */
class DecisionOfADayTest {
  private static final AttendanceCode CENTRE =
      new ShippedCodes().catalogue().get("CREDITED_SUPPORT_CENTER");
  private static final LocalDate FIRST = LocalDate.of(2026, 10, 5);
  private static final LocalDate LAST = LocalDate.of(2026, 10, 30);

  private static CreditingDecision decision(String id, Outcome outcome) {
    return decision(id, "1", "", outcome, "");
  }

  private static CreditingDecision decision(
      String id, String kind, String facility, Outcome outcome, String stay) {
    return new CreditingDecision(
        id,
        kind,
        Optional.of(facility).filter(one -> !one.isEmpty()),
        new DateRange(FIRST, LAST),
        outcome,
        Optional.empty(),
        Optional.of(stay).filter(one -> !one.isEmpty()));
  }

  private static String found(LocalDate date, CreditingDecision... decisions) {
    return found(List.of(decisions), date);
  }

  private static String found(List<CreditingDecision> decisions, LocalDate date) {
    return CreditingRules.find(decisions, CENTRE, "F1", date, "S1")
        .map(CreditingDecision::id)
        .orElse("none");
  }

  /** The mark is CREDITED_SUPPORT_CENTER at F1 in stay S1. */
  @ParameterizedTest
  @CsvSource({
    "1, '', '', D",
    "CREDITED_SUPPORT_CENTER, '', '', D",
    "2, '', '', none",
    "CREDITED_ICT, '', '', none",
    "1, F1, '', D",
    "1, F2, '', none",
    "1, F1, S1, D",
    "1, F1, S2, none",
    "1, '', S2, none"
  })
  void decisionMustSpeakOfKindFacilityAndStay(
      String kind, String facility, String stay, String wanted) {
    assertEquals(wanted, found(FIRST, decision("D", kind, facility, Outcome.GRANTED, stay)));
  }

  @ParameterizedTest
  @CsvSource({"2026-10-04, none", "2026-10-05, D", "2026-10-30, D", "2026-10-31, none"})
  void decisionSpeaksOfItsDaysBothEndsIncluded(LocalDate date, String wanted) {
    assertEquals(wanted, found(date, decision("D", Outcome.REFUSED)));
  }

  @Test
  void grantedComesBeforeRefusedAndRefusedBeforeWaitingInAnyOrder() {
    List<CreditingDecision> all = new ArrayList<>();
    all.add(decision("A", Outcome.WAITING));
    all.add(decision("B", Outcome.REFUSED));
    assertEquals("B", found(all, FIRST));
    all.add(decision("C", Outcome.GRANTED));
    assertEquals("C", found(all, FIRST));
    Collections.reverse(all);
    assertEquals("C", found(all, FIRST));
  }

  /** Two grants that cover a day give one explanation, whatever the order of entry. */
  @Test
  void ofTwoGrantsTheEarlierPeriodIsNamedThenTheShorterThenTheSmallerId() {
    CreditingDecision month = decision("B", Outcome.GRANTED);
    CreditingDecision twin = decision("A", Outcome.GRANTED);
    CreditingDecision shorter = during("C", FIRST, LAST.minusDays(1));
    CreditingDecision earlier = during("D", FIRST.minusDays(1), LAST.plusDays(9));
    List<CreditingDecision> all = new ArrayList<>(List.of(month, twin));
    assertBothWays("A", all);
    all.add(shorter);
    assertBothWays("C", all);
    all.add(earlier);
    assertBothWays("D", all);
  }

  private static void assertBothWays(String wanted, List<CreditingDecision> all) {
    List<CreditingDecision> reversed = new ArrayList<>(all);
    Collections.reverse(reversed);
    assertEquals(wanted, found(all, FIRST));
    assertEquals(wanted, found(reversed, FIRST));
  }

  private static CreditingDecision during(String id, LocalDate first, LocalDate last) {
    return new CreditingDecision(
        id,
        "1",
        Optional.empty(),
        new DateRange(first, last),
        Outcome.GRANTED,
        Optional.empty(),
        Optional.empty());
  }

  @Test
  void withoutADecisionThereIsNone() {
    assertEquals("none", found(FIRST));
  }

  @Test
  void decisionWithoutAKindIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> decision("D", " ", "", Outcome.GRANTED, ""));
  }

  /** The words of formats, which may not change. */
  @ParameterizedTest
  @CsvSource({"granted, GRANTED", "refused, REFUSED", "waiting, WAITING"})
  void outcomesAreReadByTheirNameInFormats(String code, Outcome outcome) {
    assertEquals(Optional.of(outcome), Outcome.find(code));
    assertEquals(code, outcome.code());
  }

  @Test
  void unknownOutcomeIsNotRead() {
    assertEquals(Optional.empty(), Outcome.find("GRANTED"));
  }
}
