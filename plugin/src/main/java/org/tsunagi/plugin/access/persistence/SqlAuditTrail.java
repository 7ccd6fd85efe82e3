// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.access.persistence;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.api.access.Actor;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.plugin.access.AuditTrail;
import org.tsunagi.plugin.access.domain.AuditHead;
import org.tsunagi.plugin.access.domain.AuditRow;
import org.tsunagi.plugin.access.domain.CanonicalFacts;
import org.tsunagi.plugin.access.domain.PostTitle;
import org.tsunagi.plugin.access.domain.ReadEntry;
import org.tsunagi.plugin.platform.SchoolClock;

/**
 * The audit chain and the read log in SQL. The head of a chain is locked until the command ends, so
 * rows of one school follow one another without gaps.
 */
@Component(service = AuditTrail.class)
public final class SqlAuditTrail implements AuditTrail {
  private final SchoolClock clock;

  /** Makes the trail. */
  @Activate
  public SqlAuditTrail(@Reference SchoolClock clock) {
    this.clock = clock;
  }

  @Override
  public void record(
      Connection connection,
      Actor actor,
      Optional<SchoolId> school,
      String action,
      String object,
      Map<String, String> facts) {
    String chain = AuditRows.chain(school);
    try {
      AuditHead head = lockHead(connection, chain);
      AuditRow row =
          new AuditRow(
                  chain,
                  head.seq() + 1,
                  clock.now(),
                  actor.id(),
                  actor.name(),
                  action,
                  object,
                  CanonicalFacts.write(facts),
                  head.hash(),
                  "")
              .sealed();
      insert(connection, row);
      moveHead(connection, row);
    } catch (SQLException e) {
      throw new IllegalStateException("the audit row can't be written", e);
    }
  }

  @Override
  public void recordRead(
      Connection connection, Actor actor, SchoolId school, StudentId student, String section) {
    noteRead(connection, actor, school, student, section, Optional.empty());
  }

  @Override
  public void recordOpening(
      Connection connection,
      Actor actor,
      SchoolId school,
      StudentId student,
      String section,
      String reason) {
    noteRead(connection, actor, school, student, section, Optional.of(reason));
  }

  /** Notes a reading; one without a reason of its own takes that of a running emergency. */
  private void noteRead(
      Connection connection,
      Actor actor,
      SchoolId school,
      StudentId student,
      String section,
      Optional<String> reason) {
    ReadEntry entry =
        new ReadEntry(
            clock.now(),
            actor.id(),
            actor.name(),
            PostTitle.of(actor, school, clock.today()),
            school.value(),
            section,
            reason.isPresent() ? "note" : "ordinary",
            reason.orElse(""));
    new ReadLogRows(connection).add(student, entry);
  }

  private static AuditHead lockHead(Connection connection, String chain) throws SQLException {
    Optional<AuditHead> head = selectHead(connection, chain);
    if (head.isEmpty()) {
      // A new chain is begun under the lock of the installation's chain, which always exists; so
      // two first commands of a school can't both begin it.
      selectHead(connection, AuditRows.INSTALLATION);
      head = selectHead(connection, chain);
    }
    if (head.isEmpty()) {
      AuditHead start = new AuditHead(0, AuditRow.START);
      insertHead(connection, chain, start);
      return start;
    }
    return head.get();
  }

  private static Optional<AuditHead> selectHead(Connection connection, String chain)
      throws SQLException {
    String sql = "SELECT seq, hash FROM audit_head WHERE chain = ? FOR UPDATE";
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      select.setString(1, chain);
      try (ResultSet row = select.executeQuery()) {
        return row.next()
            ? Optional.of(new AuditHead(row.getLong(1), row.getString(2)))
            : Optional.empty();
      }
    }
  }

  private static void insertHead(Connection connection, String chain, AuditHead head)
      throws SQLException {
    String sql = "INSERT INTO audit_head (chain, seq, hash) VALUES (?, ?, ?)";
    try (PreparedStatement insert = connection.prepareStatement(sql)) {
      insert.setString(1, chain);
      insert.setLong(2, head.seq());
      insert.setString(3, head.hash());
      insert.executeUpdate();
    }
  }

  private static void insert(Connection connection, AuditRow row) throws SQLException {
    String sql =
        "INSERT INTO audit_row (chain, seq, recorded_at, actor_id, actor_name, action, object,"
            + " facts, previous_hash, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    try (PreparedStatement insert = connection.prepareStatement(sql)) {
      insert.setString(1, row.chain());
      insert.setLong(2, row.seq());
      insert.setObject(3, row.at().atOffset(ZoneOffset.UTC));
      insert.setString(4, row.actorId());
      insert.setString(5, row.actorName());
      insert.setString(6, row.action());
      insert.setString(7, row.object());
      insert.setString(8, row.facts());
      insert.setString(9, row.previousHash());
      insert.setString(10, row.hash());
      insert.executeUpdate();
    }
  }

  private static void moveHead(Connection connection, AuditRow row) throws SQLException {
    String sql = "UPDATE audit_head SET seq = ?, hash = ? WHERE chain = ?";
    try (PreparedStatement update = connection.prepareStatement(sql)) {
      update.setLong(1, row.seq());
      update.setString(2, row.hash());
      update.setString(3, row.chain());
      update.executeUpdate();
    }
  }
}
