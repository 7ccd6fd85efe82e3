// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.rosariosis.attendance;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.api.attendance.AttendanceBook;
import org.tsunagi.api.attendance.AttendanceMark;
import org.tsunagi.api.attendance.HostCode;
import org.tsunagi.api.attendance.MarkChange;
import org.tsunagi.api.host.Capability;
import org.tsunagi.api.host.NotOffered;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.school.HomeroomId;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.api.school.SchoolYear;
import org.tsunagi.api.store.Store;
import org.tsunagi.desk.sql.Columns;
import org.tsunagi.desk.sql.DeskSql;
import org.tsunagi.rosariosis.roster.HostIds;

/**
 * The marks of the host's daily course periods.
 *
 * <p>Nothing is written here: a mark changes only in the host's own PHP, which then computes its
 * day figures anew. Of several periods on a day the first one is the day's mark. A code that is not
 * one of ours is read by its state: A is an absence of unknown reason, H is late or early, the rest
 * is present.
 */
@Component(service = AttendanceBook.class)
public final class RosarioAttendanceBook implements AttendanceBook {
  private static final String CODE =
      """
      COALESCE(w.code, CASE c.state_code WHEN 'A' THEN 'ABSENT_UNKNOWN' WHEN 'H' THEN 'LATE_EARLY'
        ELSE 'PRESENT' END)
      """;
  private static final String MARK =
      "SELECT DISTINCT ON (a.student_id, a.school_date) a.student_id, a.school_date, p.school_id, "
          + CODE
          + """
           AS code
          FROM public.attendance_period a
          JOIN public.course_periods p ON p.course_period_id = a.course_period_id
            AND p.does_attendance LIKE '%,0,%'
          JOIN public.attendance_codes c ON c.id = a.attendance_code AND c.table_name = 0
          LEFT JOIN rosario_code w ON w.school_id = c.school_id AND w.school_year = c.syear
            AND w.short_name = c.short_name
          LEFT JOIN public.school_periods o ON o.period_id = a.period_id
          WHERE
          """;
  private static final String ORDER =
      " ORDER BY a.student_id, a.school_date, o.sort_order, a.period_id";
  private static final String TAKEN =
      """
      SELECT DISTINCT p.course_period_id, k.school_date
      FROM public.course_periods p
      JOIN public.course_period_school_periods o ON o.course_period_id = p.course_period_id
      JOIN public.attendance_completed k ON k.period_id = o.period_id AND k.table_name = 0
        AND k.staff_id IN (p.teacher_id, p.secondary_teacher_id)
      WHERE p.does_attendance LIKE '%,0,%'
      """;

  private final DeskSql sql;
  private final MarkHistory history;

  /** Reads the host's tables through our store. */
  @Activate
  public RosarioAttendanceBook(@Reference Store store) {
    this.sql = new DeskSql(store);
    this.history = new MarkHistory(sql);
  }

  @Override
  public void install(SchoolId school, int schoolYear, List<HostCode> codes) {
    int number = HostIds.of(school.value());
    sql.batch(
        """
        INSERT INTO rosario_code (school_id, school_year, short_name, code, title, state)
        VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
        """,
        codes,
        (p, code) ->
            p.number(number)
                .number(schoolYear)
                .text(code.shortName())
                .text(code.id())
                .text(code.title())
                .text(code.state() == HostCode.State.PRESENT ? "P" : "A"));
  }

  @Override
  public List<AttendanceMark> list(StudentId student, LocalDate first, LocalDate last) {
    return sql.list(
        MARK + "a.student_id = ? AND a.school_date BETWEEN ? AND ?" + ORDER,
        p -> p.number(HostIds.of(student.value())).date(first).date(last),
        RosarioAttendanceBook::mark);
  }

  @Override
  public List<AttendanceMark> list(
      SchoolId school, Set<StudentId> students, LocalDate first, LocalDate last) {
    List<Integer> numbers = HostIds.list(students.stream().map(StudentId::value).toList());
    return sql.list(
        MARK
            + "p.school_id = ? AND a.student_id = ANY(?) AND a.school_date BETWEEN ? AND ?"
            + ORDER,
        p -> p.number(HostIds.of(school.value())).numbers(numbers).date(first).date(last),
        RosarioAttendanceBook::mark);
  }

  @Override
  public Optional<AttendanceMark> find(SchoolId school, StudentId student, LocalDate date) {
    return list(school, Set.of(student), date, date).stream().findFirst();
  }

  @Override
  public void stream(SchoolId school, int schoolYear, Consumer<AttendanceMark> consumer) {
    SchoolYear year = new SchoolYear(schoolYear);
    sql.stream(
        MARK + "p.school_id = ? AND p.syear = ? AND a.school_date BETWEEN ? AND ?" + ORDER,
        p ->
            p.number(HostIds.of(school.value()))
                .number(schoolYear)
                .date(year.first())
                .date(year.last()),
        RosarioAttendanceBook::mark,
        consumer);
  }

  private static AttendanceMark mark(Columns c) throws SQLException {
    return AttendanceMark.of(
        new SchoolId(c.text("school_id")),
        new StudentId(c.text("student_id")),
        c.date("school_date"),
        c.text("code"));
  }

  @Override
  public Written write(List<MarkChange> changes) {
    throw new NotOffered(Capability.WRITE_MARKS);
  }

  @Override
  public List<PastMark> listHistory(SchoolId school, StudentId student, LocalDate date) {
    return listHistory(school, Set.of(student), date, date);
  }

  @Override
  public List<PastMark> listHistory(
      SchoolId school, Set<StudentId> students, LocalDate first, LocalDate last) {
    return history.list(
        HostIds.of(school.value()),
        HostIds.list(students.stream().map(StudentId::value).toList()),
        first,
        last);
  }

  @Override
  public void setTaken(
      HomeroomId homeroom, LocalDate date, boolean taken, MarkChange.Author author) {
    throw new NotOffered(Capability.TAKEN_PER_HOMEROOM);
  }

  @Override
  public List<LocalDate> listTaken(HomeroomId homeroom, LocalDate first, LocalDate last) {
    return sql.list(
        TAKEN
            + " AND p.course_period_id = ? AND k.school_date BETWEEN ? AND ? ORDER BY"
            + " k.school_date",
        p -> p.number(HostIds.of(homeroom.value())).date(first).date(last),
        c -> c.date("school_date"));
  }

  @Override
  public void streamTaken(SchoolId school, int schoolYear, Consumer<Taken> consumer) {
    sql.stream(
        TAKEN + " AND p.school_id = ? AND p.syear = ? ORDER BY p.course_period_id, k.school_date",
        p -> p.number(HostIds.of(school.value())).number(schoolYear),
        c -> new Taken(new HomeroomId(c.text("course_period_id")), c.date("school_date")),
        consumer);
  }
}
