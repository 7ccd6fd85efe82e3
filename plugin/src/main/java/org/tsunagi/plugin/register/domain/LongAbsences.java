// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register.domain;

import java.util.List;
import org.tsunagi.api.school.Grade;
import org.tsunagi.api.school.SchoolId;

/**
 * Numbers of students of a grade who were away for long, as a job counted them last.
 *
 * @param school the school
 * @param grade the grade
 * @param students all students
 * @param includingCredited by days absent with credited ones: students with 30 days or more, with
 *     90; of these, present on 10 days or fewer, on none
 * @param guidanceRecord the same four by 欠席日数 of the guidance record
 * @param creditedStudents students with a credited day, by row ①–⑧
 * @param creditedDays credited days, by row ①–⑧
 * @param unknownDays days whose register was not taken
 */
public record LongAbsences(
    SchoolId school,
    Grade grade,
    int students,
    List<Integer> includingCredited,
    List<Integer> guidanceRecord,
    List<Integer> creditedStudents,
    List<Integer> creditedDays,
    int unknownDays) {
  /** Copies the lists. */
  public LongAbsences {
    includingCredited = List.copyOf(includingCredited);
    guidanceRecord = List.copyOf(guidanceRecord);
    creditedStudents = List.copyOf(creditedStudents);
    creditedDays = List.copyOf(creditedDays);
  }
}
