// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.guidancerecord.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.tsunagi.plugin.register.domain.Tally;

class SurveyRuleTest {
  @Test
  void theTwoMeasuresAreCountedApart() {
    // Absent 20 by the record, 15 credited at a centre: 35 absent in the other measure.
    SurveyCount count = SurveyRule.count(List.of(tally(200, 20, 15, 0)));
    assertEquals(new SurveyCount.Absences(1, 0, 0, 0), count.includingCredited());
    assertEquals(new SurveyCount.Absences(0, 0, 0, 0), count.guidanceRecord());
    assertEquals(List.of(1, 0, 0, 0, 0, 0, 0, 0), count.creditedStudents());
    assertEquals(List.of(15, 0, 0, 0, 0, 0, 0, 0), count.creditedDays());
  }

  @Test
  void thresholdsIncludeTheirNumber() {
    assertEquals(0, SurveyRule.count(List.of(tally(200, 29, 0, 0))).guidanceRecord().absent30());
    assertEquals(1, SurveyRule.count(List.of(tally(200, 30, 0, 0))).guidanceRecord().absent30());
    assertEquals(0, SurveyRule.count(List.of(tally(200, 89, 0, 0))).guidanceRecord().absent90());
    assertEquals(1, SurveyRule.count(List.of(tally(200, 90, 0, 0))).guidanceRecord().absent90());
    assertEquals(0, SurveyRule.count(List.of(tally(200, 189, 0, 0))).guidanceRecord().present10());
    assertEquals(1, SurveyRule.count(List.of(tally(200, 190, 0, 0))).guidanceRecord().present10());
    assertEquals(1, SurveyRule.count(List.of(tally(200, 200, 0, 0))).guidanceRecord().present0());
  }

  @Test
  void aStudentWhoCameOnlyToTheCentreWasPresentByTheRecordAlone() {
    SurveyCount count = SurveyRule.count(List.of(tally(200, 95, 105, 0)));
    assertEquals(new SurveyCount.Absences(1, 1, 1, 1), count.includingCredited());
    assertEquals(new SurveyCount.Absences(1, 1, 0, 0), count.guidanceRecord());
  }

  @Test
  void randomSchoolsAreCountedAsAPersonWouldCountThem() {
    Random random = new Random(20261120);
    SurveyCount previous = SurveyRule.count(List.of());
    for (int school = 0; school < 200; school++) {
      List<Tally> tallies = new ArrayList<>();
      for (int i = random.nextInt(60); i > 0; i--) {
        int days = 1 + random.nextInt(205);
        int absent = random.nextInt(days + 1);
        int credited = random.nextInt(days - absent + 1);
        tallies.add(tally(days, absent, credited, random.nextInt(days - absent - credited + 1)));
      }
      SurveyCount counted = SurveyRule.count(tallies);
      assertEquals(slow(tallies, true), counted.includingCredited());
      assertEquals(slow(tallies, false), counted.guidanceRecord());
      assertEquals(tallies.size(), counted.students());
      previous = counted;
    }
    assertNotEquals(0, previous.includingCredited().absent30());
  }

  private static SurveyCount.Absences slow(List<Tally> tallies, boolean creditedIsAbsent) {
    int thirty = 0;
    int ninety = 0;
    int few = 0;
    int none = 0;
    for (Tally tally : tallies) {
      int elsewhere = 0;
      for (int row = 1; row <= 8; row++) {
        elsewhere += tally.credited(row);
      }
      int absent = creditedIsAbsent ? tally.daysAbsent() + elsewhere : tally.daysAbsent();
      int present = creditedIsAbsent ? tally.daysPresent() - elsewhere : tally.daysPresent();
      if (absent > 29) {
        thirty = thirty + 1;
      }
      if (absent > 89) {
        ninety = ninety + 1;
      }
      if (absent > 89 && present < 11) {
        few = few + 1;
      }
      if (absent > 89 && present < 1) {
        none = none + 1;
      }
    }
    return new SurveyCount.Absences(thirty, ninety, few, none);
  }

  /** A year of required days only. */
  private static Tally tally(int days, int absent, int credited, int unknown) {
    return new Tally(
        days,
        0,
        days,
        absent,
        days - absent - unknown,
        credited,
        0,
        0,
        0,
        absent + credited,
        List.of(credited, 0, 0, 0, 0, 0, 0, 0),
        0,
        0,
        0,
        unknown);
  }
}
