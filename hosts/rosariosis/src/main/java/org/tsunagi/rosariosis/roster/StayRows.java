// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.rosariosis.roster;

import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.tsunagi.api.roster.Enrolment;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.school.Grade;
import org.tsunagi.api.school.Homeroom;
import org.tsunagi.api.school.HomeroomId;
import org.tsunagi.api.school.School;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.desk.sql.Columns;
import org.tsunagi.desk.sql.DeskSql;
import org.tsunagi.desk.sql.Parameters;
import org.tsunagi.rosariosis.RosarioSettings;
import org.tsunagi.rosariosis.RosarioSettings.Field;

/**
 * Stays: the host's enrolments, cut where the student changes the course period that takes daily
 * attendance.
 *
 * <p>Days before the first such course period belong to it, and a gap to the one before, so that no
 * day of an enrolment is lost. An enrolment of an earlier year that the host left open ends on 31
 * March.
 */
public final class StayRows {
  private static final String DAILY =
      """
      WITH daily AS (
        SELECT s.student_id, s.school_id, s.syear, s.start_date, s.end_date, p.course_period_id,
          p.short_name
        FROM public.schedule s
        JOIN public.course_periods p
          ON p.course_period_id = s.course_period_id AND p.does_attendance LIKE '%,0,%'
        WHERE (s.end_date IS NULL OR s.end_date >= s.start_date) AND
      """;
  private static final String STAY =
      """
      ), stay AS (
        SELECT e.id, e.student_id, e.school_id, CAST(e.syear AS integer) AS school_year, e.grade_id,
          COALESCE(e.start_date, make_date(CAST(e.syear AS integer), 4, 1)) AS began_on,
          CASE WHEN e.end_date IS NULL AND e.syear < ?
            THEN make_date(CAST(e.syear AS integer) + 1, 3, 31) ELSE e.end_date END AS ended_on,
          d.course_period_id, d.short_name AS homeroom_name, d.start_date AS class_on,
          ROW_NUMBER() OVER w AS place, LEAD(d.start_date) OVER w AS next_on
        FROM public.student_enrollment e
        LEFT JOIN daily d ON d.student_id = e.student_id AND d.school_id = e.school_id
          AND d.syear = e.syear AND (e.end_date IS NULL OR d.start_date <= e.end_date)
          AND (d.end_date IS NULL OR e.start_date IS NULL OR d.end_date >= e.start_date)
        WHERE
      """;
  private static final String ROWS =
      """
        WINDOW w AS (PARTITION BY e.id ORDER BY d.start_date, d.course_period_id)
      ), cut AS (
        SELECT stay.*,
          CASE WHEN place = 1 THEN began_on ELSE GREATEST(class_on, began_on) END AS first_on,
          CASE WHEN next_on IS NULL THEN ended_on
            ELSE LEAST(next_on - 1, COALESCE(ended_on, next_on - 1)) END AS last_on
        FROM stay
      )
      SELECT cut.id, cut.place, cut.student_id, cut.school_id, cut.school_year,
        cut.course_period_id, cut.homeroom_name, cut.first_on, cut.last_on,
        g.short_name AS grade_short, g.title AS grade_title,
        to_jsonb(u) ->> ? AS register_number,
        (SELECT c.title FROM public.schools c WHERE c.id = cut.school_id
          ORDER BY c.syear DESC LIMIT 1) AS school_name
      FROM cut
      JOIN public.students u ON u.student_id = cut.student_id
      JOIN public.school_gradelevels g ON g.id = cut.grade_id
      WHERE cut.last_on IS NULL OR cut.last_on >= cut.first_on
      ORDER BY cut.first_on, cut.id, cut.place
      """;
  private static final String OF_STUDENTS =
      DAILY + "s.student_id = ANY(?)" + STAY + "e.student_id = ANY(?)" + ROWS;
  private static final String OF_YEAR =
      DAILY + "s.school_id = ? AND s.syear = ?" + STAY + "e.school_id = ? AND e.syear = ?" + ROWS;
  private static final String OF_CLASS =
      DAILY
          + "s.student_id IN (SELECT student_id FROM public.schedule WHERE course_period_id = ?)"
          + STAY
          + "e.student_id IN (SELECT student_id FROM public.schedule WHERE course_period_id = ?)"
          + ROWS;
  private static final String OF_SCHOOLS =
      DAILY
          + "s.school_id = ANY(?) AND s.syear = ?"
          + STAY
          + "e.school_id = ANY(?) AND e.syear = ?"
          + ROWS;

  private final DeskSql sql;
  private final RosarioSettings settings;

  /** Reads on the given store. */
  public StayRows(DeskSql sql, RosarioSettings settings) {
    this.sql = sql;
    this.settings = settings;
  }

  /**
   * A stay with the places it names.
   *
   * @param stay the stay
   * @param school its school
   * @param homeroom its homeroom; empty while none is assigned
   */
  public record Row(Enrolment stay, School school, Optional<Homeroom> homeroom) {}

  /** Lists the stays of students, oldest first. */
  public List<Row> listOfStudents(Collection<Integer> students) {
    return students.isEmpty()
        ? List.of()
        : list(OF_STUDENTS, p -> withYear(p.numbers(students)).numbers(students));
  }

  /** Lists the stays of those who were ever in a homeroom. */
  List<Row> listOfClass(int coursePeriod) {
    return list(OF_CLASS, p -> withYear(p.number(coursePeriod)).number(coursePeriod));
  }

  /** Lists the stays at schools in a school year. */
  List<Row> listOfSchools(Collection<Integer> schools, int schoolYear) {
    return schools.isEmpty()
        ? List.of()
        : list(
            OF_SCHOOLS,
            p ->
                withYear(p.numbers(schools).number(schoolYear))
                    .numbers(schools)
                    .number(schoolYear));
  }

  /** Hands the stays of a school year to the consumer. */
  void stream(int school, int schoolYear, Consumer<Enrolment> consumer) {
    sql.stream(
        OF_YEAR,
        p ->
            withYear(p.number(school).number(schoolYear))
                .number(school)
                .number(schoolYear)
                .text(settings.column(Field.REGISTER_NUMBER)),
        StayRows::row,
        row -> row.ifPresent(found -> consumer.accept(found.stay())));
  }

  private List<Row> list(String statement, DeskSql.Binder binder) {
    return sql
        .list(
            statement,
            p -> {
              binder.bind(p);
              p.text(settings.column(Field.REGISTER_NUMBER));
            },
            StayRows::row)
        .stream()
        .flatMap(Optional::stream)
        .toList();
  }

  private Parameters withYear(Parameters p) throws SQLException {
    return p.number(settings.schoolYear());
  }

  private static Optional<Row> row(Columns c) throws SQLException {
    Optional<Grade> grade = GradeRule.find(c.text("grade_short"), c.text("grade_title"));
    return grade.isEmpty() ? Optional.empty() : Optional.of(row(c, grade.get()));
  }

  private static Row row(Columns c, Grade grade) throws SQLException {
    SchoolId school = new SchoolId(c.text("school_id"));
    Optional<HomeroomId> room = c.optionalText("course_period_id").map(HomeroomId::new);
    int year = c.number("school_year");
    Enrolment stay =
        new Enrolment(
            c.text("id") + "." + c.number("place"),
            new StudentId(c.text("student_id")),
            school,
            year,
            grade,
            room,
            HostIds.of(c.text("register_number").strip()),
            c.date("first_on"),
            c.optionalDate("last_on"));
    String name = c.text("homeroom_name");
    return new Row(
        stay,
        new School(school, c.text("school_name"), ""),
        room.map(id -> new Homeroom(id, school, year, grade, name, false)));
  }
}
