// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.desk.account;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.api.store.Store;

/** What was done to accounts and settings: who, what, when, to whom by id. */
@Component(service = DeskEvents.class)
public final class DeskEvents {
  private final Sql sql;
  private final DeskClock clock;

  /** Takes the database and the clock. */
  @Activate
  public DeskEvents(@Reference Store store, @Reference DeskClock clock) {
    this.sql = new Sql(store);
    this.clock = clock;
  }

  /**
   * An event.
   *
   * @param happenedAt when
   * @param doneBy the name of the one who did it; the id where there is no account
   * @param kind the stable code of what was done
   * @param subject the name of the person, or the key of the setting
   * @param detail a code or a number; never personal text
   */
  public record Event(
      Instant happenedAt, String doneBy, String kind, String subject, String detail) {}

  /** Leaves a row, on the caller's transaction where there is one. */
  public void record(String by, String kind, String subject, String detail) {
    sql.update(
        "INSERT INTO desk_event (event_id, happened_at, done_by, kind, subject_id, detail)"
            + " VALUES (?, ?, ?, ?, ?, ?)",
        UUID.randomUUID().toString(),
        clock.now(),
        by,
        kind,
        subject,
        detail);
  }

  /** Lists the newest events. */
  public List<Event> listNewest(int limit) {
    return sql.list(
        "SELECT e.happened_at, e.kind, e.detail,"
            + " COALESCE(bs.name, b.display_name, e.done_by) AS done_by_name,"
            + " COALESCE(ts.name, t.display_name, e.subject_id) AS subject_name"
            + " FROM desk_event e LEFT JOIN desk_account b ON b.account_id = e.done_by"
            + " LEFT JOIN desk_staff bs ON bs.staff_id = b.staff_id"
            + " LEFT JOIN desk_account t ON t.account_id = e.subject_id"
            + " LEFT JOIN desk_staff ts ON ts.staff_id = t.staff_id"
            + " ORDER BY e.happened_at DESC, e.event_id FETCH FIRST ? ROWS ONLY",
        row ->
            new Event(
                Sql.instant(row, "happened_at"),
                row.getString("done_by_name"),
                row.getString("kind"),
                row.getString("subject_name"),
                row.getString("detail")),
        limit);
  }
}
