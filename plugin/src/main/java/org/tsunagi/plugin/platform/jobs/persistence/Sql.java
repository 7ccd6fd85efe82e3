// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.platform.jobs.persistence;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Statements with parameters, and rows as values. */
public final class Sql {
  private Sql() {}

  /** Makes a value of the current row. */
  @FunctionalInterface
  public interface Row<T> {
    /** Reads the row. */
    T read(ResultSet rows) throws SQLException;
  }

  /** Runs an update and returns how many rows it met. */
  public static int update(Connection connection, String sql, Object... parameters) {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      bind(statement, parameters);
      return statement.executeUpdate();
    } catch (SQLException failure) {
      throw new IllegalStateException("statement failed", failure);
    }
  }

  /** Lists the rows of a query. */
  public static <T> List<T> list(
      Connection connection, String sql, Row<T> row, Object... parameters) {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      bind(statement, parameters);
      List<T> found = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          found.add(row.read(rows));
        }
      }
      return found;
    } catch (SQLException failure) {
      throw new IllegalStateException("query failed", failure);
    }
  }

  /** Finds the first row of a query. */
  public static <T> Optional<T> find(
      Connection connection, String sql, Row<T> row, Object... parameters) {
    return list(connection, sql, row, parameters).stream().findFirst();
  }

  /** Reads an instant; empty for null. */
  public static Optional<Instant> instant(ResultSet rows, String column) throws SQLException {
    return Optional.ofNullable(rows.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }

  private static void bind(PreparedStatement statement, Object... parameters) throws SQLException {
    for (int i = 0; i < parameters.length; i++) {
      Object value = parameters[i];
      if (value instanceof Instant instant) {
        statement.setObject(i + 1, instant.atOffset(ZoneOffset.UTC));
      } else if (value instanceof Optional<?> date) {
        if (date.isPresent() && date.get() instanceof LocalDate day) {
          statement.setObject(i + 1, day);
        } else {
          statement.setNull(i + 1, Types.DATE);
        }
      } else if (value instanceof byte[] bytes) {
        statement.setBytes(i + 1, bytes);
      } else {
        statement.setObject(i + 1, value);
      }
    }
  }
}
