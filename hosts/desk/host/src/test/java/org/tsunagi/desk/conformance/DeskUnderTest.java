// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.desk.conformance;

import java.time.Clock;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.tsunagi.api.attendance.MarkFeed;
import org.tsunagi.api.calendar.CalendarFeed;
import org.tsunagi.api.conformance.HostUnderTest;
import org.tsunagi.api.conformance.KitSchool;
import org.tsunagi.api.host.Host;
import org.tsunagi.api.roster.RosterFeed;
import org.tsunagi.api.roster.StudentDirectory;
import org.tsunagi.api.staff.StaffDirectory;
import org.tsunagi.api.timetable.TimetableBook;
import org.tsunagi.desk.DeskHost;
import org.tsunagi.desk.account.DeskClock;
import org.tsunagi.desk.attendance.DeskAttendanceBook;
import org.tsunagi.desk.calendar.DeskCalendar;
import org.tsunagi.desk.intake.DeskRosterIntake;
import org.tsunagi.desk.roster.DeskStaffDirectory;
import org.tsunagi.desk.roster.DeskStudentDirectory;
import org.tsunagi.desk.store.DatabaseSource;
import org.tsunagi.desk.store.DeskStore;
import org.tsunagi.desk.timetable.DeskTimetableBook;
import org.tsunagi.testing.TestDatabases;

/** The desk on a fresh database, with the kit's school. */
record DeskUnderTest(
    Host host,
    DeskStore store,
    StudentDirectory students,
    StaffDirectory staff,
    DeskCalendar calendar,
    DeskAttendanceBook attendance,
    TimetableBook timetable,
    DeskRosterIntake intake)
    implements HostUnderTest {
  static DeskUnderTest open(TestDatabases.Named database) {
    DeskStore store =
        new DeskStore(
            new DatabaseSource(database.dialect(), database.dataSource()),
            UnaryOperator.identity());
    DeskClock clock = new DeskClock(Clock.systemUTC(), Optional.of(TODAY.toString()));
    DeskUnderTest desk =
        new DeskUnderTest(
            new DeskHost("0.1.0"),
            store,
            new DeskStudentDirectory(store),
            new DeskStaffDirectory(store),
            new DeskCalendar(store),
            new DeskAttendanceBook(store, clock),
            new DeskTimetableBook(),
            new DeskRosterIntake(store, clock));
    KitSchool.load(desk.intake());
    return desk;
  }

  @Override
  public void register(RosterFeed feed) {
    intake.addFeed(feed);
  }

  @Override
  public void register(CalendarFeed feed) {
    calendar.addFeed(feed);
  }

  @Override
  public void register(MarkFeed feed) {
    attendance.addFeed(feed);
  }
}
