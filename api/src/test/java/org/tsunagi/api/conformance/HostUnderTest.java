// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.api.conformance;

import java.time.LocalDate;
import org.tsunagi.api.attendance.AttendanceBook;
import org.tsunagi.api.attendance.MarkFeed;
import org.tsunagi.api.calendar.CalendarFeed;
import org.tsunagi.api.calendar.SchoolCalendar;
import org.tsunagi.api.host.Host;
import org.tsunagi.api.intake.RosterIntake;
import org.tsunagi.api.roster.RosterFeed;
import org.tsunagi.api.roster.StudentDirectory;
import org.tsunagi.api.staff.StaffDirectory;
import org.tsunagi.api.store.Store;
import org.tsunagi.api.timetable.TimetableBook;

/** A fresh host that holds the kit's school ({@link KitSchool}) and nothing else. */
public interface HostUnderTest {
  /** The day on which every test takes place. */
  LocalDate TODAY = LocalDate.of(2026, 11, 20);

  /** Returns the host itself. */
  Host host();

  /** Returns its store. */
  Store store();

  /** Returns its students. */
  StudentDirectory students();

  /** Returns its staff. */
  StaffDirectory staff();

  /** Returns its calendar. */
  SchoolCalendar calendar();

  /** Returns its register. */
  AttendanceBook attendance();

  /** Returns its timetable. */
  TimetableBook timetable();

  /**
   * Returns its intake. A host without {@code RECEIVE_ROSTER} is not asked; it loads the kit's
   * school in its own way before the test begins.
   */
  RosterIntake intake();

  /** Makes the host call a feed. */
  void register(RosterFeed feed);

  /** Makes the host call a feed. */
  void register(CalendarFeed feed);

  /** Makes the host call a feed. */
  void register(MarkFeed feed);
}
