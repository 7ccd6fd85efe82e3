// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.platform.sql;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Constant statements with parameters, on the connection of the running transaction. */
public final class Sql {
  private static final int FETCH = 2000;

  private Sql() {}

  /** Reads one row. */
  @FunctionalInterface
  public interface Reader<T> {
    /** Makes a value of the row. */
    T read(ResultSet row) throws SQLException;
  }

  /** Takes one row. */
  @FunctionalInterface
  public interface Taker {
    /** Takes the row. */
    void take(ResultSet row) throws SQLException;
  }

  /** Lists the rows of a query. */
  public static <T> List<T> list(
      Connection connection, String sql, Reader<T> reader, Object... values) {
    List<T> rows = new ArrayList<>();
    each(connection, sql, row -> rows.add(reader.read(row)), values);
    return rows;
  }

  /** Hands on the rows of a query, one by one. */
  public static void each(Connection connection, String sql, Taker taker, Object... values) {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setFetchSize(FETCH);
      bind(statement, values);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          taker.take(rows);
        }
      }
    } catch (SQLException e) {
      throw new SqlException(e);
    }
  }

  /** Runs an update and returns how many rows it met. */
  public static int update(Connection connection, String sql, @Nullable Object... values) {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      bind(statement, values);
      return statement.executeUpdate();
    } catch (SQLException e) {
      throw new SqlException(e);
    }
  }

  /** Runs one statement for many rows, in one batch. */
  public static void batch(Connection connection, String sql, Collection<@Nullable Object[]> rows) {
    if (rows.isEmpty()) {
      return;
    }
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (@Nullable Object[] values : rows) {
        bind(statement, values);
        statement.addBatch();
      }
      statement.executeBatch();
    } catch (SQLException e) {
      throw new SqlException(e);
    }
  }

  /** Makes an array parameter of a base type that both databases know: integer, varchar … */
  public static Array array(
      Connection connection, String type, Collection<? extends @Nullable Object> of) {
    try {
      return connection.createArrayOf(type, of.toArray());
    } catch (SQLException e) {
      throw new SqlException(e);
    }
  }

  private static void bind(PreparedStatement statement, @Nullable Object... values)
      throws SQLException {
    for (int i = 0; i < values.length; i++) {
      Object value = values[i];
      if (value instanceof Instant instant) {
        statement.setObject(i + 1, instant.atOffset(ZoneOffset.UTC));
      } else if (value instanceof Array array) {
        statement.setArray(i + 1, array);
      } else {
        statement.setObject(i + 1, value);
      }
    }
  }
}
