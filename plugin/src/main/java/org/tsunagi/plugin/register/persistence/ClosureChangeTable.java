// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register.persistence;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.api.attendance.MarkChange;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.plugin.platform.SchoolClock;
import org.tsunagi.plugin.platform.sql.Sql;

/** What changes of closures did to the figures, as it was told then. */
@Component(service = ClosureChangeTable.class)
public final class ClosureChangeTable {
  private static final String COLUMNS =
      "SELECT c.change_id, c.closure_id, c.action, c.reason, c.effect, c.changed_by_name,"
          + " c.changed_by_title, c.changed_at FROM closure_change c";

  private final SchoolClock clock;

  /** Makes the table. */
  @Activate
  public ClosureChangeTable(@Reference SchoolClock clock) {
    this.clock = clock;
  }

  /**
   * A change.
   *
   * @param id its id
   * @param closure the closure's id
   * @param action {@code add, change} or {@code void}
   * @param reason why; empty where none was asked for
   * @param effect what it did, as JSON
   * @param by who made it
   * @param title the title of that person
   * @param at when
   */
  public record Change(
      String id,
      String closure,
      String action,
      String reason,
      String effect,
      String by,
      String title,
      Instant at) {}

  /** Keeps a change. */
  public void add(
      Connection connection,
      SchoolId school,
      String closure,
      Optional<String> replaces,
      String action,
      String reason,
      String effect,
      MarkChange.Author author) {
    Sql.update(
        connection,
        "INSERT INTO closure_change (school_id, change_id, closure_id, replaces_id, action, reason,"
            + " effect, changed_by, changed_by_name, changed_by_title, changed_at)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        school.value(),
        UUID.randomUUID().toString(),
        closure,
        replaces.orElse(null),
        action,
        reason,
        effect,
        author.id(),
        author.name(),
        author.title(),
        clock.now());
  }

  /** Lists the changes of a closure, newest first. */
  public List<Change> list(Connection connection, SchoolId school, String closure) {
    return Sql.list(
        connection,
        COLUMNS + " WHERE c.school_id = ? AND c.closure_id = ? ORDER BY c.changed_at DESC",
        ClosureChangeTable::read,
        school.value(),
        closure);
  }

  /** Lists the changes of the closures that touch a range, newest first. */
  public List<Change> list(
      Connection connection, SchoolId school, LocalDate first, LocalDate last) {
    return Sql.list(
        connection,
        COLUMNS
            + " JOIN closure k ON k.school_id = c.school_id AND k.closure_id = c.closure_id"
            + " WHERE c.school_id = ? AND k.first_on <= ? AND k.last_on >= ?"
            + " ORDER BY c.changed_at DESC",
        ClosureChangeTable::read,
        school.value(),
        last,
        first);
  }

  /**
   * Tells whether a school is known not to be public, so that it need not report a closure.
   *
   * <p>Basis: 学校教育法施行規則63条 (公立小学校についてはこの旨を教育委員会に報告しなければならない).
   */
  public boolean notPublic(Connection connection, SchoolId school) {
    return Sql.list(
            connection,
            "SELECT establishing_body FROM school_profile WHERE school_id = ?",
            row -> row.getString(1),
            school.value())
        .stream()
        .anyMatch(body -> !body.isEmpty() && !body.equals("public"));
  }

  private static Change read(ResultSet row) throws SQLException {
    return new Change(
        row.getString(1),
        row.getString(2),
        row.getString(3),
        row.getString(4),
        row.getString(5),
        row.getString(6),
        row.getString(7),
        row.getObject(8, OffsetDateTime.class).toInstant());
  }
}
