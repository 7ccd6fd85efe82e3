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
import org.tsunagi.plugin.access.domain.ServiceAccount;

/**
 * The table of service accounts.
 *
 * @param connection the connection of the command
 */
public record ServiceAccountRows(Connection connection) {
  private static final String SELECT =
      "SELECT name, privileges, created_at, created_by, revoked_at, last_used_at"
          + " FROM service_account ";

  /** Finds the working account of a token's hash. */
  public Optional<ServiceAccount> findWorking(String tokenHash) {
    return select("WHERE token_hash = ? AND revoked_at IS NULL", tokenHash).stream().findFirst();
  }

  /** Finds an account, revoked or not. */
  public Optional<ServiceAccount> find(String name) {
    return select("WHERE name = ?", name).stream().findFirst();
  }

  /** Lists all accounts by name, revoked ones too. */
  public List<ServiceAccount> list() {
    return select("WHERE ? IS NOT NULL ORDER BY name", "all");
  }

  /** Writes an account with its token's hash; one of that name gets both anew. */
  public void save(ServiceAccount account, String tokenHash) {
    String update =
        "UPDATE service_account SET token_hash = ?, privileges = ?, created_at = ?, created_by = ?,"
            + " revoked_at = NULL, last_used_at = NULL WHERE name = ?";
    String insert =
        "INSERT INTO service_account (token_hash, privileges, created_at, created_by, name)"
            + " VALUES (?, ?, ?, ?, ?)";
    if (write(update, account, tokenHash) == 0) {
      write(insert, account, tokenHash);
    }
  }

  /** Revokes a working account. */
  public void revoke(String name, Instant at) {
    stamp(
        "UPDATE service_account SET revoked_at = ? WHERE name = ? AND revoked_at IS NULL",
        name,
        at);
  }

  /** Notes that an account was used. */
  public void touch(String name, Instant at) {
    stamp("UPDATE service_account SET last_used_at = ? WHERE name = ?", name, at);
  }

  private int write(String sql, ServiceAccount account, String tokenHash) {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, tokenHash);
      statement.setString(2, String.join(" ", account.privileges()));
      statement.setObject(3, account.createdAt().atOffset(ZoneOffset.UTC));
      statement.setString(4, account.createdBy());
      statement.setString(5, account.name());
      return statement.executeUpdate();
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  private void stamp(String sql, String name, Instant at) {
    try (PreparedStatement update = connection.prepareStatement(sql)) {
      update.setObject(1, at.atOffset(ZoneOffset.UTC));
      update.setString(2, name);
      update.executeUpdate();
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  private List<ServiceAccount> select(String where, String value) {
    try (PreparedStatement select = connection.prepareStatement(SELECT + where)) {
      select.setString(1, value);
      List<ServiceAccount> found = new ArrayList<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          found.add(
              new ServiceAccount(
                  row.getString(1),
                  List.of(row.getString(2).split(" ")),
                  row.getObject(3, OffsetDateTime.class).toInstant(),
                  row.getString(4),
                  instant(row, 5),
                  instant(row, 6)));
        }
      }
      return found;
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  private static Optional<Instant> instant(ResultSet row, int column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }

  private static IllegalStateException failed(SQLException e) {
    return new IllegalStateException("the table of service accounts does not answer", e);
  }
}
