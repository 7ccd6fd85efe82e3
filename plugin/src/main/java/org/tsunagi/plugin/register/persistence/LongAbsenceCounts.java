// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register.persistence;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.tsunagi.api.school.Grade;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.plugin.platform.sql.Sql;
import org.tsunagi.plugin.register.domain.LongAbsences;

/** Counts students who were away for long out of the figures that a job kept, in one statement. */
@Component(service = LongAbsenceCounts.class)
public final class LongAbsenceCounts {
  /** A student's stays in a grade of a school are one row; the figures of 0/1 are added up. */
  private static final String COUNTS =
      """
      SELECT s.school_id, k.grade, COUNT(*),
        SUM(CASE WHEN k.away >= 30 THEN 1 ELSE 0 END),
        SUM(CASE WHEN k.away >= 90 THEN 1 ELSE 0 END),
        SUM(CASE WHEN k.away >= 90 AND k.came <= 10 THEN 1 ELSE 0 END),
        SUM(CASE WHEN k.away >= 90 AND k.came = 0 THEN 1 ELSE 0 END),
        SUM(CASE WHEN k.absent >= 30 THEN 1 ELSE 0 END),
        SUM(CASE WHEN k.absent >= 90 THEN 1 ELSE 0 END),
        SUM(CASE WHEN k.absent >= 90 AND k.present <= 10 THEN 1 ELSE 0 END),
        SUM(CASE WHEN k.absent >= 90 AND k.present = 0 THEN 1 ELSE 0 END),
        SUM(CASE WHEN k.credited_1 > 0 THEN 1 ELSE 0 END),
        SUM(CASE WHEN k.credited_2 > 0 THEN 1 ELSE 0 END),
        SUM(CASE WHEN k.credited_3 > 0 THEN 1 ELSE 0 END),
        SUM(CASE WHEN k.credited_4 > 0 THEN 1 ELSE 0 END),
        SUM(CASE WHEN k.credited_5 > 0 THEN 1 ELSE 0 END),
        SUM(CASE WHEN k.credited_6 > 0 THEN 1 ELSE 0 END),
        SUM(CASE WHEN k.credited_7 > 0 THEN 1 ELSE 0 END),
        SUM(CASE WHEN k.credited_8 > 0 THEN 1 ELSE 0 END),
        SUM(k.credited_1), SUM(k.credited_2), SUM(k.credited_3), SUM(k.credited_4),
        SUM(k.credited_5), SUM(k.credited_6), SUM(k.credited_7), SUM(k.credited_8), SUM(k.untaken)
      FROM (SELECT p.*, p.absent + p.in_rows AS away, p.present - p.in_rows AS came
        FROM (SELECT r.school_no, r.grade, r.student_no, SUM(r.days_absent) AS absent,
            SUM(r.school_days - r.exempt_days - r.days_absent - r.unknown_days) AS present,
            SUM(r.credited_1 + r.credited_2 + r.credited_3 + r.credited_4 + r.credited_5
              + r.credited_6 + r.credited_7 + r.credited_8) AS in_rows,
            SUM(r.credited_1) AS credited_1, SUM(r.credited_2) AS credited_2,
            SUM(r.credited_3) AS credited_3, SUM(r.credited_4) AS credited_4,
            SUM(r.credited_5) AS credited_5, SUM(r.credited_6) AS credited_6,
            SUM(r.credited_7) AS credited_7, SUM(r.credited_8) AS credited_8,
            SUM(r.unknown_days) AS untaken
          FROM UNNEST(CAST(? AS varchar ARRAY)) AS w(id)
          JOIN count_school c ON c.school_id = w.id
          JOIN tally_snapshot_row r ON r.school_no = c.school_no AND r.school_year = ?
            AND r.month_no = 0
          GROUP BY r.school_no, r.grade, r.student_no) p) k
      JOIN count_school s ON s.school_no = k.school_no
      GROUP BY s.school_id, k.grade ORDER BY s.school_id, k.grade
      """;

  /** Counts each grade of the schools; a school that no job counted has none. */
  public List<LongAbsences> count(Connection connection, List<SchoolId> schools, int schoolYear) {
    return Sql.list(
        connection,
        COUNTS,
        LongAbsenceCounts::read,
        Sql.array(connection, "varchar", schools.stream().map(SchoolId::value).toList()),
        schoolYear);
  }

  private static LongAbsences read(ResultSet row) throws SQLException {
    return new LongAbsences(
        new SchoolId(row.getString(1)),
        Grade.valueOf(row.getString(2)),
        row.getInt(3),
        numbers(row, 4, 4),
        numbers(row, 8, 4),
        numbers(row, 12, 8),
        numbers(row, 20, 8),
        row.getInt(28));
  }

  private static List<Integer> numbers(ResultSet row, int from, int count) throws SQLException {
    List<Integer> numbers = new ArrayList<>(count);
    for (int i = from; i < from + count; i++) {
      numbers.add(row.getInt(i));
    }
    return numbers;
  }
}
