// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.desk.roster;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tsunagi.api.roster.Guardian;
import org.tsunagi.api.roster.Student;
import org.tsunagi.desk.sql.DeskSql;

/** Students with their guardians, read in two statements whatever their number. */
public final class StudentRows {
  private final DeskSql sql;

  /** Reads on the given store. */
  public StudentRows(DeskSql sql) {
    this.sql = sql;
  }

  /**
   * A student and the small number the desk knows it by.
   *
   * @param no the desk's number
   * @param student the student
   */
  public record Numbered(int no, Student student) {}

  /** Lists the students of the ids; unknown ids are left out. */
  public List<Numbered> list(Collection<String> ids) {
    if (ids.isEmpty()) {
      return List.of();
    }
    Map<Integer, List<Guardian>> guardians = listGuardians(ids);
    return sql.list(
        """
        SELECT s.student_no, s.student_id, s.family_name, s.given_name, s.family_kana, s.given_kana,
          s.sex, s.born_on, s.number AS student_number
        FROM UNNEST(CAST(? AS varchar(255) ARRAY)) AS k(id)
        LEFT JOIN desk_student s ON s.student_id = k.id WHERE s.student_no IS NOT NULL
        """,
        p -> p.texts(ids),
        c -> {
          int no = c.number("student_no");
          return new Numbered(no, RosterColumns.student(c, guardians.getOrDefault(no, List.of())));
        });
  }

  private Map<Integer, List<Guardian>> listGuardians(Collection<String> ids) {
    Map<Integer, List<Guardian>> byStudent = new HashMap<>();
    record Row(int no, Guardian guardian) {}
    sql.list(
            """
            SELECT g.student_no, g.name, g.kana, g.relationship, g.phone
            FROM UNNEST(CAST(? AS varchar(255) ARRAY)) AS k(id)
            LEFT JOIN desk_student s ON s.student_id = k.id
            LEFT JOIN desk_guardian g ON g.student_no = s.student_no
            WHERE g.student_no IS NOT NULL ORDER BY g.student_no, g.rank_no
            """,
            p -> p.texts(ids),
            c -> new Row(c.number("student_no"), RosterColumns.guardian(c)))
        .forEach(
            row ->
                byStudent.computeIfAbsent(row.no(), no -> new ArrayList<>()).add(row.guardian()));
    return byStudent;
  }
}
