// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.supportsheet.persistence;

import java.sql.Connection;
import java.time.OffsetDateTime;
import java.util.List;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.plugin.platform.sql.Sql;
import org.tsunagi.plugin.supportsheet.domain.SheetEvent;

/**
 * The steps in the life of the parts; rows are only added, under the part's lock.
 *
 * @param connection the connection of the running transaction
 */
public record EventTable(Connection connection) {
  /** Lists the steps of a part, the newest first. */
  public List<SheetEvent> list(long sheet) {
    return Sql.list(
        connection,
        "SELECT step, to_state, version_number, reason, done_by_name, done_by_title, done_at"
            + " FROM sheet_event WHERE sheet_id = ? ORDER BY event_number DESC",
        row ->
            new SheetEvent(
                row.getString(1),
                row.getString(2),
                row.getInt(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getObject(7, OffsetDateTime.class).toInstant()),
        sheet);
  }

  /** Adds a step. */
  public void add(SchoolId school, long sheet, SheetEvent event, String by) {
    Sql.update(
        connection,
        "INSERT INTO sheet_event (school_id, sheet_id, event_number, step, to_state,"
            + " version_number, reason, done_by, done_by_name, done_by_title, done_at)"
            + " SELECT ?, ?, COALESCE(MAX(event_number), 0) + 1, ?, ?, ?, ?, ?, ?, ?, ?"
            + " FROM sheet_event WHERE sheet_id = ?",
        school.value(),
        sheet,
        event.step(),
        event.state(),
        event.version(),
        event.reason(),
        by,
        event.doneBy(),
        event.doneTitle(),
        event.doneAt(),
        sheet);
  }
}
