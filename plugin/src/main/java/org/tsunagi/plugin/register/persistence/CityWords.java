// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register.persistence;

import java.sql.Connection;
import org.tsunagi.plugin.platform.sql.Sql;

/**
 * Finds the marks on which somebody's word decides: credited days that a granted decision and the
 * local conversion rule let count, and exempt days without the acceptance that they need.
 */
final class CityWords {
  /** A decision ends with the stay that covers its first day, else with the first one after it. */
  private static final String BOUND =
      """
      INSERT INTO roll_bound
      SELECT k.stay_no, k.kind, k.facility, k.first_day, k.last_day
      FROM (SELECT y.stay_no, d.kind, d.facility, d.first_day, d.last_day,
          ROW_NUMBER() OVER (PARTITION BY d.decision_no ORDER BY y.first_day) AS turn
        FROM roll_decision d
        JOIN roll_stay y ON y.student_no = d.student_no AND y.last_day >= d.anchor
        JOIN roll_grade g ON g.grade_no = y.grade_no AND g.school_no = d.school_no) k
      WHERE k.turn = 1
      """;

  /** The few marks on which a word can matter. */
  private static final String CALLED =
      """
      INSERT INTO roll_called
      SELECT m.student_no, m.epoch_day, c.row_no, m.minutes, m.facility
      FROM
      """
          + CityMarks.MARKED
          + """
      JOIN roll_code_day c ON c.code_no = m.code_no AND c.epoch_day = m.epoch_day
      WHERE c.called = 1
      """;

  /**
   * Credited marks, and marks of learning with ICT, on open days with a granted decision. A mark
   * that names no facility is one of the only facility that is granted for it.
   */
  private static final String ASK =
      """
      INSERT INTO roll_ask
      SELECT m.student_no, m.epoch_day, p.stay_no, g.school_no, n.month_no, c.effect, c.ict,
        COALESCE(MAX(m.minutes), MAX(u.minutes), 0)
      FROM roll_called m
      JOIN roll_code c ON c.row_no = m.row_no
      JOIN roll_piece p ON p.student_no = m.student_no
        AND m.epoch_day BETWEEN p.first_day AND p.last_day
      JOIN roll_day d ON d.calendar_no = p.calendar_no AND d.epoch_day = m.epoch_day
      JOIN roll_grade g ON g.grade_no = p.grade_no
      JOIN roll_bound k ON k.stay_no = p.stay_no
        AND (k.kind = c.kind OR k.kind = c.code_id)
        AND m.epoch_day BETWEEN k.first_day AND k.last_day
        AND (k.facility = '' OR k.facility = m.facility OR m.facility = '')
      JOIN roll_date n ON n.epoch_day = m.epoch_day
      LEFT JOIN roll_span_day x ON x.span_no = p.span_no AND x.epoch_day = m.epoch_day
      LEFT JOIN roll_minutes u ON u.student_no = m.student_no AND u.epoch_day = m.epoch_day
      WHERE (c.effect = 4 OR (c.ict = 1 AND c.effect >= 0)) AND COALESCE(x.state, 0) = 0
      GROUP BY m.student_no, m.epoch_day, p.stay_no, g.school_no, n.month_no, c.effect, c.ict
      HAVING MAX(CASE WHEN k.facility = '' OR k.facility = m.facility THEN 1 ELSE 0 END) = 1
        OR MIN(k.facility) = MAX(k.facility)
      """;

  private static final String CREDITED =
      """
      INSERT INTO roll_word SELECT student_no, epoch_day, 1 FROM roll_ask
      WHERE effect = 4 AND (ict = 0 OR ? = 0)
      """;

  private static final String ICT_MARKS =
      """
      FROM roll_marked k
      JOIN count_mark m ON m.school_no = k.school_no AND m.school_year = ?
        AND m.student_no = k.student_no AND k.called = 1 AND m.epoch_day BETWEEN ? AND ?
      JOIN roll_code c ON c.code_no = m.code_no AND c.ict = 1
        AND m.epoch_day BETWEEN c.first_day AND c.last_day
      """;

  private static final String VISITS =
      "INSERT INTO roll_visit SELECT m.student_no, m.epoch_day "
          + ICT_MARKS
          + " WHERE MOD(m.flags / 4, 4) = 3";

  private static final String TOLD =
      "INSERT INTO roll_told SELECT DISTINCT m.student_no "
          + ICT_MARKS
          + """
      LEFT JOIN roll_minutes u ON u.student_no = m.student_no AND u.epoch_day = m.epoch_day
      WHERE m.minutes IS NOT NULL OR u.minutes IS NOT NULL OR MOD(m.flags / 4, 2) = 1
      """;

  /** Rounding of a broken day: 0 down, 1 half up, 2 up. */
  private static final String CONVERTED =
      """
      INSERT INTO roll_word SELECT k.student_no, k.epoch_day, 1
      FROM (SELECT a.stay_no, a.student_no, a.epoch_day, a.effect, a.minutes, a.month_no,
          r.school_no AS ruled, r.needed_visits, r.needed_minutes, r.day_minutes, r.rounding,
          r.evidence, t.student_no AS told,
          ROW_NUMBER() OVER (PARTITION BY a.stay_no, a.month_no, r.first_day ORDER BY a.epoch_day)
            AS turn,
          SUM(a.minutes) OVER (PARTITION BY a.stay_no, a.month_no, r.first_day) AS total
        FROM roll_ask a
        LEFT JOIN roll_rule r ON r.school_no = a.school_no
          AND a.epoch_day BETWEEN r.first_day AND r.last_day
        LEFT JOIN (SELECT DISTINCT student_no FROM roll_told) t ON t.student_no = a.student_no
        WHERE a.ict = 1) k
      LEFT JOIN (SELECT y.stay_no, n.month_no, COUNT(DISTINCT v.epoch_day) AS visits
          FROM roll_visit v
          JOIN roll_stay y ON y.student_no = v.student_no
            AND v.epoch_day BETWEEN y.first_day AND y.last_day
          JOIN roll_date n ON n.epoch_day = v.epoch_day
          WHERE v.epoch_day <= ? GROUP BY y.stay_no, n.month_no) s
        ON s.stay_no = k.stay_no AND s.month_no = k.month_no
      WHERE k.effect = 4 AND (k.ruled IS NULL OR (k.evidence = 0 AND k.told IS NULL)
        OR (COALESCE(s.visits, 0) >= k.needed_visits AND k.minutes >= k.needed_minutes
          AND (k.day_minutes = 0 OR k.turn <= k.total / NULLIF(k.day_minutes, 0)
            + CASE WHEN k.rounding = 0 THEN 0
                WHEN k.rounding = 1 AND MOD(k.total, NULLIF(k.day_minutes, 0)) * 2 >= k.day_minutes
                  THEN 1
                WHEN k.rounding = 2 AND MOD(k.total, NULLIF(k.day_minutes, 0)) > 0 THEN 1
                ELSE 0 END)))
      """;

  /** Outcomes: 0 granted, 1 refused, 2 waiting; 3 stands for none on file. */
  private static final String UNACCEPTED =
      """
      INSERT INTO roll_word
      SELECT k.student_no, k.epoch_day, 2
      FROM (SELECT m.student_no, m.epoch_day, y.asked, COALESCE(MIN(a.outcome), 3) AS outcome
        FROM roll_called m
        JOIN roll_code c ON c.row_no = m.row_no
        JOIN roll_stay y ON y.student_no = m.student_no
          AND m.epoch_day BETWEEN y.first_day AND y.last_day
        LEFT JOIN roll_acceptance a ON a.student_no = m.student_no AND a.code_id = c.code_id
          AND m.epoch_day BETWEEN a.first_day AND a.last_day
        WHERE c.effect = 3 AND c.decided = 1
        GROUP BY m.student_no, m.epoch_day, y.asked) k
      WHERE k.outcome = 1 OR (k.outcome > 1 AND k.asked = 1)
      """;

  private final Connection connection;
  private final CityWork work;
  private final CityQuery query;

  CityWords(Connection connection, CityWork work, CityQuery query) {
    this.connection = connection;
    this.work = work;
    this.query = query;
  }

  /**
   * Fills the tables.
   *
   * @param ruled whether a conversion rule holds anywhere
   */
  void fill(boolean ruled) {
    int year = query.schoolYear();
    int first = query.firstDay();
    int last = query.lastDay();
    boolean decisions = some("SELECT 1 FROM roll_decision");
    boolean acceptances =
        some("SELECT 1 FROM roll_acceptance") || some("SELECT 1 FROM roll_school WHERE asked = 1");
    if (decisions || acceptances) {
      Sql.update(connection, CALLED, year, first, last, 1);
      work.filled("roll_called");
    }
    if (decisions && ruled) {
      Sql.update(connection, VISITS, year, first, last);
      Sql.update(connection, TOLD, year, first, last);
    }
    work.withoutLoops(() -> fillWords(decisions, acceptances, ruled));
    work.filled("roll_word");
  }

  private void fillWords(boolean decisions, boolean acceptances, boolean ruled) {
    if (decisions) {
      Sql.update(connection, BOUND);
      work.filled("roll_bound");
      Sql.update(connection, ASK);
      work.filled("roll_ask");
      Sql.update(connection, CREDITED, ruled ? 1 : 0);
      if (ruled) {
        Sql.update(connection, CONVERTED, query.untilDay());
      }
    }
    if (acceptances) {
      Sql.update(connection, UNACCEPTED);
    }
  }

  private boolean some(String sql) {
    return !Sql.list(connection, sql + " FETCH FIRST 1 ROWS ONLY", row -> 1).isEmpty();
  }
}
