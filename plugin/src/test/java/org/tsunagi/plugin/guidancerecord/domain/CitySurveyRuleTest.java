// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.guidancerecord.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tsunagi.api.school.Grade;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.plugin.register.domain.LongAbsences;

/** Numbers of grades add up to those of schools and of the city. */
class CitySurveyRuleTest {
  private static final SurveyCount FIRST =
      CitySurveyRule.of(
          new LongAbsences(
              new SchoolId("S1"),
              Grade.J2,
              31,
              List.of(9, 5, 2, 1),
              List.of(7, 4, 3, 2),
              List.of(1, 0, 0, 0, 0, 0, 0, 2),
              List.of(20, 0, 0, 0, 0, 0, 0, 41),
              6));

  @Test
  void theFourNumbersOfAGradeStandInTheirPlaces() {
    assertEquals(31, FIRST.students());
    assertEquals(new SurveyCount.Absences(9, 5, 2, 1), FIRST.includingCredited());
    assertEquals(new SurveyCount.Absences(7, 4, 3, 2), FIRST.guidanceRecord());
    assertEquals(6, FIRST.unknownDays());
  }

  @Test
  void theSumIsThatOfEveryNumber() {
    SurveyCount other =
        new SurveyCount(
            100,
            new SurveyCount.Absences(10, 20, 30, 40),
            new SurveyCount.Absences(50, 60, 70, 80),
            List.of(1, 2, 3, 4, 5, 6, 7, 8),
            List.of(10, 20, 30, 40, 50, 60, 70, 80),
            4);
    assertEquals(
        new SurveyCount(
            131,
            new SurveyCount.Absences(19, 25, 32, 41),
            new SurveyCount.Absences(57, 64, 73, 82),
            List.of(2, 2, 3, 4, 5, 6, 7, 10),
            List.of(30, 20, 30, 40, 50, 60, 70, 121),
            10),
        CitySurveyRule.sum(List.of(FIRST, other)));
  }

  @Test
  void noGradesAddUpToZeros() {
    SurveyCount none = CitySurveyRule.sum(List.of());
    assertEquals(0, none.students());
    assertEquals(List.of(0, 0, 0, 0, 0, 0, 0, 0), none.creditedDays());
    assertEquals(new SurveyCount.Absences(0, 0, 0, 0), none.guidanceRecord());
  }
}
