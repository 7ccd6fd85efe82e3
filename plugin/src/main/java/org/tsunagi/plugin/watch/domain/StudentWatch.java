// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.watch.domain;

import java.time.LocalDate;
import java.util.List;
import org.tsunagi.api.school.SchoolYear;

/**
 * Everything that noticing knows of a student in a school year.
 *
 * @param year the school year
 * @param days the school days, by date
 * @param lastYearDays last year's days absent; 0 where nothing is known
 * @param contacts the tries to reach the home, oldest first
 * @param bullyingAnswered whether somebody answered this year whether there was bullying
 */
public record StudentWatch(
    SchoolYear year,
    List<WatchDay> days,
    int lastYearDays,
    List<Contact> contacts,
    boolean bullyingAnswered) {
  /** Copies the lists. */
  public StudentWatch {
    days = List.copyOf(days);
    contacts = List.copyOf(contacts);
  }

  /** Returns a student of whom only the days are known. */
  public static StudentWatch of(SchoolYear year, List<WatchDay> days) {
    return new StudentWatch(year, days, 0, List.of(), false);
  }

  /** Returns what was known at the end of a day. */
  public StudentWatch upTo(LocalDate on) {
    return new StudentWatch(
        year,
        days.stream().filter(day -> !day.date().isAfter(on)).toList(),
        lastYearDays,
        contacts.stream().filter(one -> !one.on().isAfter(on)).toList(),
        bullyingAnswered);
  }
}
