// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.plugin.code.ShippedCodes;
import org.tsunagi.plugin.crediting.domain.CreditingBook;
import org.tsunagi.plugin.crediting.domain.CreditingDecision;
import org.tsunagi.plugin.crediting.domain.FiledDecision;
import org.tsunagi.plugin.crediting.domain.Outcome;
import org.tsunagi.plugin.shared.DateRange;

class CreditedPlacesTest {
  private static final StudentId STUDENT = new StudentId("s24");
  private static final LocalDate DAY = LocalDate.of(2026, 11, 2);

  private static FiledDecision decided(String kind, String facility, Outcome outcome) {
    DateRange period = new DateRange(LocalDate.of(2026, 6, 8), LocalDate.of(2026, 11, 30));
    return new FiledDecision(
        new SchoolId("sc"),
        period.first(),
        new CreditingDecision(
            facility + kind,
            kind,
            Optional.of(facility),
            period,
            outcome,
            Optional.of(DAY),
            Optional.empty()));
  }

  private static String place(String code, String given, LocalDate date, FiledDecision... filed) {
    CreditingBook book =
        new CreditingBook(
            Map.of(STUDENT, List.of(filed)), Map.of(), Map.of(), Map.of(), Map.of(), Map.of());
    MarkWriting.Wanted wanted =
        new MarkWriting.Wanted(STUDENT, date, Optional.of(code), "", given, Optional.empty());
    return CreditedPlaces.fill(List.of(wanted), new ShippedCodes().catalogue(), book)
        .get(0)
        .facility();
  }

  @Test
  void theKeyAloneNamesTheFacilityOfTheDecisionThatCoversTheDay() {
    FiledDecision first = decided("1", "F1", Outcome.GRANTED);
    assertEquals("F1", place("CREDITED_SUPPORT_CENTER", "", DAY, first));
    assertEquals(
        "F1", place("CREDITED_SUPPORT_CENTER", "", DAY, decided("1", "F1", Outcome.WAITING)));
    assertEquals("F9", place("CREDITED_SUPPORT_CENTER", "F9", DAY, first));
  }

  @Test
  void aGrantedDecisionGoesBeforeOneThatWaits() {
    assertEquals(
        "F1",
        place(
            "CREDITED_SUPPORT_CENTER",
            "",
            DAY,
            decided("1", "F2", Outcome.WAITING),
            decided("1", "F1", Outcome.GRANTED)));
  }

  @Test
  void nothingIsGuessed() {
    FiledDecision first = decided("1", "F1", Outcome.GRANTED);
    assertEquals("", place("CREDITED_PRIVATE", "", DAY, first));
    assertEquals("", place("ABSENT_ILLNESS", "", DAY, first));
    assertEquals("", place("CREDITED_SUPPORT_CENTER", "", LocalDate.of(2026, 12, 1), first));
    assertEquals(
        "", place("CREDITED_SUPPORT_CENTER", "", DAY, first, decided("1", "F2", Outcome.GRANTED)));
  }
}
