// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.desk.roster;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import org.tsunagi.api.roster.Enrolment;
import org.tsunagi.api.roster.Guardian;
import org.tsunagi.api.roster.Student;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.roster.StudentRecord;
import org.tsunagi.api.school.Grade;
import org.tsunagi.api.school.Homeroom;
import org.tsunagi.api.school.HomeroomId;
import org.tsunagi.api.school.School;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.desk.sql.Columns;
import org.tsunagi.desk.sql.DeskSql;

/** Students with their guardians, read in one statement whatever their number. */
public final class StudentRows {
  private final DeskSql sql;

  /** Reads on the given store. */
  public StudentRows(DeskSql sql) {
    this.sql = sql;
  }

  /**
   * A student and the small number the desk knows it by.
   *
   * @param no the desk's number
   * @param student the student
   */
  public record Numbered(int no, Student student) {}

  /** Lists the students of the ids; unknown ids are left out. */
  public List<Numbered> list(Collection<String> ids) {
    if (ids.isEmpty()) {
      return List.of();
    }
    StudentsAndGuardians found = new StudentsAndGuardians();
    sql.list(
        """
        SELECT s.student_no, s.student_id, s.family_name, s.given_name, s.family_kana, s.given_kana,
          s.sex, s.born_on, s.number AS student_number,
          g.rank_no, g.name, g.kana, g.relationship, g.phone
        FROM UNNEST(CAST(? AS varchar(255) ARRAY)) AS k(id)
        LEFT JOIN desk_student s ON s.student_id = k.id
        LEFT JOIN desk_guardian g ON g.student_no = s.student_no
        WHERE s.student_no IS NOT NULL ORDER BY s.student_no, g.rank_no
        """,
        p -> p.texts(ids),
        found::add);
    return found.list();
  }

  /**
   * Finds a student with stays, schools and homerooms, in one statement: its rows are the stays,
   * each as often as there are guardians.
   */
  Optional<StudentRecord> findRecord(StudentId student) {
    StudentsAndGuardians found = new StudentsAndGuardians();
    Set<Enrolment> stays = new LinkedHashSet<>();
    Set<School> schools = new LinkedHashSet<>();
    Set<Homeroom> homerooms = new LinkedHashSet<>();
    sql.list(
        """
        SELECT s.student_no, s.student_id, s.family_name, s.given_name, s.family_kana, s.given_kana,
          s.sex, s.born_on, s.number AS student_number,
          g.rank_no, g.name, g.kana, g.relationship, g.phone,
          t.stay_id, t.school_year, t.grade, t.homeroom_id, t.number, t.first_on, t.last_on,
          c.school_id, c.name AS school_name, c.board_name,
          h.school_year AS homeroom_year, h.grade AS homeroom_grade, h.name AS homeroom_name,
          h.special_needs, d.school_id AS homeroom_school_id
        FROM desk_student s
        LEFT JOIN desk_guardian g ON g.student_no = s.student_no
        LEFT JOIN desk_stay t ON t.student_no = s.student_no
        LEFT JOIN desk_school c ON c.school_no = t.school_no
        LEFT JOIN desk_homeroom h ON h.homeroom_id = t.homeroom_id
        LEFT JOIN desk_school d ON d.school_no = h.school_no
        WHERE s.student_id = ? ORDER BY t.first_on, t.stay_id, g.rank_no
        """,
        p -> p.text(student.value()),
        c -> {
          if (c.optionalText("stay_id").isPresent()) {
            stays.add(RosterColumns.stay(c));
            schools.add(
                new School(
                    new SchoolId(c.text("school_id")),
                    c.text("school_name"),
                    c.text("board_name")));
          }
          if (c.optionalText("homeroom_school_id").isPresent()) {
            homerooms.add(homeroom(c));
          }
          return found.add(c);
        });
    return found.list().stream()
        .findFirst()
        .map(
            one ->
                new StudentRecord(
                    one.student(),
                    List.copyOf(stays),
                    List.copyOf(schools),
                    List.copyOf(homerooms)));
  }

  private static Homeroom homeroom(Columns c) throws SQLException {
    return new Homeroom(
        new HomeroomId(c.text("homeroom_id")),
        new SchoolId(c.text("homeroom_school_id")),
        c.number("homeroom_year"),
        Grade.valueOf(c.text("homeroom_grade")),
        c.text("homeroom_name"),
        c.flag("special_needs"));
  }

  /** Students out of rows that repeat them for every guardian. */
  private static final class StudentsAndGuardians {
    private final Map<Integer, Student> students = new LinkedHashMap<>();
    private final Map<Integer, Map<Integer, Guardian>> guardians = new HashMap<>();

    boolean add(Columns c) throws SQLException {
      int no = c.number("student_no");
      if (!students.containsKey(no)) {
        students.put(no, RosterColumns.student(c, List.of()));
      }
      OptionalInt rank = c.optionalNumber("rank_no");
      if (rank.isPresent()) {
        guardians
            .computeIfAbsent(no, student -> new TreeMap<>())
            .put(rank.getAsInt(), RosterColumns.guardian(c));
      }
      return true;
    }

    List<Numbered> list() {
      List<Numbered> list = new ArrayList<>();
      students.forEach(
          (no, student) -> {
            List<Guardian> own = List.copyOf(guardians.getOrDefault(no, Map.of()).values());
            list.add(new Numbered(no, with(student, own)));
          });
      return list;
    }

    private static Student with(Student student, List<Guardian> guardians) {
      return new Student(
          student.id(),
          student.familyName(),
          student.givenName(),
          student.familyKana(),
          student.givenKana(),
          student.sex(),
          student.birthDate(),
          student.number(),
          guardians);
    }
  }
}
