// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.rosariosis.conformance;

import org.tsunagi.api.attendance.MarkFeed;
import org.tsunagi.api.calendar.CalendarFeed;
import org.tsunagi.api.conformance.HostUnderTest;
import org.tsunagi.api.host.Host;
import org.tsunagi.api.intake.RosterIntake;
import org.tsunagi.api.roster.RosterFeed;
import org.tsunagi.rosariosis.HostDatabase;
import org.tsunagi.rosariosis.RosarioHost;
import org.tsunagi.rosariosis.RosarioSettings;
import org.tsunagi.rosariosis.attendance.RosarioAttendanceBook;
import org.tsunagi.rosariosis.calendar.RosarioCalendar;
import org.tsunagi.rosariosis.calendar.RosarioTimetable;
import org.tsunagi.rosariosis.roster.RosarioStaffDirectory;
import org.tsunagi.rosariosis.roster.RosarioStudentDirectory;
import org.tsunagi.rosariosis.store.RosarioStore;

/** RosarioSIS's tables on a fresh PostgreSQL, with the kit's school. */
record RosarioUnderTest(
    Host host,
    RosarioStore store,
    RosarioStudentDirectory students,
    RosarioStaffDirectory staff,
    RosarioCalendar calendar,
    RosarioAttendanceBook attendance,
    RosarioTimetable timetable)
    implements HostUnderTest {
  static RosarioUnderTest open() {
    RosarioStore store = new RosarioStore(HostDatabase.open().ours());
    RosarioSettings settings = HostDatabase.settings();
    return new RosarioUnderTest(
        new RosarioHost(store, settings),
        store,
        new RosarioStudentDirectory(store, settings),
        new RosarioStaffDirectory(store, settings),
        new RosarioCalendar(store, settings),
        new RosarioAttendanceBook(store),
        new RosarioTimetable());
  }

  @Override
  public RosterIntake intake() {
    throw new UnsupportedOperationException("the host is itself the roster");
  }

  // Feeds are told from the outbox, not by the calls the kit makes; FeedsTest looks at them.
  @Override
  public void register(RosterFeed feed) {}

  @Override
  public void register(CalendarFeed feed) {}

  @Override
  public void register(MarkFeed feed) {}
}
