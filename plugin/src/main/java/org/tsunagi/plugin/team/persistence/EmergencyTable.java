// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.team.persistence;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.plugin.platform.sql.Sql;
import org.tsunagi.plugin.team.domain.Emergency;

/**
 * The emergencies of a school.
 *
 * @param connection the connection of the command
 */
public record EmergencyTable(Connection connection) {
  private static final String COLUMNS =
      "SELECT emergency_id, student_id, staff_id, staff_name, staff_title, reason, opened_at"
          + " FROM emergency_access ";

  /** Adds an emergency. */
  public void add(SchoolId school, Emergency emergency) {
    Sql.update(
        connection,
        "INSERT INTO emergency_access (school_id, emergency_id, student_id, staff_id, staff_name,"
            + " staff_title, reason, opened_at, ends_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        school.value(),
        emergency.id(),
        emergency.student().value(),
        emergency.staff(),
        emergency.staffName(),
        emergency.staffTitle(),
        emergency.reason(),
        emergency.openedAt(),
        emergency.endsAt());
  }

  /** Finds the newest emergency in which a person still reads a child's sheet. */
  public Optional<Emergency> findRunning(
      SchoolId school, StudentId student, String staff, Instant now) {
    return Sql.list(
            connection,
            COLUMNS
                + "WHERE school_id = ? AND student_id = ? AND staff_id = ? AND ends_at > ?"
                + " ORDER BY ends_at DESC LIMIT 1",
            EmergencyTable::read,
            school.value(),
            student.value(),
            staff,
            now)
        .stream()
        .findFirst();
  }

  /** Lists the emergencies of a child at a school, the newest first. */
  public List<Emergency> list(SchoolId school, StudentId student) {
    return Sql.list(
        connection,
        COLUMNS + "WHERE school_id = ? AND student_id = ? ORDER BY opened_at DESC, emergency_id",
        EmergencyTable::read,
        school.value(),
        student.value());
  }

  private static Emergency read(ResultSet row) throws SQLException {
    return new Emergency(
        row.getString(1),
        new StudentId(row.getString(2)),
        row.getString(3),
        row.getString(4),
        row.getString(5),
        row.getString(6),
        row.getObject(7, OffsetDateTime.class).toInstant());
  }
}
