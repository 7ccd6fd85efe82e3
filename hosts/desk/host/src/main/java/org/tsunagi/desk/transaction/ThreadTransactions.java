// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.desk.transaction;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.tsunagi.api.store.Work;
import org.tsunagi.desk.sql.StoreException;

/** Commands on a pool: one connection is bound to the thread until its command ends. */
public final class ThreadTransactions {
  private final DataSource pool;
  private final DataSource threadSource;
  private final ThreadLocal<@Nullable Connection> bound = new ThreadLocal<>();

  /** Runs commands on the pool. */
  public ThreadTransactions(DataSource pool) {
    this.pool = pool;
    this.threadSource = new ThreadBoundDataSource(pool, bound::get);
  }

  /** Returns the pool; inside a command it hands out the command's connection. */
  public DataSource dataSource() {
    return threadSource;
  }

  /**
   * Runs a command in one transaction, joining the one that is running on this thread.
   *
   * @param <T> what the command gives back
   * @param <E> what it may throw; any exception rolls everything back
   */
  public <T, E extends Exception> T transact(Work<T, E> work) throws E {
    Connection running = bound.get();
    if (running != null) {
      return work.run(running);
    }
    try (Connection connection = pool.getConnection()) {
      return transactOn(connection, work);
    } catch (SQLException e) {
      throw new StoreException(e);
    }
  }

  private <T, E extends Exception> T transactOn(Connection connection, Work<T, E> work)
      throws E, SQLException {
    connection.setAutoCommit(false);
    bound.set(ThreadBoundDataSource.shield(connection));
    boolean done = false;
    try {
      T result = work.run(ThreadBoundDataSource.shield(connection));
      connection.commit();
      done = true;
      return result;
    } finally {
      bound.remove();
      if (!done) {
        connection.rollback();
      }
      connection.setAutoCommit(true);
    }
  }
}
