// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.rosariosis.attendance;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.tsunagi.api.attendance.AttendanceBook.PastMark;
import org.tsunagi.api.attendance.AttendanceMark;
import org.tsunagi.api.attendance.MarkChange;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.desk.sql.Columns;
import org.tsunagi.desk.sql.DeskSql;

/** What a mark was before, as the trigger wrote it down; the host tells neither who nor why. */
final class MarkHistory {
  private static final MarkChange.Author UNKNOWN = new MarkChange.Author("rosariosis", "", "");
  private static final String CHANGES =
      """
      SELECT m.student_id, m.day, m.changed_at, p.school_id,
        COALESCE(v.code, CASE b.state_code WHEN 'A' THEN 'ABSENT_UNKNOWN'
          WHEN 'H' THEN 'LATE_EARLY' WHEN 'P' THEN 'PRESENT' END) AS code_before,
        COALESCE(w.code, CASE c.state_code WHEN 'A' THEN 'ABSENT_UNKNOWN'
          WHEN 'H' THEN 'LATE_EARLY' WHEN 'P' THEN 'PRESENT' END) AS code_after
      FROM rosario_mark_change m
      JOIN public.course_periods p ON p.course_period_id = m.course_period_id
        AND p.does_attendance LIKE '%,0,%'
      LEFT JOIN public.attendance_codes b ON b.id = m.code_before
      LEFT JOIN rosario_code v ON v.school_id = b.school_id AND v.school_year = b.syear
        AND v.short_name = b.short_name
      LEFT JOIN public.attendance_codes c ON c.id = m.code_after
      LEFT JOIN rosario_code w ON w.school_id = c.school_id AND w.school_year = c.syear
        AND w.short_name = c.short_name
      WHERE p.school_id = ? AND m.student_id = ANY(?) AND m.day BETWEEN ? AND ?
      ORDER BY m.id DESC
      """;

  private final DeskSql sql;

  MarkHistory(DeskSql sql) {
    this.sql = sql;
  }

  List<PastMark> list(int school, Collection<Integer> students, LocalDate first, LocalDate last) {
    return sql.list(
        CHANGES, p -> p.number(school).numbers(students).date(first).date(last), MarkHistory::past);
  }

  private static PastMark past(Columns c) throws SQLException {
    SchoolId school = new SchoolId(c.text("school_id"));
    StudentId student = new StudentId(c.text("student_id"));
    LocalDate day = c.date("day");
    Optional<AttendanceMark> before =
        c.optionalText("code_before").map(code -> AttendanceMark.of(school, student, day, code));
    Optional<AttendanceMark> after =
        c.optionalText("code_after").map(code -> AttendanceMark.of(school, student, day, code));
    return new PastMark(
        before, new MarkChange(school, student, day, after, UNKNOWN, "", c.instant("changed_at")));
  }
}
