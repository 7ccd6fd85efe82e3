// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.duplicate.persistence;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tsunagi.api.access.Actor;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.plugin.duplicate.domain.Merge;
import org.tsunagi.plugin.platform.sql.Sql;

/**
 * The tables of merges.
 *
 * @param connection the connection of the command
 */
public record MergeTable(Connection connection) {
  private static final String ALL =
      "SELECT merge_id, student_id, into_student_id, state, reason, taken_parts, counts,"
          + " content_hash, proposed_by, proposed_by_name, done_by_name, done_at FROM student_merge";

  /**
   * A row that changed its owner.
   *
   * @param table its table
   * @param key its key as JSON
   * @param from whose it was
   * @param to whose it became
   */
  public record Moved(String table, String key, String from, String to) {}

  /** Lists the merges of a school, the newest first. */
  public List<Merge> list(SchoolId school) {
    return Sql.list(
        connection,
        ALL + " WHERE school_id = ? ORDER BY proposed_at DESC, merge_id",
        MergeTable::row,
        school.value());
  }

  /** Finds a merge in a state, and holds it against other people. */
  public Optional<Merge> hold(SchoolId school, String id, String state) {
    return Sql.list(
            connection,
            ALL + " WHERE school_id = ? AND merge_id = ? AND state = ? FOR UPDATE",
            MergeTable::row,
            school.value(),
            id,
            state)
        .stream()
        .findFirst();
  }

  /** Finds where an id went that was given up, the newest first. */
  public List<Merge> listDone(StudentId given) {
    return Sql.list(
        connection,
        ALL + " WHERE student_id = ? AND state = 'done' ORDER BY done_at DESC",
        MergeTable::row,
        given.value());
  }

  /** Adds a proposal. */
  public void propose(SchoolId school, Merge one, Instant at) {
    Sql.update(
        connection,
        "INSERT INTO student_merge (school_id, merge_id, student_id, into_student_id, state, reason,"
            + " taken_parts, counts, content_hash, proposed_by, proposed_by_name, proposed_at,"
            + " done_by_name, closed_by_name, close_reason)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '', '', '')",
        school.value(),
        one.id(),
        one.from().value(),
        one.into().value(),
        one.state(),
        one.reason(),
        String.join(" ", one.taken()),
        one.counts(),
        one.hash(),
        one.proposer(),
        one.proposerName(),
        at);
  }

  /** Notes that a merge was done. */
  public void done(SchoolId school, String id, Actor by, Instant at) {
    Sql.update(
        connection,
        "UPDATE student_merge SET state = 'done', done_by_name = ?, done_at = ?"
            + " WHERE school_id = ? AND merge_id = ?",
        by.name(),
        at,
        school.value(),
        id);
  }

  /** Closes a merge: dropped or undone. */
  public void close(SchoolId school, String id, String state, String reason, Actor by, Instant at) {
    Sql.update(
        connection,
        "UPDATE student_merge SET state = ?, closed_by_name = ?, closed_at = ?, close_reason = ?"
            + " WHERE school_id = ? AND merge_id = ?",
        state,
        by.name(),
        at,
        reason,
        school.value(),
        id);
  }

  /** Notes the rows that changed their owner, in order. */
  public void addMoved(SchoolId school, String id, List<Moved> all) {
    List<@Nullable Object[]> rows = new ArrayList<>();
    for (Moved one : all) {
      rows.add(
          new Object[] {
            school.value(), id, rows.size(), one.table(), one.key(), one.from(), one.to()
          });
    }
    Sql.batch(
        connection,
        "INSERT INTO student_merge_row (school_id, merge_id, row_no, table_name, row_key,"
            + " from_student_id, to_student_id) VALUES (?, ?, ?, ?, ?, ?, ?)",
        rows);
  }

  /** Lists the rows that changed their owner, in order. */
  public List<Moved> listMoved(SchoolId school, String id) {
    return Sql.list(
        connection,
        "SELECT table_name, row_key, from_student_id, to_student_id FROM student_merge_row"
            + " WHERE school_id = ? AND merge_id = ? ORDER BY row_no",
        row -> new Moved(row.getString(1), row.getString(2), row.getString(3), row.getString(4)),
        school.value(),
        id);
  }

  private static Merge row(ResultSet row) throws SQLException {
    String taken = row.getString(6);
    return new Merge(
        row.getString(1),
        new StudentId(row.getString(2)),
        new StudentId(row.getString(3)),
        row.getString(4),
        row.getString(5),
        taken.isEmpty() ? Set.of() : Set.of(taken.split(" ")),
        row.getString(7),
        row.getString(8),
        row.getString(9),
        row.getString(10),
        row.getString(11),
        Optional.ofNullable(row.getObject(12, OffsetDateTime.class))
            .map(OffsetDateTime::toInstant));
  }
}
