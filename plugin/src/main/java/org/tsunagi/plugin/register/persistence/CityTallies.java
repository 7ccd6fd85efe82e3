// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register.persistence;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Component;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.school.Grade;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.plugin.register.domain.Tally;

/**
 * The figures of every stay of many schools, by a fixed number of set-based statements. Days at
 * school are stored nowhere: planned days less marks is arithmetic.
 *
 * <p>Basis: the same rules as {@link org.tsunagi.plugin.register.domain.CountingRules}; a test
 * holds both against each other on random schools.
 */
@Component(service = CityTallies.class)
public final class CityTallies {
  /** The number of steps of a roll-up, for progress. */
  public static final int STEPS = 6;

  /** The verdict on a group of equal marks, from code, word and state, and then the figures. */
  private static final String OF_MARKS =
      """
      SELECT s.stay_no, s.period_no, 0 AS planned, 0 AS school_days,
        CASE WHEN s.state = 0 AND (c.effect = 2 OR (c.effect = 3 AND s.word = 0))
          THEN s.days ELSE 0 END AS exempt,
        CASE WHEN s.state = 0 AND (c.effect = 1 OR (c.effect = 3 AND s.word = 2)
          OR (c.effect = 4 AND s.word = 0)) THEN s.days ELSE 0 END AS absent,
        CASE WHEN s.state = 0 AND c.effect = 4 AND s.word = 1 THEN s.days ELSE 0 END AS credited,
        CASE WHEN s.state = 0 AND c.effect = 4 AND s.word = 1 THEN c.sheet_row ELSE 0 END
          AS sheet_row,
        CASE WHEN s.state = 0 AND c.effect = 4 AND s.word = 1 THEN c.activity * s.days ELSE 0 END
          AS activity,
        CASE WHEN s.state = 0 AND c.effect = 0 AND (c.late = 1 OR MOD(s.more, 2) = 1)
          THEN s.days ELSE 0 END AS late,
        CASE WHEN s.state = 0 AND c.effect = 0 AND (c.early = 1 OR MOD(s.more / 2, 2) = 1)
          THEN s.days ELSE 0 END AS early,
        CASE WHEN s.state = 0 AND c.effect = 0 AND (c.separate = 1 OR s.more > 3)
          THEN s.days ELSE 0 END AS separate,
        s.held, s.taken_part,
        CASE WHEN s.state = 0 AND c.effect >= 0 THEN -s.untaken * s.days ELSE 0 END AS untaken
      FROM roll_sum s JOIN roll_code c ON c.row_no = s.row_no
      """;

  private static final String OF_SPANS =
      """
      SELECT p.stay_no, p.period_no, f.planned, f.school_days, f.exempt, 0 AS absent,
        0 AS credited, 0 AS sheet_row, 0 AS activity, 0 AS late, 0 AS early, 0 AS separate, f.held,
        0 AS taken_part, f.untaken
      FROM roll_piece p JOIN roll_span_sum f ON f.span_no = p.span_no
      """;

  private static final String SUMS =
      """
      SELECT k.stay_no, k.period_no, SUM(k.planned) AS planned, SUM(k.school_days) AS school_days,
        SUM(k.exempt) AS exempt, SUM(k.absent) AS absent, SUM(k.credited) AS credited,
        SUM(CASE WHEN k.sheet_row = 1 THEN k.credited ELSE 0 END) AS credited_1,
        SUM(CASE WHEN k.sheet_row = 2 THEN k.credited ELSE 0 END) AS credited_2,
        SUM(CASE WHEN k.sheet_row = 3 THEN k.credited ELSE 0 END) AS credited_3,
        SUM(CASE WHEN k.sheet_row = 4 THEN k.credited ELSE 0 END) AS credited_4,
        SUM(CASE WHEN k.sheet_row = 5 THEN k.credited ELSE 0 END) AS credited_5,
        SUM(CASE WHEN k.sheet_row = 6 THEN k.credited ELSE 0 END) AS credited_6,
        SUM(CASE WHEN k.sheet_row = 7 THEN k.credited ELSE 0 END) AS credited_7,
        SUM(CASE WHEN k.sheet_row = 8 THEN k.credited ELSE 0 END) AS credited_8,
        SUM(k.activity) AS activity, SUM(k.late) AS late, SUM(k.early) AS early,
        SUM(k.separate) AS separate, SUM(k.held) AS held, SUM(k.taken_part) AS taken_part,
        SUM(k.untaken) AS untaken
      FROM (
      """
          + OF_SPANS
          + " UNION ALL "
          + OF_MARKS
          + ") k GROUP BY k.stay_no, k.period_no";

  private static final String ROWS =
      """
      SELECT y.stay_no, c.school_id, p.student_id, y.stay_id, g.grade, y.first_day, y.last_day,
        COALESCE(q.period_no, 0), COALESCE(q.planned, 0), COALESCE(q.school_days, 0),
        COALESCE(q.exempt, 0), COALESCE(q.absent, 0), COALESCE(q.credited, 0),
        COALESCE(q.credited_1, 0), COALESCE(q.credited_2, 0), COALESCE(q.credited_3, 0),
        COALESCE(q.credited_4, 0), COALESCE(q.credited_5, 0), COALESCE(q.credited_6, 0),
        COALESCE(q.credited_7, 0), COALESCE(q.credited_8, 0), COALESCE(q.activity, 0),
        COALESCE(q.late, 0), COALESCE(q.early, 0), COALESCE(q.separate, 0), COALESCE(q.held, 0),
        COALESCE(q.taken_part, 0), COALESCE(q.untaken, 0), l.last_planned, g.school_no,
        y.student_no
      FROM roll_stay y
      JOIN roll_grade g ON g.grade_no = y.grade_no
      JOIN count_school c ON c.school_no = g.school_no
      JOIN count_student p ON p.student_no = y.student_no
      LEFT JOIN (
      """
          + SUMS
          + """
      ) q ON q.stay_no = y.stay_no
      LEFT JOIN (SELECT n.grade_no, MAX(d.epoch_day) AS last_planned FROM roll_grade n
          JOIN count_plan d ON d.school_no = n.school_no AND d.grade = n.grade AND d.school_day
            AND d.epoch_day BETWEEN ? AND ?
          GROUP BY n.grade_no) l ON l.grade_no = g.grade_no
      """;

  /** Hears after each step how many are done, and may end the roll-up by throwing. */
  @FunctionalInterface
  public interface Steps {
    /** Notes it. */
    void reach(int done);
  }

  /**
   * The figures of a stay, for the year or for a month.
   *
   * @param schoolNo the school's number in the copy
   * @param studentNo the student's number in the copy
   * @param school the school
   * @param student the student
   * @param stay the stay's id
   * @param grade the grade
   * @param first the stay's first day in the school year, as an epoch day
   * @param month the month; empty for the year
   * @param tally the figures
   */
  public record Row(
      int schoolNo,
      int studentNo,
      SchoolId school,
      StudentId student,
      String stay,
      Grade grade,
      int first,
      Optional<YearMonth> month,
      Tally tally) {}

  /**
   * Counts every stay of the schools and hands out the rows, in no order but months of a stay one
   * after the other.
   */
  public void rollUp(Connection connection, CityQuery query, Steps steps, Consumer<Row> rows) {
    prepare(connection, query, steps);
    Stream stream = new Stream(query, rows);
    int from = query.monthly() ? query.firstDay() : 1;
    int to = query.monthly() ? query.lastDay() : 0;
    String order = query.monthly() ? " ORDER BY y.stay_no, q.period_no" : "";
    Sql.each(connection, ROWS + order, stream::take, from, to);
    stream.end();
    steps.reach(STEPS);
  }

  /** Fills the work tables up to the sums of marks. */
  static void prepare(Connection connection, CityQuery query, Steps steps) {
    CityWork work = new CityWork(connection);
    work.open();
    boolean ruled = new CityTerms(connection, query).fill();
    work.termsFilled();
    steps.reach(1);
    new CityStays(connection, work, query).fill();
    steps.reach(2);
    new CityClosures(connection, work, query).fill();
    steps.reach(3);
    CityMarks marks = new CityMarks(connection, work, query);
    marks.merge();
    new CityWords(connection, work, query).fill(ruled);
    steps.reach(4);
    marks.sum();
    steps.reach(5);
  }

  /** Makes tallies of rows; months wait until it is known which of them a stay has. */
  private static final class Stream {
    private static final int PLANNED = 9;

    private final CityQuery query;
    private final Consumer<Row> rows;
    private final List<Row> months = new ArrayList<>();
    private int stay;
    private int lastMonth;
    private int lastWithDays;
    private int cumulative;

    Stream(CityQuery query, Consumer<Row> rows) {
      this.query = query;
      this.rows = rows;
    }

    void take(ResultSet row) throws SQLException {
      if (!query.monthly()) {
        rows.accept(row(row, 0));
        return;
      }
      if (row.getInt(1) != stay) {
        end();
        stay = row.getInt(1);
        lastMonth = lastMonth(row);
      }
      if (row.getInt(PLANNED) > 0) {
        lastWithDays = row.getInt(8);
      }
      if (lastWithDays > 0) {
        Row month = row(row, cumulative);
        cumulative = month.tally().cumulativeDaysAbsent();
        months.add(month);
      }
    }

    /** Hands out the months from the first that has days up to the last that can have some. */
    void end() {
      int upTo = Math.max(lastMonth, lastWithDays);
      for (Row month : months) {
        if (number(month.month().orElseThrow()) <= upTo) {
          rows.accept(month);
        }
      }
      months.clear();
      cumulative = 0;
      lastWithDays = 0;
    }

    private int lastMonth(ResultSet row) throws SQLException {
      Integer planned = row.getObject(29, Integer.class);
      if (planned == null) {
        return 0;
      }
      int last = Math.min(Math.min(row.getInt(7), planned), query.untilDay());
      return number(YearMonth.from(Days.date(last)));
    }

    private int number(YearMonth month) {
      return (month.getMonthValue() + 8) % 12 + 1;
    }

    private Row row(ResultSet row, int before) throws SQLException {
      int period = row.getInt(8);
      return new Row(
          row.getInt(30),
          row.getInt(31),
          new SchoolId(row.getString(2)),
          new StudentId(row.getString(3)),
          row.getString(4),
          Grade.valueOf(row.getString(5)),
          row.getInt(6),
          period == 0
              ? Optional.empty()
              : Optional.of(YearMonth.from(query.year().first()).plusMonths(period - 1L)),
          tally(row, before));
    }

    private static Tally tally(ResultSet row, int before) throws SQLException {
      List<Integer> credited = new ArrayList<>(8);
      int inRows = 0;
      for (int i = 14; i < 22; i++) {
        credited.add(row.getInt(i));
        inRows += row.getInt(i);
      }
      int schoolDays = row.getInt(10);
      int required = schoolDays - row.getInt(11);
      int absent = row.getInt(12);
      int unknown = row.getInt(28);
      return new Tally(
          schoolDays,
          row.getInt(11),
          required,
          absent,
          required - absent - unknown,
          row.getInt(13),
          row.getInt(23),
          row.getInt(24),
          row.getInt(25),
          before + absent + inRows,
          credited,
          row.getInt(22),
          row.getInt(26),
          row.getInt(27),
          unknown);
    }
  }
}
