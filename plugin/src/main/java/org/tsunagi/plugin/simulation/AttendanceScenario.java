// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.simulation;

import java.util.List;
import org.tsunagi.plugin.register.domain.CountingRules;
import org.tsunagi.plugin.register.domain.CountingTerms;
import org.tsunagi.plugin.register.domain.StudentCount;
import org.tsunagi.plugin.register.domain.StudentYear;

/**
 * The facts of a simulation, ready for the one counting engine.
 *
 * @param terms what all students share
 * @param students the students
 * @param notes what the reading of the request has to say
 */
public record AttendanceScenario(
    CountingTerms terms, List<StudentYear> students, List<AttendanceAnswer.Note> notes) {
  public AttendanceScenario {
    students = List.copyOf(students);
    notes = List.copyOf(notes);
  }

  /** Counts every student, in the order of the request. */
  public List<StudentCount> count() {
    return students.stream().map(student -> CountingRules.count(student, terms)).toList();
  }
}
