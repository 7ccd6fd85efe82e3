// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register.domain;

import java.util.List;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.school.SchoolId;

/**
 * A student's school year up to a day, at all schools that were asked for.
 *
 * @param student the student
 * @param school the school at which the student is on that day
 * @param days the planned days, by date, those included on which the grade was closed
 */
public record OutlinedStudent(StudentId student, SchoolId school, List<DayOutline> days) {
  /** Copies the list. */
  public OutlinedStudent {
    days = List.copyOf(days);
  }
}
