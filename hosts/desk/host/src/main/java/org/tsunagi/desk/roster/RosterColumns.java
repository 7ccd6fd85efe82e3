// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.desk.roster;

import java.sql.SQLException;
import java.util.List;
import org.tsunagi.api.roster.Enrolment;
import org.tsunagi.api.roster.Guardian;
import org.tsunagi.api.roster.Student;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.school.Grade;
import org.tsunagi.api.school.Homeroom;
import org.tsunagi.api.school.HomeroomId;
import org.tsunagi.api.school.School;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.desk.sql.Columns;

/** Records of the roster, read from columns that carry the names of the tables. */
public final class RosterColumns {
  private RosterColumns() {}

  /** Reads {@code school_id, name, board_name}. */
  public static School school(Columns c) throws SQLException {
    return new School(new SchoolId(c.text("school_id")), c.text("name"), c.text("board_name"));
  }

  /** Reads a homeroom with {@code school_id}. */
  public static Homeroom homeroom(Columns c) throws SQLException {
    return new Homeroom(
        new HomeroomId(c.text("homeroom_id")),
        new SchoolId(c.text("school_id")),
        c.number("school_year"),
        Grade.valueOf(c.text("grade")),
        c.text("name"),
        c.flag("special_needs"));
  }

  /** Reads a stay with {@code student_id} and {@code school_id}. */
  public static Enrolment stay(Columns c) throws SQLException {
    return new Enrolment(
        c.text("stay_id"),
        new StudentId(c.text("student_id")),
        new SchoolId(c.text("school_id")),
        c.number("school_year"),
        Grade.valueOf(c.text("grade")),
        c.optionalText("homeroom_id").map(HomeroomId::new),
        c.number("number"),
        c.date("first_on"),
        c.optionalDate("last_on"));
  }

  /** Reads a student, whose guardians are given. */
  public static Student student(Columns c, List<Guardian> guardians) throws SQLException {
    return new Student(
        new StudentId(c.text("student_id")),
        c.text("family_name"),
        c.text("given_name"),
        c.text("family_kana"),
        c.text("given_kana"),
        c.text("sex"),
        c.optionalDate("born_on"),
        c.text("student_number"),
        guardians);
  }

  /** Reads a guardian. */
  public static Guardian guardian(Columns c) throws SQLException {
    return new Guardian(c.text("name"), c.text("kana"), c.text("relationship"), c.text("phone"));
  }
}
