// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register.persistence;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tsunagi.api.attendance.AttendanceMark;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.plugin.code.domain.CodeCount;
import org.tsunagi.plugin.platform.sql.Sql;
import org.tsunagi.plugin.register.domain.DayMark;
import org.tsunagi.plugin.register.domain.MergedDay;

/**
 * Counts the marks into work tables. The copy keeps one mark a day and school; the very few days
 * that have marks of two schools are merged by the pure rule first.
 */
final class CityMarks {
  /** The marks of the schools, one a day. Parameters: school year, first and last day. */
  static final String ALL =
      """
      (SELECT m.student_no, m.epoch_day, m.code_no, m.flags, 0 AS more
        FROM roll_school r
        JOIN count_mark m ON m.school_no = r.school_no AND m.school_year = ?
          AND m.epoch_day BETWEEN ? AND ?
        LEFT JOIN roll_twice t ON t.student_no = m.student_no AND t.epoch_day = m.epoch_day
        WHERE t.student_no IS NULL
        UNION ALL SELECT student_no, epoch_day, code_no, CAST(flags AS smallint), more
        FROM roll_merged) m
      """;

  /**
   * The marks of marked students, one a day. Parameters: school year, first and last day, 1 for
   * students only who have a mark on which a word can matter, else 0.
   */
  static final String MARKED =
      """
      (SELECT m.student_no, m.epoch_day, m.code_no, m.minutes, m.facility, 0 AS more
        FROM roll_marked k
        JOIN count_mark m ON m.school_no = k.school_no AND m.school_year = ?
          AND m.student_no = k.student_no AND m.epoch_day BETWEEN ? AND ?
        LEFT JOIN roll_twice t ON t.student_no = m.student_no AND t.epoch_day = m.epoch_day
        WHERE t.student_no IS NULL AND k.called >= ?
        UNION ALL SELECT student_no, epoch_day, code_no, minutes, facility, more
        FROM roll_merged) m
      """;

  /** Each code on each day of the year, and whether somebody's word can matter to it. */
  private static final String CODE_DAYS =
      """
      INSERT INTO roll_code_day
      SELECT c.code_no, d.epoch_day, c.row_no, CASE WHEN ? = 1 THEN d.month_no ELSE 0 END,
        CASE WHEN c.effect = 4 OR (c.ict = 1 AND c.effect >= 0) THEN k.decided
          WHEN c.effect = 3 AND c.decided = 1 THEN k.accepted ELSE 0 END
      FROM roll_code c
      JOIN roll_date d ON d.epoch_day BETWEEN c.first_day AND c.last_day
      CROSS JOIN (SELECT
          CASE WHEN EXISTS (SELECT 1 FROM roll_decision) THEN 1 ELSE 0 END AS decided,
          CASE WHEN EXISTS (SELECT 1 FROM roll_acceptance)
            OR EXISTS (SELECT 1 FROM roll_school WHERE asked = 1) THEN 1 ELSE 0 END AS accepted) k
      """;

  private static final String MARKED_STUDENTS =
      """
      INSERT INTO roll_marked
      SELECT m.school_no, m.student_no, MAX(c.called)
      FROM roll_school r
      JOIN count_mark m ON m.school_no = r.school_no AND m.school_year = ?
      JOIN roll_code_day c ON c.code_no = m.code_no AND c.epoch_day = m.epoch_day
      GROUP BY m.school_no, m.student_no
      """;

  private static final String ELSEWHERE =
      """
      INSERT INTO roll_elsewhere SELECT student_no FROM roll_marked
      GROUP BY student_no HAVING COUNT(*) > 1
      """;

  private static final String TWICE =
      """
      INSERT INTO roll_twice
      SELECT m.student_no, m.epoch_day
      FROM roll_elsewhere e
      JOIN roll_marked k ON k.student_no = e.student_no
      JOIN count_mark m ON m.school_no = k.school_no AND m.school_year = ?
        AND m.student_no = k.student_no
      WHERE m.epoch_day BETWEEN ? AND ?
      GROUP BY m.student_no, m.epoch_day HAVING COUNT(*) > 1
      """;

  private static final String MARKS_OF_TWICE =
      """
      SELECT t.student_no, m.epoch_day, c.code_id, m.detail, m.facility, m.place, m.flags,
        COALESCE(m.minutes, k.minutes)
      FROM roll_twice t
      CROSS JOIN roll_school r
      JOIN count_mark m ON m.school_no = r.school_no AND m.school_year = ?
        AND m.student_no = t.student_no AND m.epoch_day = t.epoch_day
      JOIN count_code c ON c.code_no = m.code_no
      LEFT JOIN roll_minutes k ON k.student_no = t.student_no AND k.epoch_day = t.epoch_day
      """;

  private static final String UNKNOWN_CODES =
      """
      SELECT c.code_id FROM roll_code c
      JOIN count_mark m ON m.code_no = c.code_no
      JOIN roll_school r ON r.school_no = m.school_no
      WHERE c.effect = -1 AND c.code_id <> '' AND m.school_year = ?
      FETCH FIRST 1 ROWS ONLY
      """;

  private final Connection connection;
  private final CityWork work;
  private final CityQuery query;

  CityMarks(Connection connection, CityWork work, CityQuery query) {
    this.connection = connection;
    this.work = work;
    this.query = query;
  }

  /** Fills what each code is on each day. */
  void fillCodeDays() {
    Sql.update(connection, CODE_DAYS, query.monthly() ? 1 : 0);
    work.filled("roll_code_day");
  }

  /** Fills the students who have marks, once for each school. */
  void fillMarked() {
    work.byHash(() -> Sql.update(connection, MARKED_STUDENTS, query.schoolYear()));
    work.filled("roll_marked");
  }

  /** Merges the days of marked students that have marks of two schools. */
  void merge() {
    int year = query.schoolYear();
    if (Sql.update(connection, ELSEWHERE) > 0) {
      work.filled("roll_elsewhere");
      Sql.update(connection, TWICE, year, query.firstDay(), query.lastDay());
      mergeTwice(year);
    }
    work.filled("roll_twice");
    work.filled("roll_merged");
  }

  private void mergeTwice(int year) {
    Map<Integer, List<DayMark>> marks = new HashMap<>();
    SchoolId none = new SchoolId("-");
    Sql.each(
        connection,
        MARKS_OF_TWICE,
        row ->
            marks
                .computeIfAbsent(row.getInt(1), student -> new ArrayList<>())
                .add(dayMark(CopyRows.mark(none, new StudentId("-"), row, 2))),
        year);
    Map<String, Integer> codes = new HashMap<>();
    Sql.each(
        connection,
        "SELECT code_no, code_id FROM count_code",
        row -> codes.put(row.getString(2), row.getInt(1)));
    List<@Nullable Object[]> rows = new ArrayList<>();
    marks.forEach(
        (student, own) ->
            MergedDay.of(own, query.codes())
                .forEach(day -> rows.add(row(student, day, number(codes, day)))));
    Sql.batch(connection, "INSERT INTO roll_merged VALUES (?, ?, ?, ?, ?, ?, ?)", rows);
  }

  private static int number(Map<String, Integer> codes, MergedDay day) {
    return Objects.requireNonNull(codes.get(day.mark().code()));
  }

  private static DayMark dayMark(AttendanceMark mark) {
    return new DayMark(
        mark.date(),
        mark.code(),
        mark.detail(),
        mark.facility(),
        mark.place(),
        mark.onlineHeld(),
        mark.onlineSpecial(),
        mark.minutes(),
        mark.visit());
  }

  private static @Nullable Object[] row(int student, MergedDay day, int code) {
    Set<CodeCount> counts = day.counts();
    int more =
        (counts.contains(CodeCount.LATE) ? 1 : 0)
            + (counts.contains(CodeCount.EARLY) ? 2 : 0)
            + (counts.contains(CodeCount.SEPARATE_ROOM) ? 4 : 0);
    return new Object[] {
      student,
      Days.of(day.mark().date()),
      code,
      (day.onlineHeld() ? 1 : 0) + (day.onlineTakenPart() ? 2 : 0),
      day.mark().minutes().isPresent() ? day.mark().minutes().getAsInt() : null,
      day.mark().facility(),
      more
    };
  }

  /**
   * Looks whether all marks have a code of the catalogue.
   *
   * @throws IllegalArgumentException where one has not
   */
  void requireKnown() {
    String some = "SELECT 1 FROM roll_code WHERE effect = -1 AND code_id <> ''";
    if (!Sql.list(connection, some, row -> 1).isEmpty()) {
      Sql.each(
          connection,
          UNKNOWN_CODES,
          row -> {
            throw new IllegalArgumentException("no such code: " + row.getString(1));
          },
          query.schoolYear());
    }
  }
}
