// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.api.roster;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.tsunagi.api.school.Grade;
import org.tsunagi.api.school.HomeroomId;
import org.tsunagi.api.school.SchoolId;

/**
 * What students to list.
 *
 * @param schools the schools to look in; empty means none (deny by default), never all
 * @param on students whose stay covers this day
 * @param text part of the name, of the reading (hiragana and katakana alike) or the student's
 *     number; empty for all
 * @param grade only this grade
 * @param homerooms only these homerooms, and beside them {@code students}; both sets empty mean no
 *     restriction
 * @param students only these students, and beside them {@code homerooms}
 * @param offset how many to pass over, 0 or more
 * @param limit how many at the most, 1–1000
 */
public record StudentQuery(
    Set<SchoolId> schools,
    LocalDate on,
    String text,
    Optional<Grade> grade,
    Set<HomeroomId> homerooms,
    Set<StudentId> students,
    int offset,
    int limit) {
  public StudentQuery {
    schools = Set.copyOf(schools);
    homerooms = Set.copyOf(homerooms);
    students = Set.copyOf(students);
    if (offset < 0 || limit < 1 || limit > 1000) {
      throw new IllegalArgumentException("offset must be 0 or more and limit 1-1000");
    }
  }

  /** Makes a query that names no student one by one. */
  public StudentQuery(
      Set<SchoolId> schools,
      LocalDate on,
      String text,
      Optional<Grade> grade,
      Set<HomeroomId> homerooms,
      int offset,
      int limit) {
    this(schools, on, text, grade, homerooms, Set.of(), offset, limit);
  }
}
