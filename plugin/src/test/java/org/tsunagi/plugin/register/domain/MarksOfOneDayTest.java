// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tsunagi.plugin.crediting.domain.IctRule;
import org.tsunagi.plugin.crediting.domain.IctRules;

/**
 * Several marks on one day: a day stands in one column, whatever the order of entry.
 *
 * <p>Basis: 30文科初第1845号 別紙1「出欠の記録」; 元文科初第698号 別記1 (出席扱いは出席日数の内数).
 */
class MarksOfOneDayTest {
  private static DayMark mark(String code, String detail, String facility, String place) {
    return new DayMark(
        YearSketch.oct(5),
        code,
        detail,
        facility,
        place,
        false,
        false,
        OptionalInt.empty(),
        Optional.empty());
  }

  private static DayMark online(String code, boolean held, boolean takenPart) {
    return new DayMark(
        YearSketch.oct(5),
        code,
        "",
        "",
        "",
        held,
        takenPart,
        OptionalInt.empty(),
        Optional.empty());
  }

  private static DayMark ict(int minutes, boolean visit) {
    return new DayMark(
        YearSketch.oct(5),
        "CREDITED_ICT",
        "",
        "",
        "",
        false,
        false,
        OptionalInt.of(minutes),
        Optional.of(visit));
  }

  /** Sketches with the marks in the given order and the other way round. */
  private static List<YearSketch> bothWays(DayMark... marks) {
    List<DayMark> reversed = new ArrayList<>(List.of(marks));
    Collections.reverse(reversed);
    List<YearSketch> sketches = new ArrayList<>();
    for (List<DayMark> order : List.of(List.of(marks), reversed)) {
      YearSketch sketch = YearSketch.october().grant("1").grant("6").grant("8");
      order.forEach(sketch::mark);
      sketches.add(sketch);
    }
    return sketches;
  }

  @ParameterizedTest
  @CsvSource({
    "ABSENT_ILLNESS, CREDITED_SUPPORT_CENTER, CREDITED_SUPPORT_CENTER, PRESENT, true",
    "ABSENT_ILLNESS, SUSPENSION_INFECTION, SUSPENSION_INFECTION, EXEMPT, true",
    "ABSENT_ILLNESS, LATE, LATE, PRESENT, true",
    "CREDITED_ICT, SUSPENSION_INFECTION, SUSPENSION_INFECTION, EXEMPT, true",
    "CREDITED_ICT, EARLY, EARLY, PRESENT, true",
    "SUSPENSION_INFECTION, SEPARATE_ROOM, SEPARATE_ROOM, PRESENT, true",
    "ABSENT_ILLNESS, ONLINE_SPECIAL, ONLINE_SPECIAL, EXEMPT, true",
    "CREDITED_ICT, ONLINE_SPECIAL, CREDITED_ICT, PRESENT, false",
    "SUSPENSION_INFECTION, ONLINE_SPECIAL, SUSPENSION_INFECTION, EXEMPT, false",
    "LATE, EARLY, EARLY, PRESENT, false",
    "ABSENT_ILLNESS, ABSENT_OTHER, ABSENT_ILLNESS, ABSENT, true"
  })
  void strongestMarkCounts(
      String one, String other, String counted, DayClass dayClass, boolean twice) {
    for (YearSketch sketch : bothWays(mark(one, "", "", ""), mark(other, "", "", ""))) {
      DayVerdict verdict = sketch.verdict(YearSketch.oct(5));
      assertEquals(counted, verdict.code());
      assertEquals(dayClass, verdict.dayClass());
      assertEquals(twice, sketch.findings().contains("10-05 MARK_TWICE"));
    }
  }

  @Test
  void lateAndEarlyAreBothCounted() {
    for (YearSketch sketch : bothWays(mark("LATE", "", "", ""), mark("EARLY", "", "", ""))) {
      assertEquals(1, sketch.tally().lateArrivals());
      assertEquals(1, sketch.tally().earlyDepartures());
      assertEquals(22, sketch.tally().daysPresent());
      assertEquals(List.of(), sketch.findings());
    }
  }

  @Test
  void threeMarksOfOneDayAreOneDay() {
    YearSketch sketch =
        YearSketch.october()
            .grant("1")
            .mark("ABSENT_ILLNESS", 5)
            .mark("LATE", 5, 6)
            .mark("EARLY", 5);
    assertEquals(22, sketch.tally().daysPresent());
    assertEquals(2, sketch.tally().lateArrivals());
    assertEquals(1, sketch.tally().earlyDepartures());
    assertEquals(List.of("10-05 MARK_TWICE"), sketch.findings());
  }

  /** 指導要録の手引 第3章 Q14(1): the statutory suspension is the word that is printed. */
  @Test
  void statutoryCauseIsPrintedBeforeAnother() {
    for (YearSketch sketch :
        bothWays(mark("EXEMPT_EXAM", "", "", ""), mark("SUSPENSION_INFECTION", "水痘", "", ""))) {
      assertEquals(List.of("出席停止1日（水痘）"), sketch.remarks());
    }
  }

  /** Two facilities on one day are one credited day; the smaller row and id is printed. */
  @Test
  void equallyStrongMarksAreHeldApartByWhatTheySayAndNeverByEntry() {
    for (YearSketch sketch :
        bothWays(
            mark("CREDITED_SUPPORT_CENTER", "", "F1", ""),
            mark("CREDITED_PRIVATE", "", "", "△△スクール"))) {
      assertEquals(List.of("出席扱い1日（△△スクール）"), sketch.remarks());
      assertEquals(1, sketch.tally().creditedDays());
    }
    for (YearSketch sketch :
        bothWays(
            mark("CREDITED_SUPPORT_CENTER", "", "", "○○教室"),
            mark("CREDITED_SUPPORT_CENTER", "", "F1", ""))) {
      assertEquals(List.of("出席扱い1日（○○教室）"), sketch.remarks());
    }
    for (YearSketch sketch :
        bothWays(
            mark("CREDITED_SUPPORT_CENTER", "", "", "○○教室"),
            mark("CREDITED_SUPPORT_CENTER", "", "", "□□教室"))) {
      assertEquals(List.of("出席扱い1日（□□教室）"), sketch.remarks());
    }
    for (YearSketch sketch :
        bothWays(mark("BEREAVEMENT", "祖父", "", ""), mark("BEREAVEMENT", "曽祖父", "", ""))) {
      assertEquals(List.of("忌引1日（曽祖父）"), sketch.remarks());
    }
  }

  @Test
  void ofTwoRecordsOfLearningTheLongerOneCountsThenTheOneWithAVisit() {
    IctRules sixty = IctRules.always(new IctRule(IctRule.Basis.MINUTES, 0, 60));
    for (YearSketch sketch : bothWays(ict(30, true), ict(60, false))) {
      assertEquals(1, sketch.rules(sixty).tally().credited(8));
    }
    for (YearSketch sketch : bothWays(ict(60, false), ict(60, true))) {
      Optional<DayMark> counted = sketch.verdict(YearSketch.oct(5)).causes().mark();
      assertEquals(Optional.of(true), counted.flatMap(DayMark::visit));
    }
  }

  /**
   * Basis: 2文科初第1733号 別記 (実施日数・参加日数). Columns: marks, held, taken part, finding that a cause is
   * missing.
   */
  @ParameterizedTest
  @CsvSource({
    "SUSPENSION_INFECTION, true, false, 1, 0, false",
    "SUSPENSION_INFECTION, false, true, 1, 1, false",
    "SUSPENSION_INFECTION, true, true, 1, 1, false",
    "SUSPENSION_INFECTION, false, false, 0, 0, false",
    "'', true, false, 1, 0, false",
    "'', false, true, 1, 1, true",
    "ABSENT_ILLNESS, false, true, 1, 1, true",
    "ONLINE_SPECIAL, false, false, 1, 1, true"
  })
  void onlineLessonIsHeldAndTakenPartIn(
      String code, boolean held, boolean takenPart, int heldDays, int partDays, boolean missing) {
    YearSketch sketch = YearSketch.october().mark(online(code, held, takenPart));
    assertEquals(heldDays, sketch.tally().onlineDaysHeld());
    assertEquals(partDays, sketch.tally().onlineDaysTakenPart());
    assertEquals(missing ? List.of("10-05 ONLINE_WITHOUT_CAUSE") : List.of(), sketch.findings());
  }

  @Test
  void onlineLessonOfAnotherMarkOfTheDayIsNotLost() {
    for (YearSketch sketch :
        bothWays(mark("SUSPENSION_INFECTION", "水痘", "", ""), online("", false, true))) {
      assertEquals(1, sketch.tally().onlineDaysHeld());
      assertEquals(1, sketch.tally().onlineDaysTakenPart());
      assertEquals(1, sketch.tally().exemptDays());
      assertEquals(List.of(), sketch.findings());
    }
    for (YearSketch sketch :
        bothWays(mark("ABSENT_ILLNESS", "", "", ""), online("", true, false))) {
      assertEquals(1, sketch.tally().onlineDaysHeld());
      assertEquals(1, sketch.tally().daysAbsent());
      assertEquals(List.of(), sketch.findings());
    }
  }

  /** A closure of the homeroom or of the grade is the cause of an online lesson. */
  @ParameterizedTest
  @CsvSource({"HOMEROOM, 2-2", "GRADE, ''"})
  void onlineLessonOnAClosedDayHasItsCause(Closure.Scope scope, String target) {
    YearSketch sketch =
        YearSketch.october()
            .close(scope, target, Closure.Basis.ART20, YearSketch.oct(5))
            .mark(online("", false, true));
    assertEquals(1, sketch.tally().onlineDaysTakenPart());
    assertEquals(List.of(), sketch.findings());
  }

  @Test
  void codeThatNoCatalogueHasIsRefused() {
    YearSketch sketch = YearSketch.october().mark("ABSENT_SOMEHOW", 5);
    assertThrows(IllegalArgumentException.class, sketch::count);
  }
}
