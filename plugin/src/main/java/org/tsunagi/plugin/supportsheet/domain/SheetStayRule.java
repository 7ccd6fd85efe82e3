// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.supportsheet.domain;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.tsunagi.api.roster.Enrolment;
import org.tsunagi.api.school.SchoolId;

/**
 * To which stay a year sheet belongs. One sheet per student, school and school year: after a
 * transfer within the year each school has its own.
 */
public final class SheetStayRule {
  private static final Comparator<Enrolment> BY_FIRST = Comparator.comparing(Enrolment::first);

  private SheetStayRule() {}

  /** Lists the schools of a student's stays in a school year, the latest one begun first. */
  public static List<SchoolId> listSchools(List<Enrolment> stays, int schoolYear) {
    return stays.stream()
        .filter(stay -> stay.schoolYear() == schoolYear)
        .sorted(BY_FIRST.reversed())
        .map(Enrolment::school)
        .distinct()
        .toList();
  }

  /** Finds the stay whose names the sheet shows: the newest of the year at the school. */
  public static Optional<Enrolment> find(List<Enrolment> stays, SchoolId school, int schoolYear) {
    return stays.stream()
        .filter(stay -> stay.schoolYear() == schoolYear && stay.school().equals(school))
        .max(BY_FIRST);
  }

  /** Returns the day for which names are shown: today, or the last day of a stay that is over. */
  public static LocalDate reflectedOn(Enrolment stay, LocalDate today) {
    if (today.isBefore(stay.first())) {
      return stay.first();
    }
    return stay.last().filter(last -> last.isBefore(today)).orElse(today);
  }
}
