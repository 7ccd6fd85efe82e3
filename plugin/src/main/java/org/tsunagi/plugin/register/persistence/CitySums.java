// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register.persistence;

import java.sql.Connection;
import org.tsunagi.plugin.platform.sql.Sql;

/**
 * Adds the marks up by stay and period. A small table says what one mark comes to, so that no rule
 * is evaluated for single marks; every join is by equality, for which the planner knows how many
 * rows come of it.
 */
final class CitySums {
  /**
   * What one mark comes to, by code, word, merged counts, online flags and the day: its state, a
   * lesson held online for all, its register not taken. All of these are one number. The figures
   * are packed as {@link PackedDays} tells: exempt, absent, credited, activity, late, early,
   * separate; credited in the rows 1–7; credited in row 8, held, taken part, untaken.
   */
  private static final String VERDICTS =
      """
      INSERT INTO roll_verdict
      SELECT k.verdict_no,
        k.exempt + 512 * k.absent + 262144 * k.credited + 134217728 * k.credited * k.activity
          + 68719476736 * k.at_school * GREATEST(k.late, MOD(k.more, 2))
          + 35184372088832 * k.at_school * GREATEST(k.early, MOD(k.more / 2, 2))
          + 18014398509481984 * k.at_school * GREATEST(k.separate, k.more / 4),
        k.credited * CASE k.sheet_row WHEN 1 THEN 1 WHEN 2 THEN 512 WHEN 3 THEN 262144
          WHEN 4 THEN 134217728 WHEN 5 THEN 68719476736 WHEN 6 THEN 35184372088832
          WHEN 7 THEN 18014398509481984 ELSE 0 END,
        CASE WHEN k.sheet_row = 8 THEN k.credited ELSE 0 END
          + CASE WHEN k.held = 0 AND (k.flags > 0 OR k.effect = 2) THEN 512 ELSE 0 END
          + CASE WHEN k.flags > 1 OR k.effect = 2 THEN 262144 ELSE 0 END
          + 134217728 * k.untaken * k.known
      FROM (SELECT q.*, (((q.row_no * 3 + q.word) * 8 + q.more) * 4 + q.flags) * 12 + q.state
            + 3 * q.held + 6 * q.untaken AS verdict_no,
          CASE WHEN q.state = 0 AND q.effect >= 0 THEN 1 ELSE 0 END AS known,
          CASE WHEN q.state = 0 AND q.effect = 0 THEN 1 ELSE 0 END AS at_school,
          CASE WHEN q.state = 0 AND (q.effect = 2 OR (q.effect = 3 AND q.word = 0))
            THEN 1 ELSE 0 END AS exempt,
          CASE WHEN q.state = 0 AND (q.effect = 1 OR (q.effect = 3 AND q.word = 2)
            OR (q.effect = 4 AND q.word = 0)) THEN 1 ELSE 0 END AS absent,
          CASE WHEN q.state = 0 AND q.effect = 4 AND q.word = 1 THEN 1 ELSE 0 END AS credited
        FROM (SELECT c.row_no, c.effect, c.sheet_row, c.activity, c.late, c.early, c.separate,
            w.n AS word, m.n AS more, f.n AS flags, MOD(d.n, 3) AS state, MOD(d.n / 3, 2) AS held,
            d.n / 6 AS untaken
          FROM roll_code c
          CROSS JOIN (SELECT DISTINCT month_no - 1 AS n FROM roll_date WHERE month_no <= 3) w
          CROSS JOIN (SELECT 0 AS n UNION SELECT more FROM roll_merged) m
          CROSS JOIN (SELECT DISTINCT month_no - 1 AS n FROM roll_date WHERE month_no <= 4) f
          CROSS JOIN (SELECT DISTINCT month_no - 1 AS n FROM roll_date) d) q) k
      """;

  private static final String ODD_DAYS =
      "UPDATE roll_day SET odd = 1 WHERE epoch_day IN (SELECT epoch_day FROM roll_span_day)";

  /** A mark outside its piece of a stay, or on a day that is not planned, has no verdict. */
  private static final String SUMS =
      """
      INSERT INTO roll_sum
      SELECT p.stay_no, p.period_no, CAST(SUM(v.days) AS bigint), CAST(SUM(v.credited) AS bigint),
        CAST(SUM(v.rest) AS bigint)
      FROM
      """
          + CityMarks.ALL
          + """
      JOIN roll_code_day c ON c.code_no = m.code_no AND c.epoch_day = m.epoch_day
      JOIN roll_piece p ON p.student_no = m.student_no AND p.period_no = c.period_no
      JOIN roll_day d ON d.calendar_no = p.calendar_no AND d.epoch_day = m.epoch_day
      LEFT JOIN roll_span_day x ON x.span_no = CASE WHEN d.odd = 1 THEN p.span_no END
        AND x.epoch_day = m.epoch_day
      LEFT JOIN roll_word w ON w.student_no = CASE WHEN c.called = 1 THEN m.student_no END
        AND w.epoch_day = m.epoch_day
      JOIN roll_verdict v ON v.verdict_no = CASE
        WHEN m.epoch_day BETWEEN p.first_day AND p.last_day
        THEN (((c.row_no * 3 + COALESCE(w.word, 0)) * 8 + m.more) * 4 + MOD(m.flags, 4)) * 12
          + COALESCE(x.state + 3 * x.held + 6 * x.untaken, 0) END
      GROUP BY p.stay_no, p.period_no
      """;

  private final Connection connection;
  private final CityWork work;
  private final CityQuery query;

  CitySums(Connection connection, CityWork work, CityQuery query) {
    this.connection = connection;
    this.work = work;
    this.query = query;
  }

  /** Fills the table of sums. */
  void fill() {
    Sql.update(connection, ODD_DAYS);
    Sql.update(connection, VERDICTS);
    work.filled("roll_verdict");
    work.byHash(
        () -> Sql.update(connection, SUMS, query.schoolYear(), query.firstDay(), query.lastDay()));
    work.filled("roll_sum");
  }
}
