// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.desk.roster;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.function.Function;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.desk.sql.DeskSql;

/** The small numbers under which large tables know schools and students. */
public final class Numbers {
  private final DeskSql sql;

  // The joins begin at the wanted ids: H2 would compare every row found by "= ANY" with all of
  // them.

  /** Reads numbers from the store; nothing is remembered, for a number may be rolled back. */
  public Numbers(DeskSql sql) {
    this.sql = sql;
  }

  /**
   * Returns the numbers of schools.
   *
   * @throws IllegalArgumentException for a school the desk does not know
   */
  public Map<SchoolId, Integer> getSchools(Collection<SchoolId> schools) {
    return get(
        """
        SELECT c.school_no AS no, c.school_id AS id
        FROM UNNEST(CAST(? AS varchar(255) ARRAY)) AS k(id)
        LEFT JOIN desk_school c ON c.school_id = k.id WHERE c.school_no IS NOT NULL
        """,
        schools,
        SchoolId::value,
        "school");
  }

  /**
   * Returns the numbers of students.
   *
   * @throws IllegalArgumentException for a student the desk does not know
   */
  public Map<StudentId, Integer> getStudents(Collection<StudentId> students) {
    return get(
        """
        SELECT s.student_no AS no, s.student_id AS id
        FROM UNNEST(CAST(? AS varchar(255) ARRAY)) AS k(id)
        LEFT JOIN desk_student s ON s.student_id = k.id WHERE s.student_no IS NOT NULL
        """,
        students,
        StudentId::value,
        "student");
  }

  private <I> Map<I, Integer> get(
      String query, Collection<I> wanted, Function<I, String> text, String kind) {
    Map<String, I> ids = new HashMap<>();
    wanted.forEach(id -> ids.put(text.apply(id), id));
    Map<I, Integer> found = new HashMap<>();
    record Row(String id, int no) {}
    sql.list(
            query,
            p -> p.texts(new HashSet<>(ids.keySet())),
            c -> new Row(c.text("id"), c.number("no")))
        .forEach(
            row -> {
              I id = ids.get(row.id());
              if (id != null) {
                found.put(id, row.no());
              }
            });
    if (found.size() < ids.size()) {
      throw new IllegalArgumentException("unknown " + kind);
    }
    return found;
  }
}
