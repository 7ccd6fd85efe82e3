// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.desk.store;

import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Statement;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Counts the statements that a thread executes; used only when {@code tsunagi.timing} is set. */
public final class CountingDataSource implements DataSource {
  private static final ThreadLocal<int[]> COUNT = ThreadLocal.withInitial(() -> new int[1]);

  private final DataSource source;

  /** Wraps a data source. */
  public CountingDataSource(DataSource source) {
    this.source = source;
  }

  /** Begins to count anew on this thread. */
  public static void reset() {
    COUNT.get()[0] = 0;
  }

  /** Returns how many statements this thread executed since {@link #reset}; a batch counts once. */
  public static int count() {
    return COUNT.get()[0];
  }

  @Override
  public Connection getConnection() throws SQLException {
    return watch(Connection.class, source.getConnection());
  }

  @Override
  public Connection getConnection(String user, String password) throws SQLException {
    return watch(Connection.class, source.getConnection(user, password));
  }

  private static <T> T watch(Class<T> type, T target) {
    return type.cast(
        Proxy.newProxyInstance(
            CountingDataSource.class.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> call(target, method, arguments)));
  }

  private static @Nullable Object call(Object target, Method method, Object @Nullable [] arguments)
      throws Throwable {
    if (target instanceof Statement && method.getName().startsWith("execute")) {
      COUNT.get()[0]++;
    }
    Object result;
    try {
      result = method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause() == null ? e : e.getCause();
    }
    if (target instanceof Connection && result instanceof Statement) {
      @SuppressWarnings("unchecked")
      Class<Object> type = (Class<Object>) method.getReturnType();
      return watch(type, result);
    }
    return result;
  }

  @Override
  public @Nullable PrintWriter getLogWriter() throws SQLException {
    return source.getLogWriter();
  }

  @Override
  public void setLogWriter(@Nullable PrintWriter out) throws SQLException {
    source.setLogWriter(out);
  }

  @Override
  public void setLoginTimeout(int seconds) throws SQLException {
    source.setLoginTimeout(seconds);
  }

  @Override
  public int getLoginTimeout() throws SQLException {
    return source.getLoginTimeout();
  }

  @Override
  public Logger getParentLogger() throws SQLFeatureNotSupportedException {
    throw new SQLFeatureNotSupportedException();
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    return source.unwrap(type);
  }

  @Override
  public boolean isWrapperFor(Class<?> type) throws SQLException {
    return source.isWrapperFor(type);
  }
}
