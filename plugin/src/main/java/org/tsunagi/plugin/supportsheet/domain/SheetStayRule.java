// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.supportsheet.domain;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.tsunagi.api.roster.Enrolment;
import org.tsunagi.api.school.SchoolId;

/**
 * To which stay a part of the sheet belongs. Each school has a sheet of its own: after a transfer
 * within the year there are two yearly sheets.
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

  /**
   * Lists the schools of all stays: those that have begun, the latest first, then those to come,
   * the nearest first.
   */
  public static List<SchoolId> listSchools(List<Enrolment> stays, LocalDate today) {
    Comparator<Enrolment> begunFirst = Comparator.comparing(stay -> stay.first().isAfter(today));
    return stays.stream()
        .sorted(begunFirst.thenComparing((a, b) -> order(a, b, today)))
        .map(Enrolment::school)
        .distinct()
        .toList();
  }

  private static int order(Enrolment a, Enrolment b, LocalDate today) {
    return a.first().isAfter(today) ? BY_FIRST.compare(a, b) : BY_FIRST.compare(b, a);
  }

  /**
   * Finds the stay at a school that covers a day, else the newest begun, else the first to come.
   */
  public static Optional<Enrolment> covering(
      List<Enrolment> stays, SchoolId school, LocalDate day) {
    List<Enrolment> here = stays.stream().filter(stay -> stay.school().equals(school)).toList();
    return here.stream()
        .filter(stay -> !stay.first().isAfter(day))
        .max(BY_FIRST)
        .or(() -> here.stream().min(BY_FIRST));
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
