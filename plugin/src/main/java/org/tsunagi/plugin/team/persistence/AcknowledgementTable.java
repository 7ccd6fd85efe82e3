// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.team.persistence;

import java.sql.Connection;
import java.time.OffsetDateTime;
import java.util.List;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.plugin.platform.sql.Sql;
import org.tsunagi.plugin.team.domain.Acknowledgement;

/**
 * Who said to have read which content.
 *
 * @param connection the connection of the command
 */
public record AcknowledgementTable(Connection connection) {
  /** Lists the acknowledgements of a part, the newest first. */
  public List<Acknowledgement> list(SchoolId school, StudentId student, String partKey) {
    return Sql.list(
        connection,
        "SELECT person_id, person_name, person_title, version_number, content_hash,"
            + " section_classes, read_at"
            + " FROM acknowledgement WHERE school_id = ? AND student_id = ? AND part_key = ?"
            + " ORDER BY read_at DESC, person_id",
        row ->
            new Acknowledgement(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getInt(4),
                row.getString(5),
                row.getString(6),
                row.getObject(7, OffsetDateTime.class).toInstant()),
        school.value(),
        student.value(),
        partKey);
  }

  /** Adds an acknowledgement. */
  public void add(SchoolId school, StudentId student, String partKey, Acknowledgement one) {
    Sql.update(
        connection,
        "INSERT INTO acknowledgement (school_id, student_id, part_key, person_id, content_hash,"
            + " version_number, person_name, person_title, section_classes, read_at)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        school.value(),
        student.value(),
        partKey,
        one.person(),
        one.hash(),
        one.version(),
        one.name(),
        one.title(),
        one.classes(),
        one.readAt());
  }
}
