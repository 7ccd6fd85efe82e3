// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.rosariosis.feed;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.tsunagi.desk.sql.Columns;
import org.tsunagi.desk.sql.DeskSql;

/** Rows that the triggers wrote, oldest first. */
final class Outbox {
  /** How many are told in one transaction. */
  static final int PORTION = 1000;

  private final DeskSql sql;

  Outbox(DeskSql sql) {
    this.sql = sql;
  }

  /**
   * What changed.
   *
   * @param id the row
   * @param kind {@code mark, stay, day} or {@code taken}
   * @param school the school's number; 0 where the trigger does not know it
   * @param year the school year; 0 where it does not know it
   * @param number the student's number, or for {@code taken} the teacher's
   * @param day the day; empty for stays
   */
  record Change(long id, String kind, int school, int year, int number, Optional<LocalDate> day) {}

  /** Tells whether this transaction is the one that may read; only one may, so order is kept. */
  boolean reserve() {
    return sql.find(
            "SELECT pg_try_advisory_xact_lock(hashtext('tsunagi.rosario_outbox')) AS mine",
            p -> {},
            c -> c.flag("mine"))
        .orElse(false);
  }

  List<Change> next() {
    return sql.list(
        """
        SELECT id, kind, school_id, school_year, student_id, day FROM rosario_outbox
        ORDER BY id LIMIT ?
        """,
        p -> p.number(PORTION),
        Outbox::change);
  }

  private static Change change(Columns c) throws SQLException {
    return new Change(
        Long.parseLong(c.text("id")),
        c.text("kind"),
        c.number("school_id"),
        c.number("school_year"),
        c.number("student_id"),
        c.optionalDate("day"));
  }

  // A row with a smaller number may be committed later, so what was read is deleted one by one.
  void delete(List<Change> told) {
    sql.batch(
        "DELETE FROM rosario_outbox WHERE id = CAST(? AS bigint)",
        told,
        (p, change) -> p.text(Long.toString(change.id())));
  }
}
