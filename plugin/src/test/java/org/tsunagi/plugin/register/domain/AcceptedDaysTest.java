// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tsunagi.plugin.crediting.domain.Acceptance;
import org.tsunagi.plugin.crediting.domain.Outcome;

/**
 * Days on which the principal holds attendance not required.
 *
 * <p>Basis: 30文科初第1845号 別紙1 (校長が出席しなくてもよいと認めた日数); 学校教育法35条; 指導要録の手引 第3章 Q14(1)キ.
 */
class AcceptedDaysTest {
  private static YearSketch exam() {
    return YearSketch.october().mark("EXEMPT_EXAM", 5, 6);
  }

  private static void assertAccepted(YearSketch sketch) {
    assertEquals(2, sketch.tally().exemptDays());
    assertEquals(20, sketch.tally().requiredDays());
    assertEquals(0, sketch.tally().daysAbsent());
    assertEquals(List.of(), sketch.findings());
    assertEquals(List.of("出席停止等2日（入学試験のため）"), sketch.remarks());
  }

  private static void assertAbsent(YearSketch sketch) {
    assertEquals(0, sketch.tally().exemptDays());
    assertEquals(2, sketch.tally().daysAbsent());
    assertTrue(sketch.verdict(YearSketch.oct(5)).has(DayFlag.UNACCEPTED));
    assertEquals(
        List.of("10-05 ACCEPTANCE_NOT_DECIDED", "10-06 ACCEPTANCE_NOT_DECIDED"), sketch.findings());
    assertEquals(List.of(), sketch.remarks());
  }

  /** Columns: whether the school asks for acceptances, what is on file, whether the days count. */
  @ParameterizedTest
  @CsvSource({
    "false, , true",
    "false, GRANTED, true",
    "false, WAITING, true",
    "false, REFUSED, false",
    "true, , false",
    "true, GRANTED, true",
    "true, WAITING, false",
    "true, REFUSED, false"
  })
  void examinationCountsAsThePrincipalSays(boolean asked, Outcome onFile, boolean accepted) {
    YearSketch sketch = asked ? exam().acceptancesAsked() : exam();
    if (onFile != null) {
      sketch.accept("A", "EXEMPT_EXAM", YearSketch.octobers(5, 6), onFile);
    }
    if (accepted) {
      assertAccepted(sketch);
    } else {
      assertAbsent(sketch);
    }
  }

  /** 学校保健安全法19条 and the infectious-disease law leave the principal nothing to accept. */
  @ParameterizedTest
  @CsvSource({"SUSPENSION_INFECTION", "HOSPITALISATION", "BEREAVEMENT"})
  void statutoryCauseNeedsNoAcceptance(String code) {
    YearSketch sketch =
        YearSketch.october()
            .acceptancesAsked()
            .mark(code, 5)
            .accept("A", code, YearSketch.octobers(5, 5), Outcome.REFUSED);
    assertEquals(1, sketch.tally().exemptDays());
    assertFalse(sketch.verdict(YearSketch.oct(5)).has(DayFlag.UNACCEPTED));
  }

  /** 学校教育法35条: a suspension for conduct is the board's order. */
  @Test
  void suspensionForConductNeedsItsOrder() {
    YearSketch sketch = YearSketch.october().acceptancesAsked().mark("SUSPENSION_CONDUCT", 5);
    assertEquals(0, sketch.tally().exemptDays());
    sketch.accept("A", "SUSPENSION_CONDUCT", YearSketch.octobers(5, 5), Outcome.GRANTED);
    assertEquals(1, sketch.tally().exemptDays());
  }

  @Test
  void acceptanceSpeaksOfItsCodeAndItsDays() {
    YearSketch other = exam().acceptancesAsked();
    other.accept("A", "EXEMPT_DISASTER", YearSketch.octobers(5, 6), Outcome.GRANTED);
    assertAbsent(other);
    YearSketch later = exam().acceptancesAsked();
    later.accept("A", "EXEMPT_EXAM", YearSketch.octobers(7, 9), Outcome.GRANTED);
    assertAbsent(later);
    YearSketch half = exam().acceptancesAsked();
    half.accept("A", "EXEMPT_EXAM", YearSketch.octobers(6, 6), Outcome.GRANTED);
    assertEquals(1, half.tally().exemptDays());
    assertEquals(List.of("10-05 ACCEPTANCE_NOT_DECIDED"), half.findings());
  }

  @Test
  void grantedAcceptanceComesBeforeARefusedOneInAnyOrder() {
    YearSketch first =
        exam()
            .accept("A", "EXEMPT_EXAM", YearSketch.octobers(5, 6), Outcome.REFUSED)
            .accept("B", "EXEMPT_EXAM", YearSketch.octobers(5, 6), Outcome.GRANTED);
    assertAccepted(first);
    YearSketch last =
        exam()
            .accept("B", "EXEMPT_EXAM", YearSketch.octobers(5, 6), Outcome.GRANTED)
            .accept("A", "EXEMPT_EXAM", YearSketch.octobers(5, 6), Outcome.REFUSED);
    assertAccepted(last);
    assertEquals(Optional.of("B"), named(last));
  }

  @Test
  void ofTwoGrantedAcceptancesTheSmallerIdIsNamedInAnyOrder() {
    YearSketch one =
        exam()
            .accept("B", "EXEMPT_EXAM", YearSketch.octobers(5, 6), Outcome.GRANTED)
            .accept("A", "EXEMPT_EXAM", YearSketch.octobers(5, 6), Outcome.GRANTED);
    assertEquals(Optional.of("A"), named(one));
    YearSketch other =
        exam()
            .accept("A", "EXEMPT_EXAM", YearSketch.octobers(5, 6), Outcome.GRANTED)
            .accept("B", "EXEMPT_EXAM", YearSketch.octobers(5, 6), Outcome.GRANTED);
    assertEquals(Optional.of("A"), named(other));
  }

  private static Optional<String> named(YearSketch sketch) {
    return sketch.verdict(YearSketch.oct(5)).causes().acceptance().map(Acceptance::id);
  }

  /** The closure exempts the day anyway; the refused cause is not printed, the closure is. */
  @Test
  void refusedCauseOnADayOfTheHomeroomsClosureStaysExempt() {
    YearSketch sketch =
        YearSketch.october()
            .close(Closure.Scope.HOMEROOM, "2-2", Closure.Basis.ART20, YearSketch.oct(5))
            .mark("EXEMPT_EXAM", 5)
            .accept("A", "EXEMPT_EXAM", YearSketch.octobers(5, 5), Outcome.REFUSED);
    assertEquals(1, sketch.tally().exemptDays());
    assertTrue(sketch.verdict(YearSketch.oct(5)).has(DayFlag.UNACCEPTED));
    assertEquals(List.of(), sketch.findings());
    assertEquals(List.of("出席停止等1日（学級休業のため）"), sketch.remarks());
  }

  /** Decision 6: of two causes of exemption the individual one is printed. */
  @Test
  void acceptedCauseOnADayOfTheHomeroomsClosureIsThePrintedOne() {
    YearSketch sketch =
        YearSketch.october()
            .acceptancesAsked()
            .close(Closure.Scope.HOMEROOM, "2-2", Closure.Basis.ART20, YearSketch.oct(5))
            .mark("EXEMPT_EXAM", 5)
            .accept("A", "EXEMPT_EXAM", YearSketch.octobers(5, 5), Outcome.GRANTED);
    assertEquals(1, sketch.tally().exemptDays());
    assertFalse(sketch.verdict(YearSketch.oct(5)).has(DayFlag.UNACCEPTED));
    assertEquals(List.of("出席停止等1日（入学試験のため）"), sketch.remarks());
  }
}
