// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register.persistence;

import java.sql.Connection;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Component;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.plugin.platform.sql.Sql;
import org.tsunagi.plugin.register.domain.DayOutline;
import org.tsunagi.plugin.register.domain.DayScreen;
import org.tsunagi.plugin.register.domain.OutlinedStudent;

/**
 * The days of those students of a city who are worth a look, by a fixed number of statements. What
 * does not depend on marks is known once for all who share a homeroom; only the marks of the
 * students that are wanted leave the database.
 */
@Component(service = CityDays.class)
public final class CityDays {
  /** The number of steps before the first student, for progress. */
  public static final int STEPS = 6;

  private static final String PIECES =
      """
      SELECT p.student_no, p.span_no, p.first_day, p.last_day, s.student_id, c.school_id
      FROM roll_wanted w
      JOIN roll_piece p ON p.student_no = w.student_no AND p.first_day <= ?
      JOIN roll_grade g ON g.grade_no = p.grade_no
      JOIN count_school c ON c.school_no = g.school_no
      JOIN count_student s ON s.student_no = p.student_no
      ORDER BY p.student_no, p.first_day
      """;

  /** A student's marks in one row: day of the year, code's row, word and merged counts of each. */
  private static final String MARKS =
      """
      SELECT m.student_no, ARRAY_AGG((m.epoch_day - ?) * 1048576
        + c.row_no * 32 + COALESCE(w.word, 0) * 8 + m.more)
      FROM
      """
          + CityMarks.MARKED
          + """
      JOIN roll_code_day c ON c.code_no = m.code_no AND c.epoch_day = m.epoch_day
      LEFT JOIN roll_word w ON w.student_no = m.student_no AND w.epoch_day = m.epoch_day
      GROUP BY m.student_no
      """;

  /**
   * Hands out the days of each student who is worth a look and at one of the schools on a day.
   *
   * @param on the day, not after the query's today; what was after it is left out
   */
  public void read(
      Connection connection,
      CityQuery query,
      LocalDate on,
      DayScreen screen,
      CityTallies.Steps steps,
      Consumer<OutlinedStudent> students) {
    CityWork work = new CityWork(connection);
    prepare(connection, work, query, on, screen, steps);
    Reading reading = new Reading(connection, query, Days.of(on));
    work.byHash(reading::readMarks);
    CitySpans spans = CitySpans.read(connection, Days.of(on));
    steps.reach(STEPS);
    reading.readPieces(spans, students);
  }

  /** Fills the work tables for the students who are worth a look only. */
  private static void prepare(
      Connection connection,
      CityWork work,
      CityQuery query,
      LocalDate on,
      DayScreen screen,
      CityTallies.Steps steps) {
    work.open();
    boolean ruled = new CityTerms(connection, query).fill();
    work.termsFilled();
    steps.reach(1);
    CityStays stays = new CityStays(connection, work, query);
    CityClosures closures = new CityClosures(connection, work, query);
    CityMarks marks = new CityMarks(connection, work, query);
    stays.fillGrades();
    closures.fillClosed();
    steps.reach(2);
    marks.fillCodeDays();
    marks.requireKnown();
    new CityScreen(connection, work, query).fill(screen, on);
    steps.reach(3);
    stays.fillWanted();
    closures.fillSpans();
    steps.reach(4);
    marks.merge();
    new CityWords(connection, work, query).fill(ruled);
    steps.reach(5);
  }

  /** One reading of one city. */
  private static final class Reading {
    private static final Object[] NONE = {};

    private final Connection connection;
    private final CityQuery query;
    private final int until;
    private final MarkOutlines outlines;
    private final Map<Integer, Object[]> marks = new HashMap<>();
    private final List<DayOutline> days = new ArrayList<>();
    private int student;
    private @Nullable StudentId id;
    private @Nullable SchoolId school;

    Reading(Connection connection, CityQuery query, int until) {
      this.connection = connection;
      this.query = query;
      this.until = until;
      this.outlines = MarkOutlines.read(connection, query);
    }

    void readMarks() {
      Sql.each(
          connection,
          MARKS,
          row -> marks.put(row.getInt(1), (Object[]) row.getArray(2).getArray()),
          query.firstDay(),
          query.schoolYear(),
          query.firstDay(),
          query.lastDay(),
          0);
    }

    void readPieces(CitySpans spans, Consumer<OutlinedStudent> students) {
      Sql.each(
          connection,
          PIECES,
          row -> {
            if (row.getInt(1) != student) {
              end(students);
              student = row.getInt(1);
              id = new StudentId(row.getString(5));
            }
            int first = row.getInt(3);
            int last = row.getInt(4);
            if (until >= first && until <= last) {
              school = new SchoolId(row.getString(6));
            }
            addDays(spans.of(row.getLong(2)), first, last);
          },
          until);
      end(students);
    }

    private void addDays(CitySpans.Span span, int first, int last) {
      int from = days.size();
      span.addBlanks(days);
      for (Object one : marks.getOrDefault(student, NONE)) {
        int day = query.firstDay() + MarkOutlines.day((Integer) one);
        if (day >= first && day <= last) {
          int at = span.indexOf(day);
          if (at >= 0) {
            days.set(from + at, outlines.of((Integer) one, day, days.get(from + at)));
          }
        }
      }
    }

    private void end(Consumer<OutlinedStudent> students) {
      if (school != null) {
        students.accept(new OutlinedStudent(Objects.requireNonNull(id), school, days));
      }
      school = null;
      days.clear();
    }
  }
}
