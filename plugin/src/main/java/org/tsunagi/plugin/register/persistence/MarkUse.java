// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register.persistence;

import java.sql.Connection;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.api.school.SchoolYear;
import org.tsunagi.plugin.platform.sql.Sql;
import org.tsunagi.plugin.shared.DateRange;

/** Where some codes are marked, one school at a time. */
public final class MarkUse {
  private MarkUse() {}

  /**
   * A student's marks of the codes in a school year.
   *
   * @param schoolYear the school year
   * @param student the student
   * @param marks how many
   * @param first the first marked day
   */
  public record Row(int schoolYear, StudentId student, int marks, LocalDate first) {}

  /** Lists the students of a school who have such marks in a range of days. */
  public static List<Row> list(
      Connection connection, SchoolId school, Collection<String> codes, DateRange range) {
    List<Row> rows = new ArrayList<>();
    Sql.each(
        connection,
        "SELECT m.school_year, q.student_id, COUNT(*), MIN(m.epoch_day) FROM count_school s"
            + " JOIN count_mark m ON m.school_no = s.school_no AND m.school_year BETWEEN ? AND ?"
            + " JOIN count_code c ON c.code_no = m.code_no"
            + " JOIN UNNEST(CAST(? AS varchar ARRAY)) AS k(id) ON k.id = c.code_id"
            + " JOIN count_student q ON q.student_no = m.student_no"
            + " WHERE s.school_id = ? AND m.epoch_day BETWEEN ? AND ?"
            + " GROUP BY m.school_year, q.student_id ORDER BY 1, 2",
        row ->
            rows.add(
                new Row(
                    row.getInt(1),
                    new StudentId(row.getString(2)),
                    row.getInt(3),
                    Days.date(row.getInt(4)))),
        SchoolYear.of(range.first()).year(),
        SchoolYear.of(range.last()).year(),
        Sql.array(connection, "varchar", codes),
        school.value(),
        Days.of(range.first()),
        Days.of(range.last()));
    return rows;
  }
}
