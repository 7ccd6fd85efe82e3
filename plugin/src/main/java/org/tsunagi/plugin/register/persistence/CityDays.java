// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register.persistence;

import java.sql.Connection;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
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

  private static final String MARKS =
      """
      SELECT m.student_no, m.epoch_day, c.row_no, COALESCE(w.word, 0), m.more
      FROM roll_wanted q
      JOIN
      """
          + CityMarks.MARKS
          + """
      ON m.student_no = q.student_no
      JOIN roll_code c ON c.code_no = m.code_no AND m.epoch_day BETWEEN c.first_day AND c.last_day
      LEFT JOIN roll_word w ON w.student_no = m.student_no AND w.epoch_day = m.epoch_day
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
    work.withoutLoops(reading::readMarks);
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
    new CityScreen(connection, work, query).fill(screen, on);
    steps.reach(3);
    stays.fillWanted();
    closures.fillSpans();
    steps.reach(4);
    marks.requireKnown();
    marks.merge();
    work.withoutLoops(() -> new CityWords(connection, work, query).fill(ruled));
    steps.reach(5);
  }

  /** The marks of a student: day, row of the code with word and merged counts, by turns. */
  private static final class Own {
    private int[] values = new int[16];
    private int size;

    void add(int day, int what) {
      if (size + 2 > values.length) {
        values = Arrays.copyOf(values, values.length * 2);
      }
      values[size++] = day;
      values[size++] = what;
    }
  }

  /** One reading of one city. */
  private static final class Reading {
    private static final Own NONE = new Own();

    private final Connection connection;
    private final CityQuery query;
    private final int until;
    private final MarkOutlines outlines;
    private final Map<Integer, Own> marks = new HashMap<>();
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
          row ->
              marks
                  .computeIfAbsent(row.getInt(1), number -> new Own())
                  .add(
                      row.getInt(2),
                      MarkOutlines.pack(row.getInt(3), row.getInt(4), row.getInt(5))),
          query.schoolYear(),
          query.firstDay(),
          until);
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
      Own own = marks.getOrDefault(student, NONE);
      for (int i = 0; i < own.size; i += 2) {
        int day = own.values[i];
        if (day >= first && day <= last) {
          int at = span.indexOf(day);
          if (at >= 0) {
            days.set(from + at, outlines.of(own.values[i + 1], day, days.get(from + at)));
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
