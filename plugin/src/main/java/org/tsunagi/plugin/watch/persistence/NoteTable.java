// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.watch.persistence;

import java.sql.Connection;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Component;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.api.school.SchoolYear;
import org.tsunagi.plugin.platform.sql.Sql;
import org.tsunagi.plugin.watch.domain.BullyingAnswer;
import org.tsunagi.plugin.watch.domain.Contact;
import org.tsunagi.plugin.watch.domain.ContactNote;

/** Tries to reach a home, answers to the question of bullying, and last year's figures. */
@Component(service = NoteTable.class)
public final class NoteTable {
  /**
   * What is noted of the students of a school.
   *
   * @param contacts the tries of the school year, oldest first, by student
   * @param answers the newest answer of the school year, by student
   * @param lastYear last year's days absent, and within it those credited, by student
   * @param told the keys of findings of which the person was told and has not yet said so, by
   *     student
   */
  public record Notes(
      Map<StudentId, List<Contact>> contacts,
      Map<StudentId, String> answers,
      Map<StudentId, int[]> lastYear,
      Map<StudentId, Set<String>> told) {}

  /** Reads all of them in one statement, since a page may need few. */
  public Notes load(Connection connection, SchoolId school, SchoolYear year, String person) {
    Notes notes = new Notes(new HashMap<>(), new HashMap<>(), new HashMap<>(), new HashMap<>());
    Sql.each(
        connection,
        "SELECT 1 AS kind, student_id, contact_on AS noted_on, recorded_at AS noted_at,"
            + " CASE WHEN safety_confirmed THEN 1 ELSE 0 END AS n, 0 AS m, '' AS t"
            + " FROM watch_contact WHERE school_id = ? AND contact_on BETWEEN ? AND ?"
            + " AND voided_at IS NULL AND how NOT IN ('municipality', 'guidanceCenter', 'police')"
            + " UNION ALL SELECT 2, student_id, answered_on, recorded_at, 0, 0, outcome"
            + " FROM watch_answer WHERE school_id = ? AND answered_on BETWEEN ? AND ?"
            + " UNION ALL SELECT 3, student_id, NULL, NULL, days_absent, days_credited, ''"
            + " FROM watch_last_year WHERE school_id = ? AND school_year = ?"
            + " UNION ALL SELECT 4, student_id, NULL, NULL, 0, 0, finding_key"
            + " FROM watch_notice WHERE school_id = ? AND person_id = ? AND seen_at IS NULL"
            + " ORDER BY kind, noted_on, noted_at",
        row -> {
          StudentId student = new StudentId(row.getString(2));
          switch (row.getInt(1)) {
            case 1 ->
                notes
                    .contacts()
                    .computeIfAbsent(student, id -> new ArrayList<>())
                    .add(new Contact(row.getObject(3, LocalDate.class), row.getInt(5) == 1));
            case 2 -> notes.answers().put(student, row.getString(7));
            case 3 -> notes.lastYear().put(student, new int[] {row.getInt(5), row.getInt(6)});
            default ->
                notes.told().computeIfAbsent(student, id -> new HashSet<>()).add(row.getString(7));
          }
        },
        school.value(),
        year.first(),
        year.last(),
        school.value(),
        year.first(),
        year.last(),
        school.value(),
        year.year() - 1,
        school.value(),
        person);
    return notes;
  }

  /** Lists a student's tries, newest first, those that were voided included. */
  public List<ContactNote> listContacts(Connection connection, SchoolId school, StudentId student) {
    return Sql.list(
        connection,
        "SELECT contact_id, contact_on, how, reached, safety_confirmed, aim, method, outcome,"
            + " recorded_by, recorded_by_name, recorded_by_title, recorded_at, void_reason"
            + " FROM watch_contact WHERE school_id = ? AND student_id = ?"
            + " ORDER BY contact_on DESC, recorded_at DESC",
        row ->
            new ContactNote(
                row.getString(1),
                student,
                row.getObject(2, LocalDate.class),
                row.getString(3),
                row.getBoolean(4),
                row.getBoolean(5),
                row.getString(6),
                row.getString(7),
                row.getString(8),
                row.getString(9),
                row.getString(10),
                row.getString(11),
                row.getObject(12, OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getString(13))),
        school.value(),
        student.value());
  }

  /** Adds a try. */
  public void addContact(Connection connection, SchoolId school, ContactNote row) {
    Sql.update(
        connection,
        "INSERT INTO watch_contact (school_id, contact_id, student_id, contact_on, how, reached,"
            + " safety_confirmed, aim, method, outcome, recorded_by, recorded_by_name,"
            + " recorded_by_title, recorded_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        school.value(),
        row.id(),
        row.student().value(),
        row.on(),
        row.how(),
        row.reached(),
        row.safe(),
        row.aim(),
        row.method(),
        row.outcome(),
        row.by(),
        row.byName(),
        row.byTitle(),
        row.at());
  }

  /**
   * Voids a try that was written down wrongly; the row stays.
   *
   * @return false where there is none that still holds
   */
  public boolean voidContact(
      Connection connection,
      SchoolId school,
      StudentId student,
      String contact,
      String by,
      String reason,
      Instant at) {
    return Sql.update(
            connection,
            "UPDATE watch_contact SET voided_by = ?, voided_at = ?, void_reason = ?"
                + " WHERE school_id = ? AND contact_id = ? AND student_id = ?"
                + " AND voided_at IS NULL",
            by,
            at,
            reason,
            school.value(),
            contact,
            student.value())
        == 1;
  }

  /** Adds an answer; the newest one holds. */
  public void addAnswer(Connection connection, SchoolId school, BullyingAnswer row) {
    Sql.update(
        connection,
        "INSERT INTO watch_answer (school_id, answer_id, student_id, answered_on, outcome, note,"
            + " recorded_by, recorded_by_name, recorded_by_title, recorded_at)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        school.value(),
        row.id(),
        row.student().value(),
        row.on(),
        row.outcome(),
        row.note(),
        row.by(),
        row.byName(),
        row.byTitle(),
        row.at());
  }

  /** Lists a student's answers, newest first. */
  public List<BullyingAnswer> listAnswers(
      Connection connection, SchoolId school, StudentId student) {
    return Sql.list(
        connection,
        "SELECT answer_id, answered_on, outcome, note, recorded_by, recorded_by_name,"
            + " recorded_by_title, recorded_at FROM watch_answer"
            + " WHERE school_id = ? AND student_id = ? ORDER BY answered_on DESC, recorded_at DESC",
        row ->
            new BullyingAnswer(
                row.getString(1),
                student,
                row.getObject(2, LocalDate.class),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getObject(8, OffsetDateTime.class).toInstant()),
        school.value(),
        student.value());
  }

  /**
   * Last year's figures of a student.
   *
   * @param student the student
   * @param absent days absent of the guidance record
   * @param credited days credited in a row of the sheet
   */
  public record LastYear(StudentId student, int absent, int credited) {}

  /** Replaces last year's figures of a school. */
  public void putLastYear(
      Connection connection, SchoolId school, int schoolYear, Collection<LastYear> figures) {
    Sql.update(
        connection,
        "DELETE FROM watch_last_year WHERE school_id = ? AND school_year = ?",
        school.value(),
        schoolYear);
    Sql.batch(
        connection,
        "INSERT INTO watch_last_year (school_id, school_year, student_id, days_absent,"
            + " days_credited) VALUES (?, ?, ?, ?, ?)",
        figures.stream()
            .map(
                one ->
                    new Object[] {
                      school.value(),
                      schoolYear,
                      one.student().value(),
                      one.absent(),
                      one.credited()
                    })
            .toList());
  }
}
