// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.guidancerecord.persistence;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import org.tsunagi.api.access.Actor;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.plugin.guidancerecord.domain.RecordNotes;
import org.tsunagi.plugin.platform.Json;
import org.tsunagi.plugin.platform.sql.Sql;

/** What people typed beside the figures; every save is a version, and rows are only added. */
@Component(service = NotesTable.class)
public final class NotesTable {
  private static final String COLUMNS =
      "SELECT n.school_id, n.school_year, n.version_number, n.content, n.saved_by_name, n.saved_at"
          + " FROM record_notes n";

  /**
   * A version.
   *
   * @param school the school
   * @param schoolYear the school year
   * @param version 1 or more
   * @param notes what was typed
   * @param savedBy who saved it, by name
   * @param savedAt when
   */
  public record Saved(
      SchoolId school,
      int schoolYear,
      int version,
      RecordNotes notes,
      String savedBy,
      Instant savedAt) {}

  /** Lists the newest version of each school and year of a student. */
  public List<Saved> ofStudent(Connection connection, StudentId student) {
    return Sql.list(
        connection,
        COLUMNS
            + " WHERE n.student_id = ? AND NOT EXISTS (SELECT 1 FROM record_notes m"
            + " WHERE m.school_id = n.school_id AND m.student_id = n.student_id"
            + " AND m.school_year = n.school_year AND m.version_number > n.version_number)"
            + " ORDER BY n.school_year, n.school_id",
        NotesTable::saved,
        student.value());
  }

  /** Finds the newest version of one school's year. */
  public Optional<Saved> newest(
      Connection connection, SchoolId school, StudentId student, int schoolYear) {
    return Sql.list(
            connection,
            COLUMNS
                + " WHERE n.school_id = ? AND n.student_id = ? AND n.school_year = ?"
                + " ORDER BY n.version_number DESC LIMIT 1",
            NotesTable::saved,
            school.value(),
            student.value(),
            schoolYear)
        .stream()
        .findFirst();
  }

  /**
   * Adds a version.
   *
   * @return whether it was added; not where somebody else added the same number meanwhile
   */
  public boolean add(Connection connection, Saved saved, StudentId student, Actor actor) {
    return Sql.update(
            connection,
            "INSERT INTO record_notes (school_id, student_id, school_year, version_number,"
                + " content, saved_by, saved_by_name, saved_at)"
                + " SELECT CAST(? AS varchar(255)), CAST(? AS varchar(255)), CAST(? AS integer),"
                + " CAST(? AS integer), CAST(? AS varchar(500000)), CAST(? AS varchar(300)),"
                + " CAST(? AS varchar(300)), CAST(? AS timestamp(6) with time zone)"
                + " WHERE NOT EXISTS (SELECT 1 FROM record_notes WHERE school_id = ?"
                + " AND student_id = ? AND school_year = ? AND version_number >= ?)",
            saved.school().value(),
            student.value(),
            saved.schoolYear(),
            saved.version(),
            write(saved.notes()),
            actor.id(),
            actor.name(),
            saved.savedAt(),
            saved.school().value(),
            student.value(),
            saved.schoolYear(),
            saved.version())
        > 0;
  }

  private static Saved saved(ResultSet row) throws SQLException {
    return new Saved(
        new SchoolId(row.getString(1)),
        row.getInt(2),
        row.getInt(3),
        read(row.getString(4)),
        row.getString(5),
        row.getObject(6, OffsetDateTime.class).toInstant());
  }

  private static String write(RecordNotes notes) {
    try {
      return Json.MAPPER.writeValueAsString(notes);
    } catch (JsonProcessingException e) {
      e.clearLocation();
      throw new IllegalStateException("texts can't be written", e);
    }
  }

  private static RecordNotes read(String content) {
    try {
      return Json.MAPPER.readValue(content, RecordNotes.class);
    } catch (JsonProcessingException e) {
      e.clearLocation();
      throw new IllegalStateException("stored texts can't be read", e);
    }
  }
}
