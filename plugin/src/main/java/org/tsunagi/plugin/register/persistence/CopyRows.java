// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register.persistence;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tsunagi.api.attendance.AttendanceBook;
import org.tsunagi.api.attendance.AttendanceMark;
import org.tsunagi.api.calendar.PlannedDay;
import org.tsunagi.api.roster.Enrolment;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.school.Grade;
import org.tsunagi.api.school.Homeroom;
import org.tsunagi.api.school.HomeroomId;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.api.school.SchoolYear;
import org.tsunagi.plugin.platform.sql.Sql;

/** The counting copy's rows of one school and school year, read back as the host's own records. */
final class CopyRows {
  private final Connection connection;
  private final SchoolId school;
  private final SchoolYear year;

  CopyRows(Connection connection, SchoolId school, int year) {
    this.connection = connection;
    this.school = school;
    this.year = new SchoolYear(year);
  }

  void homerooms(Consumer<Homeroom> consumer) {
    Sql.each(
        connection,
        "SELECT h.homeroom_id, h.grade, h.name, h.special_needs FROM count_school s"
            + " JOIN count_homeroom h ON h.school_no = s.school_no AND h.school_year = ?"
            + " WHERE s.school_id = ?",
        row ->
            consumer.accept(
                new Homeroom(
                    new HomeroomId(row.getString(1)),
                    school,
                    year.year(),
                    Grade.valueOf(row.getString(2)),
                    row.getString(3),
                    row.getBoolean(4))),
        year.year(),
        school.value());
  }

  void stays(Consumer<Enrolment> consumer) {
    Sql.each(
        connection,
        "SELECT t.stay_id, p.student_id, t.grade, h.homeroom_id, t.register_no, t.first_day,"
            + " t.last_day FROM count_school s"
            + " JOIN count_stay t ON t.school_no = s.school_no AND t.school_year = ?"
            + " JOIN count_student p ON p.student_no = t.student_no"
            + " LEFT JOIN count_homeroom h ON h.homeroom_no = t.homeroom_no"
            + " WHERE s.school_id = ?",
        row -> consumer.accept(stay(row)),
        year.year(),
        school.value());
  }

  private Enrolment stay(ResultSet row) throws SQLException {
    Integer last = row.getObject(7, Integer.class);
    return new Enrolment(
        row.getString(1),
        new StudentId(row.getString(2)),
        school,
        year.year(),
        Grade.valueOf(row.getString(3)),
        Optional.ofNullable(row.getString(4)).map(HomeroomId::new),
        row.getInt(5),
        Days.date(row.getInt(6)),
        Optional.ofNullable(last).map(Days::date));
  }

  void days(Consumer<PlannedDay> consumer) {
    Sql.each(
        connection,
        "SELECT d.epoch_day, d.grade, d.school_day, d.title, d.register_taken FROM count_school s"
            + " JOIN count_plan d ON d.school_no = s.school_no AND d.epoch_day BETWEEN ? AND ?"
            + " WHERE s.school_id = ?",
        row ->
            consumer.accept(
                new PlannedDay(
                    school,
                    Days.date(row.getInt(1)),
                    Grade.valueOf(row.getString(2)),
                    row.getBoolean(3),
                    row.getString(4),
                    row.getBoolean(5))),
        Days.of(year.first()),
        Days.of(year.last()),
        school.value());
  }

  void taken(Consumer<AttendanceBook.Taken> consumer) {
    Sql.each(
        connection,
        "SELECT h.homeroom_id, t.epoch_day FROM count_school s"
            + " JOIN count_homeroom h ON h.school_no = s.school_no AND h.school_year = ?"
            + " JOIN count_taken t ON t.homeroom_no = h.homeroom_no WHERE s.school_id = ?",
        row ->
            consumer.accept(
                new AttendanceBook.Taken(
                    new HomeroomId(row.getString(1)), Days.date(row.getInt(2)))),
        year.year(),
        school.value());
  }

  /** Hands out the marks; the note for colleagues is not copied and reads empty. */
  void marks(Consumer<AttendanceMark> consumer) {
    Sql.each(
        connection,
        "SELECT p.student_id, m.epoch_day, c.code_id, m.detail, m.facility, m.place, m.flags,"
            + " m.minutes FROM count_school s"
            + " JOIN count_mark m ON m.school_no = s.school_no AND m.school_year = ?"
            + " JOIN count_student p ON p.student_no = m.student_no"
            + " JOIN count_code c ON c.code_no = m.code_no WHERE s.school_id = ?",
        row -> consumer.accept(mark(school, new StudentId(row.getString(1)), row, 2)),
        year.year(),
        school.value());
  }

  /** Reads day, code, detail, facility, place, flags and minutes from a column on. */
  static AttendanceMark mark(SchoolId school, StudentId student, ResultSet row, int from)
      throws SQLException {
    int flags = row.getInt(from + 5);
    Integer minutes = row.getObject(from + 6, Integer.class);
    return new AttendanceMark(
        school,
        student,
        Days.date(row.getInt(from)),
        row.getString(from + 1),
        text(row.getString(from + 2)),
        text(row.getString(from + 3)),
        text(row.getString(from + 4)),
        MarkFlags.onlineHeld(flags),
        MarkFlags.onlineSpecial(flags),
        minutes == null ? OptionalInt.empty() : OptionalInt.of(minutes),
        MarkFlags.visit(flags),
        "");
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value;
  }
}
