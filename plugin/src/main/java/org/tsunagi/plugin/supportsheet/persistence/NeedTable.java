// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.supportsheet.persistence;

import java.sql.Connection;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.tsunagi.api.access.Actor;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.plugin.platform.sql.Sql;
import org.tsunagi.plugin.platform.sql.SqlException;
import org.tsunagi.plugin.supportsheet.domain.Need;
import org.tsunagi.plugin.supportsheet.domain.NeedSetting;

/**
 * The kinds of need for which a child has the sheet; the newest row is in force.
 *
 * @param connection the connection of the running transaction
 */
public record NeedTable(Connection connection) {
  /** Lists what was set, the newest first. */
  public List<NeedSetting> list(SchoolId school, StudentId student) {
    return Sql.list(
        connection,
        "SELECT version, kinds, recorded_by_name, recorded_at FROM student_need"
            + " WHERE school_id = ? AND student_id = ? ORDER BY version DESC",
        row ->
            new NeedSetting(
                row.getInt(1),
                kinds(row.getString(2)),
                row.getString(3),
                row.getObject(4, OffsetDateTime.class).toInstant()),
        school.value(),
        student.value());
  }

  /**
   * Adds what is set from now on.
   *
   * @throws SqlException where somebody set the same version meanwhile
   */
  public void add(
      SchoolId school, StudentId student, int version, Set<Need> kinds, Actor actor, Instant at) {
    String stored = kinds.stream().map(Need::code).sorted().collect(Collectors.joining(","));
    Sql.update(
        connection,
        "INSERT INTO student_need (school_id, student_id, version, kinds, recorded_by,"
            + " recorded_by_name, recorded_at) VALUES (?, ?, ?, ?, ?, ?, ?)",
        school.value(),
        student.value(),
        version,
        stored,
        actor.id(),
        actor.name(),
        at);
  }

  private static Set<Need> kinds(String stored) {
    return Arrays.stream(stored.split(","))
        .map(Need::find)
        .flatMap(Optional::stream)
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Need.class)));
  }
}
