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
  static final String MARKS =
      """
      (SELECT m.student_no, m.epoch_day, m.code_no, m.flags, m.minutes, m.facility, 0 AS more
        FROM roll_school r
        JOIN count_mark m ON m.school_no = r.school_no AND m.school_year = ?
          AND m.epoch_day BETWEEN ? AND ?
        LEFT JOIN roll_twice t ON t.student_no = m.student_no AND t.epoch_day = m.epoch_day
        WHERE t.student_no IS NULL
        UNION ALL SELECT student_no, epoch_day, code_no, flags, minutes, facility, more
        FROM roll_merged) m
      """;

  /** Students with marks at several schools, once with each of them. */
  private static final String ELSEWHERE =
      """
      SELECT k.student_no, k.school_no
      FROM (SELECT q.student_no, q.school_no, COUNT(*) OVER (PARTITION BY q.student_no) AS schools
        FROM (SELECT DISTINCT m.student_no, m.school_no FROM roll_school r
          JOIN count_mark m ON m.school_no = r.school_no AND m.school_year = ?) q) k
      WHERE k.schools > 1
      """;

  private static final String TWICE =
      """
      INSERT INTO roll_twice
      SELECT m.student_no, m.epoch_day
      FROM UNNEST(CAST(? AS integer ARRAY), CAST(? AS integer ARRAY)) AS k(student_no, school_no)
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

  /**
   * What one mark comes to, by code, word, state of the day and counts of merged marks; the four
   * are one number, so that no plan can join verdicts before all of them are known.
   */
  private static final String VERDICTS =
      """
      INSERT INTO roll_verdict
      SELECT ((k.row_no * 3 + k.word) * 3 + k.state) * 8 + k.more, k.known, k.exempt, k.absent, k.credited,
        CASE WHEN k.sheet_row = 1 THEN k.credited ELSE 0 END,
        CASE WHEN k.sheet_row = 2 THEN k.credited ELSE 0 END,
        CASE WHEN k.sheet_row = 3 THEN k.credited ELSE 0 END,
        CASE WHEN k.sheet_row = 4 THEN k.credited ELSE 0 END,
        CASE WHEN k.sheet_row = 5 THEN k.credited ELSE 0 END,
        CASE WHEN k.sheet_row = 6 THEN k.credited ELSE 0 END,
        CASE WHEN k.sheet_row = 7 THEN k.credited ELSE 0 END,
        CASE WHEN k.sheet_row = 8 THEN k.credited ELSE 0 END,
        k.credited * k.activity, k.at_school * GREATEST(k.late, MOD(k.more, 2)),
        k.at_school * GREATEST(k.early, MOD(k.more / 2, 2)),
        k.at_school * GREATEST(k.separate, k.more / 4)
      FROM (SELECT c.row_no, w.month_no - 1 AS word, s.month_no - 1 AS state, m.more, c.sheet_row,
          c.activity, c.late, c.early, c.separate,
          CASE WHEN s.month_no = 1 AND c.effect >= 0 THEN 1 ELSE 0 END AS known,
          CASE WHEN s.month_no = 1 AND c.effect = 0 THEN 1 ELSE 0 END AS at_school,
          CASE WHEN s.month_no = 1 AND (c.effect = 2 OR (c.effect = 3 AND w.month_no = 1))
            THEN 1 ELSE 0 END AS exempt,
          CASE WHEN s.month_no = 1 AND (c.effect = 1 OR (c.effect = 3 AND w.month_no = 3)
            OR (c.effect = 4 AND w.month_no = 1)) THEN 1 ELSE 0 END AS absent,
          CASE WHEN s.month_no = 1 AND c.effect = 4 AND w.month_no = 2 THEN 1 ELSE 0 END AS credited
        FROM roll_code c
        CROSS JOIN (SELECT DISTINCT month_no FROM roll_date WHERE month_no <= 3) w
        CROSS JOIN (SELECT DISTINCT month_no FROM roll_date WHERE month_no <= 3) s
        CROSS JOIN (SELECT DISTINCT month_no - 1 AS more FROM roll_date WHERE month_no <= 8) m) k
      """;

  private static final String SUMS =
      """
      INSERT INTO roll_sum
      SELECT p.stay_no, p.period_no, SUM(v.exempt), SUM(v.absent), SUM(v.credited),
        SUM(v.credited_1), SUM(v.credited_2), SUM(v.credited_3), SUM(v.credited_4),
        SUM(v.credited_5), SUM(v.credited_6), SUM(v.credited_7), SUM(v.credited_8),
        SUM(v.activity), SUM(v.late), SUM(v.early), SUM(v.separate),
        SUM(CASE WHEN m.flags = 0 AND c.effect <> 2 THEN 0
          WHEN COALESCE(x.held, 0) = 0 AND (MOD(m.flags, 4) > 0 OR c.effect = 2) THEN 1
          ELSE 0 END),
        SUM(CASE WHEN MOD(m.flags, 4) > 1 OR c.effect = 2 THEN 1 ELSE 0 END),
        SUM(COALESCE(x.untaken, 0) * v.known)
      FROM
      """
          + MARKS
          + """
      JOIN roll_code c ON c.code_no = m.code_no AND m.epoch_day BETWEEN c.first_day AND c.last_day
      JOIN roll_piece p ON p.student_no = m.student_no
        AND m.epoch_day BETWEEN p.first_day AND p.last_day
      JOIN roll_day d ON d.grade_no = p.grade_no AND d.epoch_day = m.epoch_day
      LEFT JOIN roll_span_day x ON x.span_no = p.span_no AND x.epoch_day = m.epoch_day
      LEFT JOIN roll_word w ON w.student_no = m.student_no AND w.epoch_day = m.epoch_day
      JOIN roll_verdict v ON v.verdict_no
        = ((c.row_no * 3 + COALESCE(w.word, 0)) * 3 + COALESCE(x.state, 0)) * 8 + m.more
      GROUP BY p.stay_no, p.period_no
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

  /** Merges the days that have marks of two schools. */
  void merge() {
    int year = query.schoolYear();
    List<Integer> students = new ArrayList<>();
    List<Integer> schools = new ArrayList<>();
    Sql.each(
        connection,
        ELSEWHERE,
        row -> {
          students.add(row.getInt(1));
          schools.add(row.getInt(2));
        },
        year);
    if (!students.isEmpty()) {
      Sql.update(
          connection,
          TWICE,
          Sql.array(connection, "integer", students),
          Sql.array(connection, "integer", schools),
          year,
          query.firstDay(),
          query.lastDay());
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
   * Adds the marks up by stay and period.
   *
   * @throws IllegalArgumentException where a mark's code is not in the catalogue
   */
  void sum() {
    Sql.update(connection, VERDICTS);
    work.filled("roll_verdict");
    work.withoutLoops(
        () -> Sql.update(connection, SUMS, query.schoolYear(), query.firstDay(), query.lastDay()));
    work.filled("roll_sum");
    requireKnown();
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
