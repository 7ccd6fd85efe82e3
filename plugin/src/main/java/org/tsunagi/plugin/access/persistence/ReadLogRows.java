// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.access.persistence;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.plugin.access.domain.ReadEntry;

/**
 * The read log.
 *
 * @param connection the connection of the command
 */
public record ReadLogRows(Connection connection) {
  /**
   * Adds a reading; an ordinary one of somebody whose emergency for this child still runs becomes
   * one in an emergency, with its reason.
   */
  public void add(StudentId student, ReadEntry entry) {
    String sql =
        "INSERT INTO read_log (school_id, student_id, id, read_at, actor_id, actor_name,"
            + " actor_title, section, way, reason) SELECT v.school_id, v.student_id, v.id,"
            + " v.read_at, v.actor_id, v.actor_name, v.actor_title, v.section,"
            + " CASE WHEN v.way = 'ordinary' AND v.running IS NOT NULL THEN 'emergency'"
            + " ELSE v.way END,"
            + " CASE WHEN v.way = 'ordinary' THEN COALESCE(v.running, '') ELSE v.reason END"
            + " FROM (SELECT CAST(? AS varchar(255)) AS school_id,"
            + " CAST(? AS varchar(255)) AS student_id, CAST(? AS uuid) AS id,"
            + " CAST(? AS timestamp(6) with time zone) AS read_at,"
            + " CAST(? AS varchar(300)) AS actor_id, CAST(? AS varchar(300)) AS actor_name,"
            + " CAST(? AS varchar(50)) AS actor_title, CAST(? AS varchar(100)) AS section,"
            + " CAST(? AS varchar(10)) AS way, CAST(? AS varchar(1000)) AS reason,"
            + " (SELECT MAX(e.reason) FROM emergency_access e WHERE e.staff_id = ?"
            + " AND e.student_id = ? AND e.school_id = ? AND e.ends_at > ?) AS running) v";
    try (PreparedStatement insert = connection.prepareStatement(sql)) {
      insert.setString(1, entry.schoolId());
      insert.setString(2, student.value());
      insert.setObject(3, UUID.randomUUID());
      insert.setObject(4, entry.readAt().atOffset(ZoneOffset.UTC));
      insert.setString(5, entry.actorId());
      insert.setString(6, entry.actorName());
      insert.setString(7, entry.actorTitle());
      insert.setString(8, entry.section());
      insert.setString(9, entry.way());
      insert.setString(10, entry.reason());
      insert.setString(11, entry.actorId());
      insert.setString(12, student.value());
      insert.setString(13, entry.schoolId());
      insert.setObject(14, entry.readAt().atOffset(ZoneOffset.UTC));
      insert.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("the read log can't be written", e);
    }
  }

  /** Lists who read a student's sheets, newest first. */
  public List<ReadEntry> list(StudentId student, int offset, int limit) {
    String sql =
        "SELECT read_at, actor_id, actor_name, actor_title, school_id, section, way, reason"
            + " FROM read_log WHERE student_id = ? ORDER BY read_at DESC, id LIMIT ? OFFSET ?";
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      select.setString(1, student.value());
      select.setInt(2, limit);
      select.setInt(3, offset);
      List<ReadEntry> found = new ArrayList<>();
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          found.add(
              new ReadEntry(
                  rows.getObject(1, OffsetDateTime.class).toInstant(),
                  rows.getString(2),
                  rows.getString(3),
                  rows.getString(4),
                  rows.getString(5),
                  rows.getString(6),
                  rows.getString(7),
                  rows.getString(8)));
        }
      }
      return found;
    } catch (SQLException e) {
      throw new IllegalStateException("the read log can't be read", e);
    }
  }
}
