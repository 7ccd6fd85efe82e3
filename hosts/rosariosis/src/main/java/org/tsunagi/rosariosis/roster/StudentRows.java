// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.rosariosis.roster;

import java.sql.SQLException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.tsunagi.api.roster.Guardian;
import org.tsunagi.api.roster.Student;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.desk.sql.Columns;
import org.tsunagi.desk.sql.DeskSql;
import org.tsunagi.rosariosis.RosarioSettings;
import org.tsunagi.rosariosis.RosarioSettings.Field;

/** Students with their guardians, read in one statement whatever their number. */
final class StudentRows {
  // Custom fields differ from school to school: their columns are read as JSON of the row, by name.
  private static final String STUDENTS =
      """
      SELECT s.student_id, s.last_name, s.first_name, to_jsonb(s) ->> ? AS number,
        to_jsonb(s) ->> ? AS family_kana, to_jsonb(s) ->> ? AS given_kana,
        to_jsonb(s) ->> ? AS sex, to_jsonb(s) ->> ? AS born_on,
        j.id AS guardian_no, j.student_relation, p.last_name AS guardian_family,
        p.first_name AS guardian_given, to_jsonb(p) ->> ? AS guardian_kana,
        (SELECT c.value FROM public.people_join_contacts c
          WHERE c.person_id = p.person_id AND c.value ~ '^[0-9+() -]{6,20}$' ORDER BY c.id LIMIT 1) AS phone
      FROM public.students s
      LEFT JOIN public.students_join_people j ON j.student_id = s.student_id
      LEFT JOIN public.people p ON p.person_id = j.person_id
      WHERE s.student_id = ANY(?)
      ORDER BY s.student_id, j.id
      """;

  private final DeskSql sql;
  private final RosarioSettings settings;

  StudentRows(DeskSql sql, RosarioSettings settings) {
    this.sql = sql;
    this.settings = settings;
  }

  /** Lists students; unknown ids are left out. */
  List<Student> list(Collection<Integer> ids) {
    if (ids.isEmpty()) {
      return List.of();
    }
    Map<StudentId, Student> bare = new LinkedHashMap<>();
    Map<StudentId, List<Guardian>> guardians = new LinkedHashMap<>();
    sql.list(
        STUDENTS,
        p ->
            p.text(settings.column(Field.NUMBER))
                .text(settings.column(Field.FAMILY_KANA))
                .text(settings.column(Field.GIVEN_KANA))
                .text(settings.column(Field.SEX))
                .text(settings.column(Field.BIRTH_DATE))
                .text(settings.column(Field.GUARDIAN_KANA))
                .numbers(ids),
        c -> {
          StudentId id = new StudentId(c.text("student_id"));
          bare.putIfAbsent(id, student(c, id));
          List<Guardian> own = guardians.computeIfAbsent(id, one -> new ArrayList<>());
          return c.optionalText("guardian_family").isPresent() && own.add(guardian(c));
        });
    return bare.values().stream()
        .map(one -> with(one, guardians.getOrDefault(one.id(), List.of())))
        .toList();
  }

  private static Student student(Columns c, StudentId id) throws SQLException {
    return new Student(
        id,
        c.text("last_name"),
        c.text("first_name"),
        c.text("family_kana"),
        c.text("given_kana"),
        sex(c.text("sex")),
        date(c.text("born_on")),
        c.text("number"),
        List.of());
  }

  private static Guardian guardian(Columns c) throws SQLException {
    String given = c.text("guardian_given");
    String family = c.text("guardian_family");
    return new Guardian(
        given.isEmpty() ? family : family + "　" + given,
        c.text("guardian_kana"),
        c.text("student_relation"),
        c.text("phone"));
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

  /** Returns the api's word for the host's option, which a school may have put into Japanese. */
  private static String sex(String option) {
    return switch (option.strip().toLowerCase(Locale.ROOT)) {
      case "male", "m", "男" -> "male";
      case "female", "f", "女" -> "female";
      case "" -> "unspecified";
      default -> "other";
    };
  }

  private static Optional<LocalDate> date(String text) {
    try {
      return text.isBlank() ? Optional.empty() : Optional.of(LocalDate.parse(text.strip()));
    } catch (DateTimeParseException e) {
      return Optional.empty(); // a text field that a school uses as it likes
    }
  }
}
