// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.desk.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.tsunagi.api.store.Store;

/** Statements on the desk's store; inside a transaction of the thread they belong to it. */
public final class DeskSql {
  private static final int FETCH_ROWS = 2000;

  private final Store store;

  /** Makes statements run on the store. */
  public DeskSql(Store store) {
    this.store = store;
  }

  /** Sets the parameters of a statement. */
  @FunctionalInterface
  public interface Binder {
    /** Sets them in the order of the question marks. */
    void bind(Parameters parameters) throws SQLException;
  }

  /** Sets the parameters of one item of a batch. */
  @FunctionalInterface
  public interface ItemBinder<I> {
    /** Sets them in the order of the question marks. */
    void bind(Parameters parameters, I item) throws SQLException;
  }

  /** Makes a value of a row. */
  @FunctionalInterface
  public interface Mapper<T> {
    /** Reads the row. */
    T map(Columns columns) throws SQLException;
  }

  /** Lists the rows of a query. */
  public <T> List<T> list(String sql, Binder binder, Mapper<T> mapper) {
    List<T> found = new ArrayList<>();
    each(sql, binder, mapper, found::add);
    return found;
  }

  /** Finds the first row of a query. */
  public <T> Optional<T> find(String sql, Binder binder, Mapper<T> mapper) {
    return list(sql, binder, mapper).stream().findFirst();
  }

  /** Hands the rows of a query to the consumer, some at a time. */
  public <T> void stream(String sql, Binder binder, Mapper<T> mapper, Consumer<T> consumer) {
    // PostgreSQL sends rows in portions only inside a transaction.
    inTransaction(
        () -> {
          each(sql, binder, mapper, consumer);
          return true;
        });
  }

  /** Runs one writing statement and returns how many rows it touched. */
  public int update(String sql, Binder binder) {
    try (Connection connection = store.dataSource().getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      binder.bind(new Parameters(statement));
      return statement.executeUpdate();
    } catch (SQLException e) {
      throw new StoreException(e);
    }
  }

  /** Runs one writing statement for every item, in one batch. */
  public <I> void batch(String sql, List<I> items, ItemBinder<I> binder) {
    if (items.isEmpty()) {
      return;
    }
    try (Connection connection = store.dataSource().getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      Parameters parameters = new Parameters(statement);
      for (I item : items) {
        binder.bind(parameters, item);
        parameters.addBatch();
      }
      statement.executeBatch();
    } catch (SQLException e) {
      throw new StoreException(e);
    }
  }

  /** Runs work in one transaction, joining the one that is running on this thread. */
  public <T> T inTransaction(Supplier<T> work) {
    return store.<T, RuntimeException>transact(connection -> work.get());
  }

  /**
   * Takes numbers of a kind, to be used in this transaction.
   *
   * @param kind a row of {@code desk_number}
   * @param count how many, 1 or more
   * @return the first of them
   */
  public int takeNumbers(String kind, int count) {
    update(
        "UPDATE desk_number SET next_no = next_no + ? WHERE kind = ?",
        p -> p.number(count).text(kind));
    return find(
                "SELECT next_no FROM desk_number WHERE kind = ?",
                p -> p.text(kind),
                c -> c.number("next_no"))
            .orElseThrow()
        - count;
  }

  private <T> void each(String sql, Binder binder, Mapper<T> mapper, Consumer<? super T> consumer) {
    try (Connection connection = store.dataSource().getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setFetchSize(FETCH_ROWS);
      binder.bind(new Parameters(statement));
      try (ResultSet rows = statement.executeQuery()) {
        Columns columns = new Columns(rows);
        while (rows.next()) {
          consumer.accept(mapper.map(columns));
        }
      }
    } catch (SQLException e) {
      throw new StoreException(e);
    }
  }
}
