// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.api.roster;

import java.time.LocalDate;
import java.util.Optional;
import org.tsunagi.api.school.Grade;
import org.tsunagi.api.school.HomeroomId;
import org.tsunagi.api.school.SchoolId;

/**
 * A stay (在籍) of one student in one homeroom of one school year.
 *
 * @param id the host's identifier of the stay
 * @param student the student
 * @param school the school
 * @param schoolYear the school year, by the calendar year in which April lies
 * @param grade the grade the student is in (may differ from the homeroom's in a mixed-grade class)
 * @param homeroom the homeroom; empty while none is assigned
 * @param number the number in the register (出席番号), 1 or more; 0 when none
 * @param first the first day that belongs to the stay
 * @param last the last day that belongs to it (inclusive); empty while it is open
 */
public record Enrolment(
    String id,
    StudentId student,
    SchoolId school,
    int schoolYear,
    Grade grade,
    Optional<HomeroomId> homeroom,
    int number,
    LocalDate first,
    Optional<LocalDate> last) {
  public Enrolment {
    if (last.isPresent() && last.get().isBefore(first.minusDays(1))) {
      throw new IllegalArgumentException("a stay must not end before it begins");
    }
    if (number < 0) {
      throw new IllegalArgumentException("register number must not be negative");
    }
  }

  /** Tells whether a date belongs to the stay. */
  public boolean covers(LocalDate date) {
    return !date.isBefore(first) && last.map(end -> !date.isAfter(end)).orElse(true);
  }
}
