// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register.persistence;

import java.util.List;
import java.util.stream.IntStream;
import org.tsunagi.api.attendance.AttendanceBook;
import org.tsunagi.api.calendar.SchoolCalendar;
import org.tsunagi.api.roster.StudentDirectory;
import org.tsunagi.api.school.SchoolYear;

/**
 * The host's own word on everything the counting copy holds.
 *
 * @param directory schools, homerooms and stays
 * @param calendar planned days
 * @param book marks and taken days
 * @param years the school years to read, oldest first
 */
public record HostFacts(
    StudentDirectory directory, SchoolCalendar calendar, AttendanceBook book, List<Integer> years) {
  private static final int YEARS_BACK = 20;

  /** Keeps the list as it is. */
  public HostFacts {
    years = List.copyOf(years);
  }

  /** Returns the facts of this school year, the next one and the twenty before it. */
  public static HostFacts around(
      SchoolYear current,
      StudentDirectory directory,
      SchoolCalendar calendar,
      AttendanceBook book) {
    List<Integer> years =
        IntStream.rangeClosed(current.year() - YEARS_BACK, current.year() + 1).boxed().toList();
    return new HostFacts(directory, calendar, book, years);
  }
}
