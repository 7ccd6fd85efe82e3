// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.tsunagi.plugin.register.domain.YearSketch.oct;
import static org.tsunagi.plugin.register.domain.YearSketch.octobers;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.plugin.code.domain.AttendanceCode;
import org.tsunagi.plugin.crediting.domain.Acceptances;
import org.tsunagi.plugin.crediting.domain.Outcome;

/** The small facts of a day that pages and lists rely on. */
class DayTextsTest {
  @Test
  void aDayOfLearningElsewhereThatDoesNotCountIsTold() {
    YearSketch sketch =
        YearSketch.october()
            .mark("CREDITED_SUPPORT_CENTER", 5, 6, 7)
            .mark("ABSENT_ILLNESS", 8)
            .decide("d1", "1", octobers(5, 5), Outcome.GRANTED)
            .decide("d2", "1", octobers(6, 6), Outcome.REFUSED)
            .placedByDecision();
    assertEquals(false, sketch.verdict(oct(5)).uncounted(), "granted");
    assertEquals(true, sketch.verdict(oct(6)).uncounted(), "refused");
    assertEquals(true, sketch.verdict(oct(7)).uncounted(), "nobody asked");
    assertEquals(false, sketch.verdict(oct(8)).uncounted(), "plainly ill");
    assertEquals(false, sketch.verdict(oct(9)).uncounted(), "a blank");
  }

  @Test
  void anUnacceptedSuspensionDoesNotCountAndARefusedOneOnAClosedDayIsNotAbsent() {
    YearSketch sketch =
        YearSketch.october()
            .mark("EXEMPT_OTHER", 5)
            .accept("a", "EXEMPT_OTHER", octobers(5, 5), Outcome.REFUSED);
    DayVerdict day = sketch.verdict(oct(5));
    assertEquals(day.dayClass() == DayClass.ABSENT, day.uncounted());
  }

  @Test
  void marksOfADayMergeAsCountingDoes() {
    List<MergedDay> merged =
        MergedDay.of(
            List.of(DayMark.of(oct(5), "LATE"), DayMark.of(oct(5), "EARLY")), YearSketch.CODES);
    assertEquals(1, merged.size());
    assertEquals(oct(5), merged.get(0).mark().date());
    assertEquals(2, merged.get(0).counts().size(), merged.toString());
    assertEquals(false, merged.get(0).onlineHeld());
  }

  @Test
  void aBlankDayHasItsClassAndNothingElse() {
    DayOutline blank = DayOutline.blank(oct(5), DayClass.PRESENT);
    assertEquals(
        new DayOutline(oct(5), DayClass.PRESENT, false, false, false, 0, false, Optional.empty()),
        blank);
  }

  @Test
  void otherMarksLeaveTheRestOfAYearAsItIs() {
    StudentYear year =
        new StudentYear(
            new StudentId("A"),
            List.of(),
            List.of(),
            List.of(DayMark.of(oct(5), "LATE")),
            List.of(),
            new Acceptances(true, List.of()),
            Set.of(oct(6)),
            Optional.of(oct(7)));
    StudentYear other = year.withMarks(List.of(DayMark.of(oct(8), "EARLY")));
    assertEquals(List.of(DayMark.of(oct(8), "EARLY")), other.marks());
    assertEquals(Set.of(oct(6)), other.visits());
    assertEquals(Optional.of(oct(7)), other.today());
    assertEquals(new StudentId("A"), other.student());
  }

  @Test
  void whatStandsForARestrictedCodeSaysNothingOfItsCause() {
    AttendanceCode custody = find("EXEMPT_CUSTODY");
    assertEquals(
        List.of("RESTRICTED_EXEMPT", "出席停止等", "停", "true"), told(RestrictedRule.shown(custody)));
    AttendanceCode prison = find("CREDITED_CORRECTIONAL");
    assertEquals(
        List.of("RESTRICTED_CREDITED", "出席扱い", "扱", "true"), told(RestrictedRule.shown(prison)));
    assertEquals("off", RestrictedRule.shown(custody).family().code());
    assertEquals("cred", RestrictedRule.shown(prison).family().code());
  }

  private static List<String> told(AttendanceCode code) {
    return List.of(code.id(), code.label(), code.glyph(), String.valueOf(code.restricted()));
  }

  private static AttendanceCode find(String id) {
    return YearSketch.CODES.find(id, LocalDate.of(2026, 10, 5)).orElseThrow();
  }

  @Test
  void theGroundsOfAClosureHaveTheirCodes() {
    for (Closure.Basis basis : Closure.Basis.values()) {
      assertEquals(Optional.of(basis), Closure.Basis.find(basis.code()));
    }
    assertEquals("ART63", Closure.Basis.ART63.code());
  }
}
