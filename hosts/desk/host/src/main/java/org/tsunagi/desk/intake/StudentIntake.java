// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.desk.intake;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tsunagi.api.intake.IntakeCounts;
import org.tsunagi.api.intake.RosterRow.StudentRow;
import org.tsunagi.api.roster.Guardian;
import org.tsunagi.api.roster.Student;
import org.tsunagi.desk.roster.StudentRows;
import org.tsunagi.desk.search.SearchText;
import org.tsunagi.desk.sql.DeskSql;
import org.tsunagi.desk.sql.Parameters;

/** Takes students with their guardians. */
final class StudentIntake {
  private final DeskSql sql;
  private final StudentRows students;
  private final StayIntake stays;

  StudentIntake(DeskSql sql, StayIntake stays) {
    this.sql = sql;
    this.students = new StudentRows(sql);
    this.stays = stays;
  }

  /** Takes students; one that the source has ended keeps its data and loses its open stays. */
  IntakeCounts take(List<StudentRow> rows) {
    Map<String, Student> wanted = new LinkedHashMap<>();
    List<String> ended = new ArrayList<>();
    for (StudentRow row : rows) {
      if (row.ended()) {
        ended.add(row.student().id().value());
      } else {
        wanted.put(row.student().id().value(), row.student());
      }
    }
    Map<String, Student> there = new HashMap<>();
    Map<String, Integer> nos = new HashMap<>();
    for (StudentRows.Numbered numbered : students.list(wanted.keySet())) {
      there.put(numbered.student().id().value(), numbered.student());
      nos.put(numbered.student().id().value(), numbered.no());
    }
    Difference<Student> difference = Difference.of(wanted, there);
    insert(difference.added(), nos);
    update(difference.changed());
    List<Student> families =
        difference.written().stream()
            .filter(student -> familyDiffers(student, there.get(student.id().value())))
            .toList();
    writeGuardians(families, nos);
    int nowEnded = stays.endStudents(ended);
    return difference.counts(nowEnded, ended.size() - nowEnded);
  }

  private static boolean familyDiffers(Student student, @Nullable Student before) {
    return before == null || !before.guardians().equals(student.guardians());
  }

  private void insert(List<Student> added, Map<String, Integer> nos) {
    if (added.isEmpty()) {
      return;
    }
    int next = sql.takeNumbers("student", added.size());
    for (Student student : added) {
      nos.put(student.id().value(), next++);
    }
    sql.batch(
        """
        INSERT INTO desk_student (family_name, given_name, family_kana, given_kana, sex, born_on, number,
          search_text, student_id, student_no)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        added,
        (p, student) -> bind(p, student).number(nos.get(student.id().value())));
  }

  private void update(List<Student> changed) {
    sql.batch(
        """
        UPDATE desk_student SET family_name = ?, given_name = ?, family_kana = ?, given_kana = ?,
          sex = ?, born_on = ?, number = ?, search_text = ?
        WHERE student_id = ?
        """,
        changed,
        StudentIntake::bind);
  }

  private static Parameters bind(Parameters p, Student student) throws SQLException {
    return p.text(student.familyName())
        .text(student.givenName())
        .text(student.familyKana())
        .text(student.givenKana())
        .text(student.sex())
        .date(student.birthDate())
        .text(student.number())
        .text(SearchText.of(student))
        .text(student.id().value());
  }

  private void writeGuardians(List<Student> families, Map<String, Integer> nos) {
    record Row(String student, int rank, Guardian guardian) {}
    List<Row> rows = new ArrayList<>();
    for (Student student : families) {
      student.guardians().forEach(one -> rows.add(new Row(student.id().value(), rows.size(), one)));
    }
    sql.batch(
        "DELETE FROM desk_guardian WHERE student_no = ?",
        families,
        (p, student) -> p.number(nos.get(student.id().value())));
    sql.batch(
        """
        INSERT INTO desk_guardian (student_no, rank_no, name, kana, relationship, phone)
        VALUES (?, ?, ?, ?, ?, ?)
        """,
        rows,
        (p, row) ->
            p.number(nos.get(row.student()))
                .number(row.rank())
                .text(row.guardian().name())
                .text(row.guardian().kana())
                .text(row.guardian().relationship())
                .text(row.guardian().phone()));
  }
}
