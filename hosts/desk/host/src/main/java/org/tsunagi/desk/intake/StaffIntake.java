// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.desk.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tsunagi.api.intake.IntakeCounts;
import org.tsunagi.api.intake.RosterRow.StaffRow;
import org.tsunagi.api.staff.StaffId;
import org.tsunagi.desk.sql.DeskSql;

/** Takes staff. */
final class StaffIntake {
  private final DeskSql sql;
  private final Seen seen;

  StaffIntake(DeskSql sql, Seen seen) {
    this.sql = sql;
    this.seen = seen;
  }

  /** Takes staff; one that the source has ended keeps its row and may no longer sign in. */
  IntakeCounts take(List<StaffRow> rows) {
    Map<String, StaffRow> wanted = new LinkedHashMap<>();
    List<String> ended = new ArrayList<>();
    for (StaffRow row : rows) {
      if (row.ended()) {
        ended.add(row.staff().value());
      } else {
        wanted.put(row.staff().value(), row);
      }
      seen.staff.add(row.staff().value());
    }
    Difference<StaffRow> difference = Difference.of(wanted, read(wanted));
    write(
        """
        INSERT INTO desk_staff (username, name, kana, email, active, source, staff_id)
        VALUES (?, ?, ?, ?, TRUE, 'roster', ?)
        """,
        difference.added());
    write(
        """
        UPDATE desk_staff SET username = ?, name = ?, kana = ?, email = ?, active = TRUE, source = 'roster'
        WHERE staff_id = ?
        """,
        difference.changed());
    int nowEnded = end(ended);
    return difference.counts(nowEnded, ended.size() - nowEnded);
  }

  private Map<String, StaffRow> read(Map<String, StaffRow> wanted) {
    Map<String, StaffRow> there = new HashMap<>();
    sql.list(
            """
            SELECT staff_id, username, name, kana, email, active FROM desk_staff
            WHERE staff_id = ANY(?)
            """,
            p -> p.texts(wanted.keySet()),
            c ->
                new StaffRow(
                    new StaffId(c.text("staff_id")),
                    c.text("username"),
                    c.text("name"),
                    c.text("kana"),
                    c.text("email"),
                    !c.flag("active")))
        .forEach(row -> there.put(row.staff().value(), row));
    return there;
  }

  private void write(String statement, List<StaffRow> rows) {
    sql.batch(
        statement,
        rows,
        (p, row) ->
            p.text(row.username())
                .text(row.name())
                .text(row.kana())
                .text(row.email())
                .text(row.staff().value()));
  }

  private int end(List<String> ids) {
    return ids.isEmpty()
        ? 0
        : sql.update(
            "UPDATE desk_staff SET active = FALSE WHERE staff_id = ANY(?) AND active",
            p -> p.texts(ids));
  }

  /** Ends staff of earlier rosters whose last post this session ended and whom it did not put. */
  IntakeCounts endMissing() {
    List<String> candidates =
        seen.staffOfEndedPosts.stream().filter(id -> !seen.staff.contains(id)).toList();
    if (candidates.isEmpty()) {
      return IntakeCounts.NONE;
    }
    int ended =
        sql.update(
            """
            UPDATE desk_staff SET active = FALSE
            WHERE staff_id = ANY(?) AND active AND source = 'roster'
              AND NOT EXISTS (SELECT 1 FROM desk_post p
                WHERE p.staff_id = desk_staff.staff_id AND p.last_on IS NULL)
            """,
            p -> p.texts(candidates));
    return new IntakeCounts(0, 0, 0, ended);
  }
}
