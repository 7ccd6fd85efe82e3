// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.rosariosis.calendar;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.api.calendar.PlannedDay;
import org.tsunagi.api.calendar.SchoolCalendar;
import org.tsunagi.api.calendar.Term;
import org.tsunagi.api.host.Capability;
import org.tsunagi.api.host.NotOffered;
import org.tsunagi.api.school.Grade;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.api.school.SchoolYear;
import org.tsunagi.api.store.Store;
import org.tsunagi.desk.sql.Columns;
import org.tsunagi.desk.sql.DeskSql;
import org.tsunagi.rosariosis.RosarioSettings;
import org.tsunagi.rosariosis.roster.GradeRule;
import org.tsunagi.rosariosis.roster.HostIds;

/**
 * The host's calendars, by the grades whose students are enrolled in them.
 *
 * <p>The register of a grade is taken when one of the teachers of each of its daily course periods
 * has completed it.
 */
@Component(service = {SchoolCalendar.class, RosarioCalendar.class})
public final class RosarioCalendar implements SchoolCalendar {
  private static final String DAYS =
      """
      WITH plan AS (
        SELECT DISTINCT e.school_id, e.grade_id, d.school_date
        FROM public.student_enrollment e
        JOIN public.attendance_calendar d ON d.calendar_id = e.calendar_id
          AND d.school_id = e.school_id AND d.syear = e.syear
          AND (COALESCE(d.minutes, 0) > 0 OR d.block IS NOT NULL)
        WHERE e.school_id = ? AND e.syear = ? AND d.school_date BETWEEN ? AND ?
      ), room AS (
        SELECT DISTINCT e.grade_id, p.course_period_id, p.teacher_id, p.secondary_teacher_id
        FROM public.student_enrollment e
        JOIN public.schedule s ON s.student_id = e.student_id AND s.school_id = e.school_id
          AND s.syear = e.syear
        JOIN public.course_periods p ON p.course_period_id = s.course_period_id
          AND p.does_attendance LIKE '%,0,%'
        WHERE e.school_id = ? AND e.syear = ?
      ), taken AS (
        SELECT DISTINCT r.grade_id, r.course_period_id, k.school_date
        FROM room r
        JOIN public.course_period_school_periods o ON o.course_period_id = r.course_period_id
        JOIN public.attendance_completed k ON k.period_id = o.period_id AND k.table_name = 0
          AND k.staff_id IN (r.teacher_id, r.secondary_teacher_id)
        WHERE k.school_date BETWEEN ? AND ?
      ), grade_taken AS (
        SELECT grade_id, school_date, COUNT(*) AS rooms FROM taken GROUP BY grade_id, school_date
      ), grade_rooms AS (
        SELECT grade_id, COUNT(*) AS rooms FROM room GROUP BY grade_id
      )
      SELECT plan.school_id, plan.school_date, g.short_name AS grade_short, g.title AS grade_title,
        COALESCE(t.rooms = r.rooms, FALSE) AS taken
      FROM plan
      JOIN public.school_gradelevels g ON g.id = plan.grade_id
      LEFT JOIN grade_taken t ON t.grade_id = plan.grade_id AND t.school_date = plan.school_date
      LEFT JOIN grade_rooms r ON r.grade_id = plan.grade_id
      ORDER BY plan.school_date, g.sort_order, g.id
      """;

  private final DeskSql sql;
  private final RosarioSettings settings;

  /** Reads the host's tables through our store. */
  @Activate
  public RosarioCalendar(@Reference Store store, @Reference RosarioSettings settings) {
    this.sql = new DeskSql(store);
    this.settings = settings;
  }

  @Override
  public List<PlannedDay> list(SchoolId school, Grade grade, LocalDate first, LocalDate last) {
    List<PlannedDay> days = new ArrayList<>();
    for (int year = SchoolYear.of(first).year(); year <= SchoolYear.of(last).year(); year++) {
      days.addAll(list(school, year, first, last));
    }
    return days.stream().filter(day -> day.grade() == grade).toList();
  }

  /** Lists the days of every grade in a part of a school year, oldest first. */
  public List<PlannedDay> list(SchoolId school, int year, LocalDate first, LocalDate last) {
    return sql.list(DAYS, p -> bind(p, school, year, first, last), RosarioCalendar::day).stream()
        .flatMap(Optional::stream)
        .toList();
  }

  @Override
  public void stream(SchoolId school, int schoolYear, Consumer<PlannedDay> consumer) {
    SchoolYear year = new SchoolYear(schoolYear);
    sql.stream(
        DAYS,
        p -> bind(p, school, schoolYear, year.first(), year.last()),
        RosarioCalendar::day,
        day -> day.ifPresent(consumer));
  }

  private static void bind(
      org.tsunagi.desk.sql.Parameters p, SchoolId school, int year, LocalDate first, LocalDate last)
      throws SQLException {
    int number = HostIds.of(school.value());
    p.number(number).number(year).date(first).date(last);
    p.number(number).number(year).date(first).date(last);
  }

  private static Optional<PlannedDay> day(Columns c) throws SQLException {
    SchoolId school = new SchoolId(c.text("school_id"));
    LocalDate date = c.date("school_date");
    boolean taken = c.flag("taken");
    return GradeRule.find(c.text("grade_short"), c.text("grade_title"))
        .map(grade -> new PlannedDay(school, date, grade, true, "", taken));
  }

  @Override
  public List<Term> listTerms(SchoolId school, int schoolYear) {
    return sql.list(
        """
        SELECT title, start_date, end_date, ROW_NUMBER() OVER (ORDER BY start_date) AS place
        FROM public.school_marking_periods WHERE school_id = ? AND syear = ? AND mp = ?
        ORDER BY start_date
        """,
        p -> p.number(HostIds.of(school.value())).number(schoolYear).text(settings.terms()),
        c ->
            new Term(c.number("place"), c.text("title"), c.date("start_date"), c.date("end_date")));
  }

  @Override
  public Written write(List<PlannedDay> days) {
    throw new NotOffered(Capability.WRITE_CALENDAR);
  }
}
