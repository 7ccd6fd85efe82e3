// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.access.persistence;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.plugin.access.domain.AuditHead;
import org.tsunagi.plugin.access.domain.AuditRow;

/**
 * The written audit rows and read log, for reading only.
 *
 * @param connection the connection of the command
 */
public record AuditRows(Connection connection) {
  /** The chain of what belongs to no school. */
  public static final String INSTALLATION = "installation";

  private static final int FETCH = 1000;
  private static final String COLUMNS =
      "SELECT chain, seq, recorded_at, actor_id, actor_name, action, object, facts, previous_hash,"
          + " hash FROM audit_row ";

  /** Returns the chain of a school, or of the installation. */
  public static String chain(Optional<SchoolId> school) {
    return school.map(id -> "school:" + id.value()).orElse(INSTALLATION);
  }

  /** Lists all chains. */
  public List<String> listChains() {
    try (PreparedStatement select =
            connection.prepareStatement("SELECT chain FROM audit_head ORDER BY chain");
        ResultSet rows = select.executeQuery()) {
      List<String> chains = new ArrayList<>();
      while (rows.next()) {
        chains.add(rows.getString(1));
      }
      return chains;
    } catch (SQLException e) {
      throw unreadable(e);
    }
  }

  /** Returns the head of a chain; an empty chain has one too. */
  public AuditHead head(String chain) {
    try (PreparedStatement select =
        connection.prepareStatement("SELECT seq, hash FROM audit_head WHERE chain = ?")) {
      select.setString(1, chain);
      try (ResultSet row = select.executeQuery()) {
        return row.next()
            ? new AuditHead(row.getLong(1), row.getString(2))
            : new AuditHead(0, AuditRow.START);
      }
    } catch (SQLException e) {
      throw unreadable(e);
    }
  }

  /** Lists the rows of a chain from an instant on and after a number, oldest first. */
  public List<AuditRow> list(String chain, Instant from, long after, int limit) {
    String sql = COLUMNS + "WHERE chain = ? AND seq > ? AND recorded_at >= ? ORDER BY seq LIMIT ?";
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      select.setString(1, chain);
      select.setLong(2, after);
      select.setObject(3, from.atOffset(ZoneOffset.UTC));
      select.setInt(4, limit);
      List<AuditRow> found = new ArrayList<>();
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          found.add(row(rows));
        }
      }
      return found;
    } catch (SQLException e) {
      throw unreadable(e);
    }
  }

  /** Hands every row up to a number to the consumer, in their order, a thousand in memory. */
  public void stream(String chain, long last, Consumer<AuditRow> consumer) {
    long after = Long.MIN_VALUE;
    String sql = COLUMNS + "WHERE chain = ? AND seq > ? AND seq <= ? ORDER BY seq LIMIT ?";
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      int read = FETCH;
      while (read == FETCH) {
        select.setString(1, chain);
        select.setLong(2, after);
        select.setLong(3, last);
        select.setInt(4, FETCH);
        read = 0;
        try (ResultSet rows = select.executeQuery()) {
          while (rows.next()) {
            AuditRow row = row(rows);
            consumer.accept(row);
            after = row.seq();
            read++;
          }
        }
      }
    } catch (SQLException e) {
      throw unreadable(e);
    }
  }

  /** Counts the rows of a chain that lie beyond its head; there must be none. */
  public int countBeyondHead(String chain) {
    String sql =
        "SELECT count(*) FROM audit_row r JOIN audit_head h ON h.chain = r.chain"
            + " WHERE r.chain = ? AND r.seq > h.seq";
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      select.setString(1, chain);
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return row.getInt(1);
      }
    } catch (SQLException e) {
      throw unreadable(e);
    }
  }

  private static AuditRow row(ResultSet rows) throws SQLException {
    return new AuditRow(
        rows.getString(1),
        rows.getLong(2),
        rows.getObject(3, OffsetDateTime.class).toInstant(),
        rows.getString(4),
        rows.getString(5),
        rows.getString(6),
        rows.getString(7),
        rows.getString(8),
        rows.getString(9),
        rows.getString(10));
  }

  private static IllegalStateException unreadable(SQLException e) {
    return new IllegalStateException("the audit tables can't be read", e);
  }
}
