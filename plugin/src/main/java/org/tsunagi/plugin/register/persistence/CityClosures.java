// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register.persistence;

import java.sql.Connection;
import org.tsunagi.plugin.platform.sql.Sql;

/**
 * Fills the work tables of closures, and of spans: what all students share who are in one homeroom
 * from one day to another. A student of a group that is closed has spans of their own.
 */
final class CityClosures {
  /** Every closure on every planned day. Scopes: 0 school, 1 grade, 2 homeroom, 3 group. */
  private static final String CLOSED =
      """
      INSERT INTO roll_closed
      SELECT DISTINCT g.grade_no, d.epoch_day,
        CASE c.scope WHEN 'school' THEN 0 WHEN 'grade' THEN 1 WHEN 'homeroom' THEN 2 ELSE 3 END,
        COALESCE(h.homeroom_no, -1), CASE WHEN c.scope = 'group' THEN c.target ELSE '' END,
        CASE WHEN c.online_lessons THEN 1 ELSE 0 END
      FROM roll_school r
      JOIN count_school s ON s.school_no = r.school_no
      JOIN closure c ON c.school_id = s.school_id AND c.voided_at IS NULL
      JOIN roll_date x ON x.on_date BETWEEN c.first_on AND c.last_on
      JOIN roll_grade g ON g.school_no = s.school_no
        AND (c.scope <> 'grade' OR UPPER(TRIM(c.target)) = g.grade)
      JOIN roll_day d ON d.calendar_no = g.calendar_no AND d.epoch_day = x.epoch_day
      LEFT JOIN count_homeroom h ON c.scope = 'homeroom' AND h.homeroom_id = c.target
      """;

  private static final String IN_GROUP =
      """
      INSERT INTO roll_in_group
      SELECT DISTINCT p.student_no, k.group_name, k.epoch_day
      FROM (SELECT DISTINCT group_name, epoch_day FROM roll_closed WHERE scope = 3) k
      JOIN roll_date x ON x.epoch_day = k.epoch_day
      JOIN closure_group_member m ON m.group_name = k.group_name AND m.first_on <= x.on_date
        AND (m.last_on IS NULL OR m.last_on >= x.on_date)
      JOIN count_school s ON s.school_id = m.school_id
      JOIN roll_school r ON r.school_no = s.school_no
      JOIN count_student p ON p.student_id = m.student_id
      """;

  private static final String ROOMS =
      """
      INSERT INTO roll_room
      SELECT g.grade_no, h.homeroom_no, CASE WHEN h.special_needs AND e.special_counted = 0 THEN 0 ELSE 1 END
      FROM roll_grade g
      JOIN roll_school e ON e.school_no = g.school_no
      JOIN count_homeroom h ON h.school_no = g.school_no AND h.school_year = ?
      LEFT JOIN (SELECT DISTINCT t.school_no, t.grade, t.homeroom_no FROM roll_school s
          JOIN count_stay t ON t.school_no = s.school_no AND t.school_year = ?
          WHERE t.first_day <= ? AND COALESCE(t.last_day, ?) >= GREATEST(t.first_day, ?)) l
        ON l.school_no = g.school_no AND l.grade = g.grade AND l.homeroom_no = h.homeroom_no
      WHERE h.grade = g.grade OR l.homeroom_no IS NOT NULL
      """;

  private static final String ROOMS_CLOSED =
      """
      INSERT INTO roll_room_closed
      SELECT DISTINCT grade_no, homeroom_no, epoch_day FROM roll_closed WHERE scope = 2
      """;

  /** Homerooms all of whose listed students are in closed groups. */
  private static final String ROOMS_CLOSED_BY_GROUPS =
      """
      INSERT INTO roll_room_closed
      SELECT k.grade_no, k.homeroom_no, k.epoch_day
      FROM (SELECT DISTINCT c.grade_no, c.epoch_day, r.homeroom_no, t.student_no
          FROM roll_closed c
          JOIN roll_room r ON r.grade_no = c.grade_no
          JOIN roll_grade g ON g.grade_no = c.grade_no
          JOIN count_stay t ON t.school_no = g.school_no AND t.school_year = ?
            AND t.grade = g.grade AND t.homeroom_no = r.homeroom_no
            AND c.epoch_day >= t.first_day AND c.epoch_day <= COALESCE(t.last_day, c.epoch_day)
          WHERE c.scope = 3) k
      LEFT JOIN (SELECT DISTINCT c.grade_no, c.epoch_day, i.student_no
          FROM roll_closed c
          JOIN roll_in_group i ON i.group_name = c.group_name AND i.epoch_day = c.epoch_day
          WHERE c.scope = 3) i
        ON i.grade_no = k.grade_no AND i.epoch_day = k.epoch_day AND i.student_no = k.student_no
      GROUP BY k.grade_no, k.homeroom_no, k.epoch_day
      HAVING COUNT(*) = COUNT(i.student_no)
      """;

  private static final String GRADES_CLOSED =
      """
      INSERT INTO roll_grade_closed
      SELECT k.grade_no, k.epoch_day
      FROM (SELECT grade_no, epoch_day, MIN(scope) AS scope FROM roll_closed
        GROUP BY grade_no, epoch_day) k
      LEFT JOIN roll_room r ON r.grade_no = k.grade_no AND r.counted = 1
      LEFT JOIN (SELECT DISTINCT grade_no, homeroom_no, epoch_day FROM roll_room_closed) c
        ON c.grade_no = k.grade_no AND c.homeroom_no = r.homeroom_no AND c.epoch_day = k.epoch_day
      GROUP BY k.grade_no, k.epoch_day, k.scope
      HAVING k.scope < 2
        OR (COUNT(r.homeroom_no) > 0 AND COUNT(r.homeroom_no) = COUNT(c.homeroom_no))
      """;

  private static final String PIECES =
      """
      INSERT INTO roll_piece
      SELECT k.*, DENSE_RANK() OVER
        (ORDER BY k.grade_no, k.homeroom_no, k.member_no, k.first_day, k.last_day)
      FROM (SELECT b.stay_no, b.student_no, b.grade_no, g.calendar_no, b.homeroom_no,
          COALESCE(m.student_no, 0) AS member_no, p.period_no,
          GREATEST(b.first_day, p.first_day) AS first_day, LEAST(b.last_day, p.last_day) AS last_day
        FROM (SELECT stay_no, student_no, grade_no, homeroom_no, first_day, last_day
            FROM roll_stay WHERE whole = 1
          UNION ALL SELECT stay_no, student_no, grade_no, homeroom_no, first_day, last_day
            FROM roll_part) b
        JOIN roll_grade g ON g.grade_no = b.grade_no
        JOIN roll_period p ON p.first_day <= b.last_day AND p.last_day >= b.first_day
        LEFT JOIN (SELECT DISTINCT student_no FROM roll_in_group) m
          ON m.student_no = b.student_no) k
      """;

  private static final String SPANS =
      """
      INSERT INTO roll_span
      SELECT DISTINCT span_no, grade_no, calendar_no, homeroom_no, member_no, first_day, last_day
      FROM roll_piece
      """;

  /** Closed days, and days whose register was taken by neither grade nor homeroom. */
  private static final String SPAN_DAYS =
      """
      INSERT INTO roll_span_day
      SELECT k.span_no, k.epoch_day, MAX(k.state), MAX(k.held), MAX(k.untaken)
      FROM (SELECT c.span_no, c.epoch_day,
          CASE WHEN q.epoch_day IS NOT NULL
              AND (r.homeroom_no IS NULL OR r.counted = 1 OR c.covers = 1) THEN 2
            ELSE c.covers END AS state, c.held, 0 AS untaken
        FROM (SELECT s.span_no, s.grade_no, s.homeroom_no, d.epoch_day,
            MAX(CASE WHEN d.scope < 2 OR (d.scope = 2 AND d.homeroom_no = s.homeroom_no)
              OR i.student_no IS NOT NULL THEN 1 ELSE 0 END) AS covers,
            MAX(CASE WHEN d.scope < 2 OR (d.scope = 2 AND d.homeroom_no = s.homeroom_no)
              OR i.student_no IS NOT NULL THEN d.online ELSE 0 END) AS held
          FROM roll_closed d
          JOIN roll_span s ON s.grade_no = d.grade_no
            AND d.epoch_day BETWEEN s.first_day AND s.last_day
          LEFT JOIN roll_in_group i ON d.scope = 3 AND i.student_no = s.member_no
            AND i.group_name = d.group_name AND i.epoch_day = d.epoch_day
          GROUP BY s.span_no, s.grade_no, s.homeroom_no, d.epoch_day) c
        LEFT JOIN roll_room r ON r.grade_no = c.grade_no AND r.homeroom_no = c.homeroom_no
        LEFT JOIN roll_grade_closed q ON q.grade_no = c.grade_no AND q.epoch_day = c.epoch_day
        UNION ALL
        SELECT s.span_no, d.epoch_day, 0, 0, 1
        FROM roll_day d
        JOIN roll_span s ON s.calendar_no = d.calendar_no
          AND d.epoch_day BETWEEN s.first_day AND s.last_day
        LEFT JOIN roll_room r ON r.grade_no = s.grade_no AND r.homeroom_no = s.homeroom_no
        LEFT JOIN count_taken t ON t.homeroom_no = r.homeroom_no AND t.epoch_day = d.epoch_day
        WHERE d.taken = 0 AND t.epoch_day IS NULL) k
      GROUP BY k.span_no, k.epoch_day
      """;

  /** The days of a span without marks, packed as {@link PackedDays} tells. */
  private static final String SPAN_SUMS =
      """
      INSERT INTO roll_span_sum
      SELECT s.span_no, CAST(r.days + 512 * (r.days - COALESCE(x.closed, 0))
        + 262144 * COALESCE(x.exempt, 0) + 134217728 * COALESCE(x.held, 0)
        + 68719476736 * COALESCE(x.untaken, 0) AS bigint)
      FROM (SELECT k.calendar_no, k.first_day, k.last_day, COUNT(d.epoch_day) AS days
          FROM (SELECT DISTINCT calendar_no, first_day, last_day FROM roll_span) k
          LEFT JOIN roll_day d ON d.calendar_no = k.calendar_no
            AND d.epoch_day BETWEEN k.first_day AND k.last_day
          GROUP BY k.calendar_no, k.first_day, k.last_day) r
      JOIN roll_span s ON s.calendar_no = r.calendar_no AND s.first_day = r.first_day
        AND s.last_day = r.last_day
      LEFT JOIN (SELECT span_no, SUM(CASE WHEN state = 2 THEN 1 ELSE 0 END) AS closed,
          SUM(CASE WHEN state = 1 THEN 1 ELSE 0 END) AS exempt, SUM(held) AS held,
          SUM(CASE WHEN state = 0 THEN untaken ELSE 0 END) AS untaken
        FROM roll_span_day GROUP BY span_no) x ON x.span_no = s.span_no
      """;

  private final Connection connection;
  private final CityWork work;
  private final CityQuery query;

  CityClosures(Connection connection, CityWork work, CityQuery query) {
    this.connection = connection;
    this.work = work;
    this.query = query;
  }

  void fill() {
    fillClosed();
    fillSpans();
    Sql.update(connection, SPAN_SUMS);
    work.filled("roll_span_sum");
  }

  /** Fills what is closed for whom; it needs no stays. */
  void fillClosed() {
    int year = query.schoolYear();
    int last = query.lastDay();
    Sql.update(connection, CLOSED);
    work.filled("roll_closed");
    Sql.update(connection, IN_GROUP);
    work.filled("roll_in_group");
    Sql.update(connection, ROOMS, year, year, last, last, query.firstDay());
    work.filled("roll_room");
    Sql.update(connection, ROOMS_CLOSED);
    Sql.update(connection, ROOMS_CLOSED_BY_GROUPS, year);
    Sql.update(connection, GRADES_CLOSED);
    work.filled("roll_grade_closed");
  }

  /** Fills the spans of the stays there are, with their closed and untaken days. */
  void fillSpans() {
    Sql.update(connection, PIECES);
    work.filled("roll_piece");
    Sql.update(connection, SPANS);
    work.filled("roll_span");
    Sql.update(connection, SPAN_DAYS);
    work.filled("roll_span_day");
  }
}
