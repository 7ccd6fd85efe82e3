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
      SELECT h.grade_no, h.homeroom_no, MAX(d.epoch_day)
      FROM (SELECT DISTINCT g.grade_no, COALESCE(t.homeroom_no, 0) AS homeroom_no
        FROM roll_grade g
        JOIN count_stay t ON t.school_no = g.school_no AND t.grade = g.grade
          AND t.school_year = ?) h
      JOIN roll_day d ON d.grade_no = h.grade_no AND d.epoch_day BETWEEN ? AND ?
      LEFT JOIN (SELECT DISTINCT grade_no, epoch_day FROM roll_closed) c
        ON c.grade_no = d.grade_no AND c.epoch_day = d.epoch_day
      LEFT JOIN roll_room r ON r.grade_no = h.grade_no AND r.homeroom_no = h.homeroom_no
      LEFT JOIN count_taken k ON k.homeroom_no = r.homeroom_no AND k.epoch_day = d.epoch_day
      WHERE c.grade_no IS NULL AND (d.taken = 1 OR k.epoch_day IS NOT NULL)
      GROUP BY h.grade_no, h.homeroom_no
      """;

  /** The first of so many open days, of the grade in which that is longest ago. */
  private static final String RECENT =
      """
      SELECT MIN(COALESCE(k.nth_day, ?))
      FROM (SELECT g.grade_no, MAX(CASE WHEN d.turn = ? THEN d.epoch_day END) AS nth_day
        FROM roll_grade g
        LEFT JOIN (SELECT p.grade_no, p.epoch_day,
            ROW_NUMBER() OVER (PARTITION BY p.grade_no ORDER BY p.epoch_day DESC) AS turn
          FROM roll_day p
          LEFT JOIN (SELECT DISTINCT grade_no, epoch_day FROM roll_closed) c
            ON c.grade_no = p.grade_no AND c.epoch_day = p.epoch_day
          WHERE c.grade_no IS NULL AND p.epoch_day <= ?) d ON d.grade_no = g.grade_no
        GROUP BY g.grade_no) k
      """;

  /** Who changed between stays is measured by the marks of the whole year. */
  private static final String WANTED =
      """
      INSERT INTO roll_wanted
      SELECT k.student_no
      FROM (SELECT m.student_no, COUNT(*) AS marks, MAX(m.epoch_day) AS last_mark,
          SUM(CASE WHEN c.effect IN (1, 4) OR (c.effect = 3 AND c.decided = 1) THEN 1 ELSE 0 END)
            AS away,
          SUM(c.separate) AS apart, SUM(CASE WHEN m.epoch_day >= ? THEN 1 ELSE 0 END) AS recent
        FROM roll_school r
        JOIN count_mark m ON m.school_no = r.school_no AND m.school_year = ?
          AND m.epoch_day BETWEEN ? AND ?
        JOIN roll_code c ON c.code_no = m.code_no AND m.epoch_day BETWEEN c.first_day AND c.last_day
        GROUP BY m.student_no) k
      LEFT JOIN roll_several v ON v.student_no = k.student_no
      LEFT JOIN (SELECT t.student_no, MIN(s.since) AS since
          FROM roll_grade g
          JOIN count_stay t ON t.school_no = g.school_no AND t.grade = g.grade
            AND t.school_year = ?
          JOIN roll_sure s ON s.grade_no = g.grade_no
            AND s.homeroom_no = COALESCE(t.homeroom_no, 0)
            AND s.since >= t.first_day AND s.since <= COALESCE(t.last_day, s.since)
          GROUP BY t.student_no) e
        ON e.student_no = k.student_no
      LEFT JOIN (SELECT DISTINCT student_no FROM roll_wish WHERE away_only = 1) w
        ON w.student_no = k.student_no
      LEFT JOIN (SELECT DISTINCT student_no FROM roll_wish WHERE away_only = 0) a
        ON a.student_no = k.student_no
      WHERE a.student_no IS NULL AND (k.away >= ? OR k.apart >= ? OR k.recent >= ?
        OR (k.marks >= ? AND (e.since IS NULL OR k.last_mark >= e.since OR v.student_no IS NOT NULL))
        OR (k.marks >= ? AND v.student_no IS NOT NULL) OR (k.away > 0 AND w.student_no IS NOT NULL))
      UNION ALL
      SELECT DISTINCT student_no FROM roll_wish WHERE away_only = 0
      """;

  private final Connection connection;
  private final CityWork work;
  private final CityQuery query;

  CityScreen(Connection connection, CityWork work, CityQuery query) {
    this.connection = connection;
    this.work = work;
    this.query = query;
  }

  /** Fills the table of wanted students. */
  void fill(DayScreen screen, LocalDate on) {
    int day = Days.of(on);
    addWishes(screen.always(), 0);
    addWishes(screen.ifAway(), 1);
    work.filled("roll_wish");
    Sql.update(connection, SURE, query.schoolYear(), day - LOOK_BACK, day);
    work.filled("roll_sure");
    int since = since(screen, day);
    work.withoutLoops(
        () ->
            Sql.update(
                connection,
                WANTED,
                since,
                query.schoolYear(),
                query.firstDay(),
                day,
                query.schoolYear(),
                orNever(screen.away()),
                orNever(screen.apart()),
                orNever(screen.recent()),
                orNever(screen.run()),
                orNever(screen.recent())));
    work.filled("roll_wanted");
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
