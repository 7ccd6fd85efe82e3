// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.school.Grade;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.plugin.code.ShippedCodes;
import org.tsunagi.plugin.crediting.domain.Acceptances;
import org.tsunagi.plugin.crediting.domain.CreditingDecision;
import org.tsunagi.plugin.crediting.domain.IctRule;
import org.tsunagi.plugin.crediting.domain.IctRules;
import org.tsunagi.plugin.crediting.domain.Outcome;
import org.tsunagi.plugin.shared.DateRange;

/** A conversion rule that changes within a month. */
class MonthOfTwoRulesTest {
  private static final LocalDate FIRST = LocalDate.of(2026, 6, 1);
  private static final LocalDate CHANGE = LocalDate.of(2026, 6, 15);
  private static final DateRange JUNE = new DateRange(FIRST, LocalDate.of(2026, 6, 30));

  private static IctRule monthOf(int minutes) {
    return new IctRule(
        IctRule.Basis.MINUTES, 0, minutes, IctRule.Span.MONTH, IctRule.Rounding.DOWN);
  }

  private static DayMark learned(int day, int minutes) {
    return DayMark.of(LocalDate.of(2026, 6, day), "CREDITED_ICT").withMinutes(minutes);
  }

  @Test
  void theMinutesOfEachRuleAreSummedByThemselves() {
    List<SchoolDay> days = new ArrayList<>();
    for (LocalDate date = FIRST; !date.isAfter(JUNE.last()); date = date.plusDays(1)) {
      days.add(new SchoolDay(date, "", true));
    }
    SchoolId school = new SchoolId("S1");
    GradeYear grade = GradeYear.of(new GradeCalendar(school, Grade.P5, days, List.of(), List.of()));
    IctRules rules =
        new IctRules(
            List.of(
                new IctRules.Version("old", FIRST, monthOf(60)),
                new IctRules.Version("new", CHANGE, monthOf(50))),
            true);
    CountingTerms terms =
        new CountingTerms(
            new ShippedCodes().catalogue(),
            Map.of(),
            new LocalTerms("", rules, Map.of()),
            Map.of(),
            false);
    StudentYear year =
        new StudentYear(
            new StudentId("A"),
            List.of(new Stay("s", grade, JUNE, List.of())),
            List.of(),
            List.of(learned(2, 60), learned(3, 50), learned(20, 60), learned(22, 40)),
            List.of(
                new CreditingDecision(
                    "d",
                    "8",
                    Optional.empty(),
                    JUNE,
                    Outcome.GRANTED,
                    Optional.empty(),
                    Optional.empty())),
            Acceptances.NONE,
            Set.of(),
            Optional.empty());
    Tally tally = CountingRules.count(year, terms).stays().get(0).year().tally();
    assertEquals(3, tally.credited(8), "110 minutes of 60 are one day, 100 of 50 are two");
    assertEquals(1, tally.daysAbsent());
  }
}
