// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.desk.transaction;

import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Set;
import java.util.function.Supplier;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Hands out the connection of the thread's transaction, or one of the pool's. */
final class ThreadBoundDataSource implements DataSource {
  private static final Set<String> SHIELDED =
      Set.of("close", "commit", "rollback", "setAutoCommit", "abort");

  private final DataSource pool;
  private final Supplier<@Nullable Connection> bound;

  ThreadBoundDataSource(DataSource pool, Supplier<@Nullable Connection> bound) {
    this.pool = pool;
    this.bound = bound;
  }

  /** Returns the connection with everything shielded that would end its transaction. */
  static Connection shield(Connection connection) {
    return (Connection)
        Proxy.newProxyInstance(
            ThreadBoundDataSource.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, arguments) -> {
              if (SHIELDED.contains(method.getName()) && !takesSavepoint(arguments)) {
                return null;
              }
              try {
                return method.invoke(connection, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause() == null ? e : e.getCause();
              }
            });
  }

  private static boolean takesSavepoint(Object @Nullable [] arguments) {
    return arguments != null && arguments.length == 1 && arguments[0] instanceof java.sql.Savepoint;
  }

  @Override
  public Connection getConnection() throws SQLException {
    Connection running = bound.get();
    return running != null ? running : pool.getConnection();
  }

  @Override
  public Connection getConnection(String user, String password) throws SQLException {
    return getConnection();
  }

  @Override
  public @Nullable PrintWriter getLogWriter() throws SQLException {
    return pool.getLogWriter();
  }

  @Override
  public void setLogWriter(@Nullable PrintWriter out) throws SQLException {
    pool.setLogWriter(out);
  }

  @Override
  public void setLoginTimeout(int seconds) throws SQLException {
    pool.setLoginTimeout(seconds);
  }

  @Override
  public int getLoginTimeout() throws SQLException {
    return pool.getLoginTimeout();
  }

  @Override
  public Logger getParentLogger() throws SQLFeatureNotSupportedException {
    throw new SQLFeatureNotSupportedException();
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    return pool.unwrap(type);
  }

  @Override
  public boolean isWrapperFor(Class<?> type) throws SQLException {
    return pool.isWrapperFor(type);
  }
}
