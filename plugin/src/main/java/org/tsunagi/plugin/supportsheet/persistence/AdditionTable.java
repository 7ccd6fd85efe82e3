// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.supportsheet.persistence;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.tsunagi.api.access.Actor;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.plugin.platform.sql.Sql;
import org.tsunagi.plugin.platform.sql.SqlException;
import org.tsunagi.plugin.shared.LocalScope;
import org.tsunagi.plugin.supportsheet.domain.FormAddition;
import org.tsunagi.plugin.supportsheet.domain.SheetKind;

/**
 * The sections that schools, municipalities and the installation added to the form.
 *
 * @param connection the connection of the running transaction
 */
public record AdditionTable(Connection connection) {
  /** Counts what this process wrote. */
  public static final AtomicLong WRITES = new AtomicLong();

  private static final String COLUMNS =
      "SELECT scope_kind, scope_id, section_id, version_number, part, first_on, body"
          + " FROM form_addition";

  /** Lists all versions that concern a school, in one statement. */
  public List<FormAddition> listFor(SchoolId school) {
    return Sql.list(
        connection,
        COLUMNS
            + " WHERE scope_kind = 'installation' OR (scope_kind = 'school' AND scope_id = ?)"
            + " OR (scope_kind = 'municipality' AND scope_id ="
            + " (SELECT p.municipality FROM school_profile p WHERE p.school_id = ?))",
        AdditionTable::addition,
        school.value(),
        school.value());
  }

  /** Lists all versions of a scope. */
  public List<FormAddition> list(LocalScope scope) {
    return Sql.list(
        connection,
        COLUMNS + " WHERE scope_kind = ? AND scope_id = ? ORDER BY section_id, version_number",
        AdditionTable::addition,
        scope.kind().code(),
        scope.id());
  }

  /**
   * Adds a version.
   *
   * @throws SqlException where somebody added the same version meanwhile
   */
  public void add(FormAddition addition, Actor actor, Instant at) {
    Sql.update(
        connection,
        "INSERT INTO form_addition (scope_kind, scope_id, section_id, version_number, part,"
            + " first_on, body, set_by, set_by_name, set_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        addition.scope().kind().code(),
        addition.scope().id(),
        addition.section(),
        addition.version(),
        addition.part().code(),
        addition.first(),
        addition.body(),
        actor.id(),
        actor.name(),
        at);
    WRITES.incrementAndGet();
  }

  private static FormAddition addition(ResultSet row) throws SQLException {
    LocalScope.Kind kind = LocalScope.Kind.find(row.getString(1)).orElseThrow();
    return new FormAddition(
        new LocalScope(kind, row.getString(2)),
        row.getString(3),
        row.getInt(4),
        SheetKind.find(row.getString(5)).orElseThrow(),
        row.getObject(6, LocalDate.class),
        row.getString(7));
  }

  /** Lists the municipalities of the schools. */
  public List<String> listMunicipalities() {
    return Sql.list(
        connection,
        "SELECT DISTINCT municipality FROM school_profile WHERE municipality <> '' ORDER BY 1",
        row -> row.getString(1));
  }
}
