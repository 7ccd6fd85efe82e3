// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register.persistence;

import java.sql.Connection;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.plugin.platform.sql.Sql;
import org.tsunagi.plugin.register.domain.DayScreen;

/** Narrows a city to the students whose days are worth a look, in one pass over the marks. */
final class CityScreen {
  /** Days looked back for one that surely was taken; where there is none, nobody is left out. */
  private static final int LOOK_BACK = 60;

  private static final int NEVER = Integer.MAX_VALUE;

  /**
   * The last day of a grade and homeroom on which a blank is a day at school: planned, closed for
   * nobody of the grade, and taken. Who has no mark since then has no run that goes on.
   */
  private static final String SURE =
      """
      INSERT INTO roll_sure
      SELECT h.grade_no, h.homeroom_no, MAX(k.epoch_day)
      FROM (SELECT DISTINCT g.grade_no, COALESCE(t.homeroom_no, 0) AS homeroom_no
        FROM roll_grade g
        JOIN count_stay t ON t.school_no = g.school_no AND t.grade = g.grade
          AND t.school_year = ?) h
      LEFT JOIN roll_room r ON r.grade_no = h.grade_no AND r.homeroom_no = h.homeroom_no
      LEFT JOIN (SELECT n.grade_no, d.epoch_day, d.taken
          FROM roll_grade n
          JOIN roll_day d ON d.calendar_no = n.calendar_no AND d.epoch_day BETWEEN ? AND ?
          LEFT JOIN (SELECT DISTINCT grade_no, epoch_day FROM roll_closed) c
            ON c.grade_no = n.grade_no AND c.epoch_day = d.epoch_day
          WHERE c.grade_no IS NULL) k
        ON k.grade_no = h.grade_no AND (k.taken = 1 OR EXISTS (SELECT 1 FROM count_taken a
          WHERE a.homeroom_no = r.homeroom_no AND a.epoch_day = k.epoch_day))
      GROUP BY h.grade_no, h.homeroom_no
      """;

  /** The first of so many open days, of the grade in which that is longest ago. */
  private static final String RECENT =
      """
      SELECT MIN(COALESCE(k.nth_day, ?))
      FROM (SELECT g.grade_no, MAX(CASE WHEN d.turn = ? THEN d.epoch_day END) AS nth_day
        FROM roll_grade g
        LEFT JOIN (SELECT n.grade_no, p.epoch_day,
            ROW_NUMBER() OVER (PARTITION BY n.grade_no ORDER BY p.epoch_day DESC) AS turn
          FROM roll_grade n
          JOIN roll_day p ON p.calendar_no = n.calendar_no
          LEFT JOIN (SELECT DISTINCT grade_no, epoch_day FROM roll_closed) c
            ON c.grade_no = n.grade_no AND c.epoch_day = p.epoch_day
          WHERE c.grade_no IS NULL AND p.epoch_day <= ?) d ON d.grade_no = g.grade_no
        GROUP BY g.grade_no) k
      """;

  /**
   * What a mark of a code on a day counts in the screening, as one number: a mark, perhaps away,
   * perhaps in another room, perhaps recent; the factors leave 4096 for each.
   */
  private static final String WEIGHTS =
      """
      INSERT INTO roll_weight
      SELECT k.code_no, k.epoch_day, CASE WHEN k.epoch_day > ? THEN 0 ELSE 1
          + CASE WHEN c.effect IN (1, 4) OR (c.effect = 3 AND c.decided = 1) THEN 4096 ELSE 0 END
          + CASE WHEN c.separate = 1 THEN 16777216 ELSE 0 END
          + CASE WHEN k.epoch_day >= ? THEN 68719476736 ELSE 0 END END, k.called
      FROM roll_code_day k
      JOIN roll_code c ON c.row_no = k.row_no
      """;

  private static final String SEEN =
      """
      INSERT INTO roll_seen
      SELECT m.school_no, m.student_no, CAST(SUM(c.weight) AS bigint),
        MAX(CASE WHEN c.weight > 0 THEN m.epoch_day ELSE 0 END), MAX(c.called)
      FROM roll_school r
      JOIN count_mark m ON m.school_no = r.school_no AND m.school_year = ?
      JOIN roll_weight c ON c.code_no = m.code_no AND c.epoch_day = m.epoch_day
      GROUP BY m.school_no, m.student_no
      """;

  /** A student's marks at all schools. */
  private static final String STUDENTS =
      """
      (SELECT q.student_no, q.last_mark, MOD(q.weight, 4096) AS marks,
          MOD(q.weight / 4096, 4096) AS away, MOD(q.weight / 16777216, 4096) AS apart,
          q.weight / 68719476736 AS recent
        FROM (SELECT student_no, CAST(SUM(weight) AS bigint) AS weight, MAX(last_mark) AS last_mark
          FROM roll_seen GROUP BY student_no) q) k
      """;

  /** Who changed between stays is measured by the marks of the whole year. */
  private static final String WANTED =
      """
      INSERT INTO roll_wanted
      SELECT k.student_no
      FROM
      """
          + STUDENTS
          + """
      LEFT JOIN roll_several v ON v.student_no = k.student_no
      LEFT JOIN (SELECT student_no, MIN(away_only) AS away_only FROM roll_wish
          GROUP BY student_no) w ON w.student_no = k.student_no
      WHERE COALESCE(w.away_only, 1) = 1 AND (k.away >= ? OR k.apart >= ? OR k.recent >= ?
        OR (v.student_no IS NOT NULL AND (k.marks >= ? OR k.marks >= ?))
        OR (w.student_no IS NOT NULL AND k.away > 0))
      UNION ALL
      SELECT DISTINCT student_no FROM roll_wish WHERE away_only = 0
      """;

  /** Others with enough marks, one of them since the first of all last days that are sure. */
  private static final String RUNNERS =
      """
      INSERT INTO roll_runner
      SELECT k.student_no, k.last_mark
      FROM
      """
          + STUDENTS
          + """
      LEFT JOIN roll_wanted w ON w.student_no = k.student_no
      WHERE w.student_no IS NULL AND k.marks >= ? AND k.last_mark >=
        (SELECT CASE WHEN COUNT(*) = COUNT(since) THEN MIN(since) ELSE 0 END FROM roll_sure)
      """;

  private static final String RUNNING =
      """
      INSERT INTO roll_wanted
      SELECT k.student_no
      FROM roll_runner k
      LEFT JOIN (SELECT t.student_no, MIN(s.since) AS since
          FROM roll_runner q
          JOIN count_stay t ON t.student_no = q.student_no AND t.school_year = ?
          JOIN roll_grade g ON g.school_no = t.school_no AND g.grade = t.grade
          JOIN roll_sure s ON s.grade_no = g.grade_no
            AND s.homeroom_no = COALESCE(t.homeroom_no, 0)
            AND s.since >= t.first_day AND s.since <= COALESCE(t.last_day, s.since)
          GROUP BY t.student_no) e
        ON e.student_no = k.student_no
      WHERE e.since IS NULL OR k.last_mark >= e.since
      """;

  private static final String MARKED =
      """
      INSERT INTO roll_marked SELECT s.school_no, s.student_no, s.called
      FROM roll_wanted w JOIN roll_seen s ON s.student_no = w.student_no
      """;

  private final Connection connection;
  private final CityWork work;
  private final CityQuery query;

  CityScreen(Connection connection, CityWork work, CityQuery query) {
    this.connection = connection;
    this.work = work;
    this.query = query;
  }

  /** Fills the tables of wanted students and of those of them who have marks. */
  void fill(DayScreen screen, LocalDate on) {
    int day = Days.of(on);
    addWishes(screen.always(), 0);
    addWishes(screen.ifAway(), 1);
    work.filled("roll_wish");
    Sql.update(connection, SURE, query.schoolYear(), day - LOOK_BACK, day);
    work.filled("roll_sure");
    Sql.update(connection, WEIGHTS, day, since(screen, day));
    work.filled("roll_weight");
    work.byHash(() -> Sql.update(connection, SEEN, query.schoolYear()));
    work.filled("roll_seen");
    work.byHash(() -> fillWanted(screen));
    work.filled("roll_wanted");
    Sql.update(connection, MARKED);
    work.filled("roll_marked");
  }

  private void fillWanted(DayScreen screen) {
    int run = orNever(screen.run());
    int recent = orNever(screen.recent());
    Sql.update(
        connection, WANTED, orNever(screen.away()), orNever(screen.apart()), recent, run, recent);
    work.filled("roll_wanted");
    Sql.update(connection, RUNNERS, run);
    work.filled("roll_runner");
    Sql.update(connection, RUNNING, query.schoolYear());
  }

  private static int orNever(int marks) {
    return marks == 0 ? NEVER : marks;
  }

  private int since(DayScreen screen, int day) {
    if (screen.recent() == 0) {
      return day;
    }
    int[] first = {query.firstDay()};
    Sql.each(
        connection,
        RECENT,
        row -> first[0] = row.getInt(1),
        query.firstDay(),
        screen.recentDays(),
        day);
    return first[0];
  }

  private void addWishes(Set<StudentId> students, int awayOnly) {
    Map<String, Integer> numbers =
        Numbers.STUDENT.find(connection, students.stream().map(StudentId::value).toList());
    List<@Nullable Object[]> rows = new ArrayList<>();
    numbers.values().forEach(number -> rows.add(new Object[] {number, awayOnly}));
    Sql.batch(connection, "INSERT INTO roll_wish VALUES (?, ?)", rows);
  }
}
