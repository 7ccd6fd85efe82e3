// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tsunagi.plugin.crediting.domain.Outcome;

/** What the counting has to say of a student's days. */
class DayFindingsTest {
  /** 4 October is a Sunday, 31 October a Saturday; the stay begins on 2 October. */
  @Test
  void markOnADayThatIsNoSchoolDayOfTheStayIsTold() {
    YearSketch sketch =
        YearSketch.october()
            .stay("S", YearSketch.oct(2), YearSketch.oct(28))
            .mark("ABSENT_ILLNESS", 1, 4, 5, 29);
    assertEquals(
        List.of(
            "10-01 MARK_OUTSIDE_SCHOOL_DAYS",
            "10-04 MARK_OUTSIDE_SCHOOL_DAYS",
            "10-29 MARK_OUTSIDE_SCHOOL_DAYS"),
        sketch.findings());
    assertEquals(1, sketch.tally().daysAbsent());
  }

  /** A mark of tomorrow, such as a funeral, is not wrong yet. */
  @Test
  void markAfterTodayIsNotTold() {
    YearSketch sketch =
        YearSketch.october().mark("BEREAVEMENT", 3, 4, 5, 6).today(YearSketch.oct(4));
    assertEquals(
        List.of("10-03 MARK_OUTSIDE_SCHOOL_DAYS", "10-04 MARK_OUTSIDE_SCHOOL_DAYS"),
        sketch.findings());
    assertEquals(0, sketch.tally().exemptDays());
    assertEquals(1, sketch.today(YearSketch.oct(5)).tally().exemptDays());
  }

  @Test
  void todayAfterTheEndOfTheStayChangesNothing() {
    YearSketch sketch =
        YearSketch.october()
            .stay("S", YearSketch.oct(1), YearSketch.oct(9))
            .today(YearSketch.oct(20));
    assertEquals(7, sketch.tally().schoolDays());
  }

  @Test
  void findingsStandByDateAndThenByTheirCode() {
    YearSketch sketch =
        YearSketch.october()
            .mark("CREDITED_SUPPORT_CENTER", 20)
            .mark("ABSENT_ILLNESS", 20)
            .mark("ABSENT_ILLNESS", 4)
            .mark("CREDITED_PRIVATE", 6)
            .decide("D", "6", YearSketch.octobers(6, 6), Outcome.REFUSED)
            .mark("EXEMPT_EXAM", 5)
            .acceptancesAsked();
    assertEquals(
        List.of(
            "10-04 MARK_OUTSIDE_SCHOOL_DAYS",
            "10-05 ACCEPTANCE_NOT_DECIDED",
            "10-06 CREDITING_NOT_DECIDED",
            "10-20 CREDITING_NOT_DECIDED",
            "10-20 MARK_TWICE"),
        sketch.findings());
  }

  @Test
  void findingsOfTwoStaysStandTogetherByDate() {
    YearSketch sketch =
        YearSketch.october()
            .stay("S2", YearSketch.oct(19), YearSketch.oct(31))
            .stay("S1", YearSketch.oct(1), YearSketch.oct(9))
            .mark("CREDITED_PRIVATE", 5, 20)
            .mark("ABSENT_ILLNESS", 14);
    assertEquals(
        List.of(
            "10-05 CREDITING_NOT_DECIDED",
            "10-14 MARK_OUTSIDE_SCHOOL_DAYS",
            "10-20 CREDITING_NOT_DECIDED"),
        sketch.findings());
    assertEquals(
        List.of("S1", "S2"), sketch.count().stays().stream().map(one -> one.stay().id()).toList());
  }
}
