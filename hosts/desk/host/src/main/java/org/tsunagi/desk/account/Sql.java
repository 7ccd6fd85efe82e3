// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.desk.account;

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
import org.jspecify.annotations.Nullable;
import org.tsunagi.api.store.Store;
import org.tsunagi.desk.sql.StoreException;

/** Short statements on the desk's tables, on the thread's transaction where there is one. */
public final class Sql {
  private final Store store;

  /** Makes one for a database. */
  public Sql(Store store) {
    this.store = store;
  }

  /** Reads one row of a result. */
  @FunctionalInterface
  public interface Reading<T> {
    /** Reads the current row. */
    T read(ResultSet row) throws SQLException;
  }

  /** Lists the rows of a query. */
  public <T> List<T> list(String sql, Reading<T> reading, @Nullable Object... arguments) {
    try (Connection connection = store.dataSource().getConnection();
        PreparedStatement statement = prepare(connection, sql, arguments);
        ResultSet rows = statement.executeQuery()) {
      List<T> found = new ArrayList<>();
      while (rows.next()) {
        found.add(reading.read(rows));
      }
      return found;
    } catch (SQLException e) {
      throw new StoreException(e);
    }
  }

  /** Finds the first row of a query. */
  public <T> Optional<T> find(String sql, Reading<T> reading, @Nullable Object... arguments) {
    return list(sql, reading, arguments).stream().findFirst();
  }

  /** Counts by a query that gives one number. */
  public long count(String sql, @Nullable Object... arguments) {
    return find(sql, row -> row.getLong(1), arguments).orElse(0L);
  }

  /** Changes rows and returns how many. */
  public int update(String sql, @Nullable Object... arguments) {
    try (Connection connection = store.dataSource().getConnection();
        PreparedStatement statement = prepare(connection, sql, arguments)) {
      return statement.executeUpdate();
    } catch (SQLException e) {
      throw new StoreException(e);
    }
  }

  private static PreparedStatement prepare(
      Connection connection, String sql, @Nullable Object... arguments) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    for (int i = 0; i < arguments.length; i++) {
      Object value = arguments[i];
      statement.setObject(
          i + 1, value instanceof Instant instant ? instant.atOffset(ZoneOffset.UTC) : value);
    }
    return statement;
  }

  /** Reads an instant. */
  public static Instant instant(ResultSet row, String column) throws SQLException {
    return findInstant(row, column).orElse(Instant.EPOCH);
  }

  /** Reads an instant that may be absent. */
  public static Optional<Instant> findInstant(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }
}
