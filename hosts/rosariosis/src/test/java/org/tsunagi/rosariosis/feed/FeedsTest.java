// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.rosariosis.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tsunagi.api.attendance.AttendanceMark;
import org.tsunagi.api.attendance.MarkFeed;
import org.tsunagi.api.calendar.PlannedDay;
import org.tsunagi.api.roster.Enrolment;
import org.tsunagi.api.roster.RosterFeed;
import org.tsunagi.api.school.Homeroom;
import org.tsunagi.api.school.HomeroomId;
import org.tsunagi.rosariosis.HostDatabase;
import org.tsunagi.rosariosis.attendance.RosarioAttendanceBook;
import org.tsunagi.rosariosis.calendar.RosarioCalendar;
import org.tsunagi.rosariosis.roster.RosarioStudentDirectory;
import org.tsunagi.rosariosis.store.RosarioStore;

class FeedsTest implements MarkFeed, RosterFeed {
  private final HostDatabase host = HostDatabase.open();
  private final RosarioStore store = new RosarioStore(host.ours());
  private final List<String> heard = new ArrayList<>();
  private final OutboxReader reader =
      new OutboxReader(
          store,
          new Feeds(List.of(this), List.of(this), List.of(this::days)),
          new RosarioStudentDirectory(store, HostDatabase.settings()),
          new RosarioCalendar(store, HostDatabase.settings()),
          new RosarioAttendanceBook(store),
          HostDatabase.settings());
  private boolean failing;

  @BeforeEach
  void tellAll() {
    reader.tellAll();
    heard.clear();
  }

  @AfterEach
  void close() {
    store.close();
  }

  private List<String> heardAfter(String sql) {
    host.run(sql);
    reader.read();
    List<String> now = List.copyOf(heard);
    heard.clear();
    return now;
  }

  private static String mark(int code) {
    return "INSERT INTO attendance_period (student_id, school_date, period_id, attendance_code,"
        + " course_period_id) VALUES (101, '2026-11-09', 1, "
        + code
        + ", 201)";
  }

  @Test
  void aMarkIsToldWhenItIsNewChangedAndDeleted() {
    assertEquals(List.of("mark 101 2026-11-09 ABSENT_UNKNOWN"), heardAfter(mark(1)));
    assertEquals(
        List.of("mark 101 2026-11-09 PRESENT"),
        heardAfter("UPDATE attendance_period SET attendance_code = 2"));
    assertEquals(List.of("blank 1 101 2026-11-09"), heardAfter("DELETE FROM attendance_period"));
    assertEquals(0, reader.read(), "what was told is not told again");
  }

  @Test
  void aMarkThatIsMovedToAnotherDayIsToldForBoth() {
    heardAfter(mark(1));
    assertEquals(
        Set.of("mark 101 2026-11-10 ABSENT_UNKNOWN", "blank 1 101 2026-11-09"),
        Set.copyOf(heardAfter("UPDATE attendance_period SET school_date = '2026-11-10'")));
  }

  @Test
  void whatTheHostRollsBackIsNotTold() {
    assertThrows(
        IllegalStateException.class, () -> host.run("BEGIN; " + mark(1) + "; SELECT 1/0; COMMIT"));
    assertEquals(0, reader.read());
  }

  @Test
  void whatCouldNotBeToldIsToldLater() {
    host.run(mark(1));
    failing = true;
    assertThrows(IllegalStateException.class, reader::read);
    failing = false;
    heard.clear();
    assertEquals(1, reader.read());
    assertEquals(List.of("mark 101 2026-11-09 ABSENT_UNKNOWN"), heard);
  }

  @Test
  void aChangeOfClassIsToldAsTwoStaysAndItsUndoingAsOneGone() {
    assertEquals(
        List.of(
            "room 201",
            "room 210",
            "stay 11.1 201 2026-04-01 2026-08-31",
            "stay 11.2 210 2026-09-01 -"),
        heardAfter(
            "UPDATE schedule SET end_date = '2026-08-31' WHERE student_id = 101"
                + " AND course_period_id = 201; INSERT INTO schedule (syear, school_id, student_id,"
                + " start_date, course_id, course_period_id)"
                + " VALUES (2026, 1, 101, '2026-09-01', 2, 210)"));
    assertEquals(
        List.of("room 201", "stay 11.1 201 2026-04-01 -", "gone 11.2"),
        heardAfter("DELETE FROM schedule WHERE student_id = 101 AND course_period_id = 210"));
  }

  @Test
  void aDeletedEnrolmentIsToldAsGone() {
    assertEquals(List.of("gone 13.1"), heardAfter("DELETE FROM student_enrollment WHERE id = 13"));
  }

  @Test
  void aSchoolDayIsToldWhenPlannedTakenAndNoLongerPlanned() {
    assertEquals(
        List.of("day 2026-11-09 P5 true false", "day 2026-11-09 P6 true false"),
        heardAfter("INSERT INTO attendance_calendar VALUES (2026, 1, '2026-11-09', 999, NULL, 1)"));
    assertEquals(
        List.of(
            "taken 201 2026-11-09 true",
            "day 2026-11-09 P5 true false",
            "day 2026-11-09 P6 true false"),
        heardAfter("INSERT INTO attendance_completed VALUES (22, '2026-11-09', 1, 0)"));
    assertTrue(
        heardAfter("INSERT INTO attendance_completed VALUES (23, '2026-11-09', 1, 0)")
            .containsAll(List.of("day 2026-11-09 P5 true true", "day 2026-11-09 P6 true true")));
    assertTrue(
        heardAfter("DELETE FROM attendance_completed WHERE staff_id = 22")
            .containsAll(List.of("taken 201 2026-11-09 false", "day 2026-11-09 P5 true false")));
    assertEquals(
        List.of("day 2026-11-09 P5 false false", "day 2026-11-09 P6 false false"),
        heardAfter("DELETE FROM attendance_calendar"));
  }

  @Test
  void tellingEverythingTellsStaysDaysMarksAndTakenDays() {
    host.run(
        mark(1)
            + "; INSERT INTO attendance_calendar VALUES (2026, 1, '2026-11-09', 999, NULL, 1)"
            + "; INSERT INTO attendance_completed VALUES (22, '2026-11-09', 1, 0)");
    reader.tellAll();
    assertTrue(
        heard.containsAll(
            List.of(
                "room 301",
                "stay 14.1 201 2026-04-01 2026-07-20",
                "day 2026-11-09 P6 true false",
                "mark 101 2026-11-09 ABSENT_UNKNOWN",
                "taken 201 2026-11-09 true")),
        heard.toString());
  }

  private void days(List<PlannedDay> days) {
    days.forEach(
        day ->
            heard.add(
                "day "
                    + day.date()
                    + " "
                    + day.grade()
                    + " "
                    + day.schoolDay()
                    + " "
                    + day.registerTaken()));
  }

  @Override
  public void marksChanged(List<AttendanceMark> marks) {
    marks.forEach(
        mark -> heard.add("mark " + mark.student() + " " + mark.date() + " " + mark.code()));
    if (failing) {
      throw new IllegalStateException("stop");
    }
  }

  @Override
  public void marksCleared(List<Blank> blanks) {
    blanks.forEach(
        blank -> heard.add("blank " + blank.school() + " " + blank.student() + " " + blank.date()));
  }

  @Override
  public void takenChanged(HomeroomId homeroom, LocalDate date, boolean taken) {
    heard.add("taken " + homeroom + " " + date + " " + taken);
  }

  @Override
  public void homeroomsChanged(List<Homeroom> homerooms) {
    homerooms.forEach(room -> heard.add("room " + room.id()));
  }

  @Override
  public void enrolmentsChanged(List<Enrolment> changed, Set<String> removedIds) {
    changed.forEach(
        stay ->
            heard.add(
                "stay "
                    + stay.id()
                    + " "
                    + stay.homeroom().orElseThrow()
                    + " "
                    + stay.first()
                    + " "
                    + stay.last().map(LocalDate::toString).orElse("-")));
    removedIds.forEach(id -> heard.add("gone " + id));
  }
}
