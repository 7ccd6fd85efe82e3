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
import org.tsunagi.plugin.platform.sql.Sql;
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

  private static final String SPANS =
      """
      SELECT p.stay_no, p.period_no, CAST(SUM(f.days) AS bigint) AS days
      FROM roll_piece p JOIN roll_span_sum f ON f.span_no = p.span_no
      GROUP BY p.stay_no, p.period_no
      """;

  private static final String ROWS =
      """
      SELECT y.stay_no, c.school_id, p.student_id, y.stay_id, g.grade, y.first_day, y.last_day,
        COALESCE(q.period_no, 0), COALESCE(q.days, 0), COALESCE(u.days, 0),
        COALESCE(u.credited, 0), COALESCE(u.rest, 0), l.last_planned, g.school_no, y.student_no
      FROM roll_stay y
      JOIN roll_grade g ON g.grade_no = y.grade_no
      JOIN count_school c ON c.school_no = g.school_no
      JOIN count_student p ON p.student_no = y.student_no
      LEFT JOIN (
      """
          + SPANS
          + """
      ) q ON q.stay_no = y.stay_no
      LEFT JOIN roll_sum u ON u.stay_no = q.stay_no AND u.period_no = q.period_no
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
    marks.fillCodeDays();
    marks.requireKnown();
    marks.fillMarked();
    marks.merge();
    new CityWords(connection, work, query).fill(ruled);
    steps.reach(4);
    new CitySums(connection, work, query).fill();
    steps.reach(5);
  }

  /** Makes tallies of rows; months wait until it is known which of them a stay has. */
  private static final class Stream {
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
      if (PackedDays.at(row.getLong(9), 0) > 0) {
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
      Integer planned = row.getObject(13, Integer.class);
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
          row.getInt(14),
          row.getInt(15),
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
      long span = row.getLong(9);
      long days = row.getLong(10);
      long rows = row.getLong(11);
      long rest = row.getLong(12);
      List<Integer> credited = new ArrayList<>(8);
      for (int i = 0; i < 7; i++) {
        credited.add(PackedDays.at(rows, i));
      }
      credited.add(PackedDays.at(rest, 0));
      int inRows = credited.stream().mapToInt(Integer::intValue).sum();
      int schoolDays = PackedDays.at(span, 1);
      int exempt = PackedDays.at(span, 2) + PackedDays.at(days, 0);
      int absent = PackedDays.at(days, 1);
      int unknown = PackedDays.at(span, 4) - PackedDays.at(rest, 3);
      return new Tally(
          schoolDays,
          exempt,
          schoolDays - exempt,
          absent,
          schoolDays - exempt - absent - unknown,
          PackedDays.at(days, 2),
          PackedDays.at(days, 4),
          PackedDays.at(days, 5),
          PackedDays.at(days, 6),
          before + absent + inRows,
          credited,
          PackedDays.at(days, 3),
          PackedDays.at(span, 3) + PackedDays.at(rest, 1),
          PackedDays.at(rest, 2),
          unknown);
    }
  }
}
