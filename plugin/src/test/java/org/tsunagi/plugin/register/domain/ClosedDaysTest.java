// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tsunagi.api.school.Grade;
import org.tsunagi.api.school.HomeroomId;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.plugin.shared.DateRange;

/**
 * Closed days of a student of 2-2 in a grade of 2-1 and 2-2; October 2026 has 22 weekdays.
 *
 * <p>Basis: 学校保健安全法20条; 学校教育法施行規則63条; 30文科初第1845号 別紙1 (授業日数は学年について授業を実施した日).
 */
class ClosedDaysTest {
  private static final LocalDate DAY = YearSketch.oct(5);

  private static GradeHomeroom listed(String id, ListedStudent... students) {
    return new GradeHomeroom(new HomeroomId(id), id, true, List.of(students), Map.of());
  }

  private static ListedStudent student(String group) {
    List<GroupStay> groups =
        group.isEmpty() ? List.of() : List.of(new GroupStay(group, YearSketch.octobers(1, 31)));
    return new ListedStudent(YearSketch.octobers(1, 31), groups);
  }

  private static void assertDays(YearSketch sketch, int schoolDays, int exemptDays) {
    assertEquals(schoolDays, sketch.tally().schoolDays());
    assertEquals(exemptDays, sketch.tally().exemptDays());
    assertEquals(schoolDays - exemptDays, sketch.tally().daysPresent());
  }

  /** Case table, rows 1–3 and 9: who is closed, 授業日数, 出席停止・忌引等の日数. */
  @ParameterizedTest
  @CsvSource({
    "SCHOOL, '', 21, 0",
    "GRADE, '', 21, 0",
    "HOMEROOM, 2-2, 22, 1",
    "HOMEROOM, 2-1, 22, 0"
  })
  void closureCountsByWhoIsClosed(Closure.Scope scope, String target, int school, int exempt) {
    assertDays(YearSketch.october().close(scope, target, Closure.Basis.ART20, DAY), school, exempt);
  }

  /** Row 2: all homerooms closed on one day is the grade closed. */
  @Test
  void bothHomeroomsOnOneDayAreTheGrade() {
    YearSketch sketch =
        YearSketch.october()
            .close(Closure.Scope.HOMEROOM, "2-1", Closure.Basis.ART20, DAY)
            .close(Closure.Scope.HOMEROOM, "2-2", Closure.Basis.ART20, DAY, DAY.plusDays(1));
    assertDays(sketch, 21, 1);
    assertTrue(sketch.verdict(DAY).has(DayFlag.GRADE_CLOSED));
  }

  /** Decision 8: a 特別支援学級 does not count as a homeroom of the grade unless set. */
  @Test
  void homeroomThatDoesNotCountDoesNotKeepTheGradeOpen() {
    YearSketch sketch =
        YearSketch.october()
            .room("2-3", false)
            .close(Closure.Scope.HOMEROOM, "2-1", Closure.Basis.ART20, DAY)
            .close(Closure.Scope.HOMEROOM, "2-2", Closure.Basis.ART20, DAY);
    assertDays(sketch, 21, 0);
    assertDays(sketch.room("2-3", true), 22, 1);
  }

  @Test
  void studentOfAHomeroomThatDoesNotCountHadLessonsWhereItWasOpen() {
    YearSketch sketch =
        YearSketch.october()
            .room("2-2", false)
            .close(Closure.Scope.HOMEROOM, "2-1", Closure.Basis.ART20, DAY);
    assertDays(sketch, 22, 0);
    sketch.close(Closure.Scope.HOMEROOM, "2-2", Closure.Basis.ART20, DAY);
    assertDays(sketch, 21, 0);
  }

  @Test
  void gradeWithoutACountedHomeroomIsNeverClosedByHomerooms() {
    YearSketch sketch =
        YearSketch.empty()
            .weekdays(YearSketch.oct(1), YearSketch.oct(31))
            .room("2-2", false)
            .close(Closure.Scope.HOMEROOM, "2-2", Closure.Basis.ART20, DAY);
    assertDays(sketch, 22, 1);
  }

  /** Row 5: a group's turn to stay at home exempts its members on the days of membership. */
  @Test
  void groupThatStaysAtHomeIsExempt() {
    YearSketch sketch =
        YearSketch.october()
            .close(
                Closure.Scope.GROUP,
                "A",
                Closure.Basis.STAGGERED,
                DAY,
                DAY.plusDays(2),
                DAY.plusDays(4));
    assertDays(sketch, 22, 0);
    assertDays(sketch.group("B", YearSketch.octobers(1, 31)), 22, 0);
    assertDays(sketch.group("A", YearSketch.octobers(6, 31)), 22, 2);
  }

  /** Row 4: the groups that stay at home together make up every counted homeroom. */
  @Test
  void groupsThatCoverEveryHomeroomCloseTheGrade() {
    YearSketch sketch =
        YearSketch.october()
            .room(listed("2-1", student("A"), student("B")))
            .room(listed("2-2", student("A")))
            .group("A", YearSketch.octobers(1, 31))
            .close(Closure.Scope.GROUP, "A", Closure.Basis.STAGGERED, DAY)
            .close(Closure.Scope.GROUP, "B", Closure.Basis.STAGGERED, DAY, DAY.plusDays(1));
    assertDays(sketch, 21, 0);
    assertDays(sketch.room(listed("2-1", student("A"), student(""))), 22, 1);
  }

  @Test
  void homeroomThatListsNoStudentThatDayIsNotClosedByGroups() {
    ListedStudent later = new ListedStudent(YearSketch.octobers(6, 31), List.of());
    YearSketch sketch =
        YearSketch.october()
            .room(listed("2-1", later))
            .room(listed("2-2", student("A")))
            .group("A", YearSketch.octobers(1, 31))
            .close(Closure.Scope.GROUP, "A", Closure.Basis.STAGGERED, DAY);
    assertDays(sketch, 22, 1);
    sketch.room(listed("2-1", later, student("A")));
    assertDays(sketch, 21, 0);
  }

  @Test
  void closureThatIsNotOnAPlannedDayChangesNothing() {
    assertDays(
        YearSketch.october()
            .close(Closure.Scope.SCHOOL, "", Closure.Basis.ART63, YearSketch.oct(3)),
        22,
        0);
  }

  @Test
  void closureOverAWeekendClosesThePlannedDaysBetween() {
    DateRange range = YearSketch.octobers(9, 13);
    Closure closure =
        new Closure(
            "C",
            Closure.Scope.SCHOOL,
            "",
            List.of(range, DateRange.of(YearSketch.oct(12)), DateRange.of(YearSketch.oct(30))),
            Closure.Basis.ART63,
            "大雨",
            true);
    YearSketch sketch = YearSketch.october().close(closure);
    assertDays(sketch, 18, 0);
    assertEquals(4, sketch.tally().onlineDaysHeld());
    assertEquals(1, sketch.verdict(YearSketch.oct(12)).causes().closures().size());
  }

  /** Printed: the homeroom's closure before the group's, then by ground. */
  @Test
  void ofTwoClosuresTheHomeroomsIsPrintedInAnyOrder() {
    YearSketch sketch =
        YearSketch.october()
            .group("A", YearSketch.octobers(1, 31))
            .close(Closure.Scope.GROUP, "A", Closure.Basis.STAGGERED, DAY)
            .close(Closure.Scope.HOMEROOM, "2-2", Closure.Basis.ART20, DAY);
    assertEquals(List.of("出席停止等1日（学級休業のため）"), sketch.remarks());
    assertEquals(1, sketch.tally().exemptDays());
  }

  @Test
  void closureBeforeAMarkSpeaksFirst() {
    YearSketch sketch =
        YearSketch.october()
            .close(Closure.Scope.HOMEROOM, "2-2", Closure.Basis.ART20, DAY)
            .mark("ABSENT_ILLNESS", 5, 6);
    assertEquals(1, sketch.tally().daysAbsent());
    assertEquals(1, sketch.tally().exemptDays());
  }

  /** The homeroom's own word on its register stands before the grade's. */
  @ParameterizedTest
  @CsvSource({
    "true, , PRESENT",
    "true, false, UNKNOWN",
    "false, true, PRESENT",
    "false, , UNKNOWN"
  })
  void registerWasTakenAsTheHomeroomSays(boolean grade, Boolean own, DayClass dayClass) {
    Map<LocalDate, Boolean> taken = own == null ? Map.of() : Map.of(DAY, own);
    YearSketch sketch =
        YearSketch.october()
            .day(DAY, "", grade)
            .room(new GradeHomeroom(new HomeroomId("2-2"), "2-2", true, List.of(), taken))
            .room(
                new GradeHomeroom(
                    new HomeroomId("2-1"), "2-1", true, List.of(), Map.of(DAY, !grade)));
    assertEquals(dayClass, sketch.verdict(DAY).dayClass());
    assertEquals(DayClass.PRESENT, sketch.verdict(YearSketch.oct(6)).dayClass());
  }

  @Test
  void dayPlannedTwiceIsRefused() {
    SchoolDay day = new SchoolDay(DAY, "", true);
    GradeCalendar twice =
        new GradeCalendar(new SchoolId("X"), Grade.J2, List.of(day, day), List.of(), List.of());
    assertThrows(IllegalArgumentException.class, () -> GradeYear.of(twice));
  }

  @ParameterizedTest
  @CsvSource({"HOMEROOM", "GROUP"})
  void closureOfPartOfAGradeNeedsItsTarget(Closure.Scope scope) {
    YearSketch sketch = YearSketch.october();
    assertThrows(
        IllegalArgumentException.class, () -> sketch.close(scope, " ", Closure.Basis.ART20, DAY));
  }

  /** The words of formats, which may not change. */
  @Test
  void scopesAndGroundsAreReadByTheirNameInFormats() {
    assertEquals(Optional.of(Closure.Scope.SCHOOL), Closure.Scope.find("school"));
    assertEquals(Optional.of(Closure.Scope.GRADE), Closure.Scope.find("grade"));
    assertEquals(Optional.of(Closure.Scope.HOMEROOM), Closure.Scope.find("homeroom"));
    assertEquals(Optional.of(Closure.Scope.GROUP), Closure.Scope.find("group"));
    assertEquals(Optional.empty(), Closure.Scope.find("city"));
    assertEquals("homeroom", Closure.Scope.HOMEROOM.code());
    assertEquals(Optional.of(Closure.Basis.ART20), Closure.Basis.find("ART20"));
    assertEquals(Optional.of(Closure.Basis.ART63), Closure.Basis.find("ART63"));
    assertEquals(Optional.of(Closure.Basis.STAGGERED), Closure.Basis.find("STAGGERED"));
    assertEquals(Optional.empty(), Closure.Basis.find("ART19"));
  }
}
