// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** A database whose connection breaks after a statement, or where the transaction would commit. */
final class FailingSource {
  private final DataSource database;
  private int left;
  private boolean broken;

  FailingSource(DataSource database) {
    this.database = database;
  }

  /** Breaks after so many statements from now on; the commit counts as one. */
  void breakAfter(int statements) {
    left = statements;
    broken = false;
  }

  /** Breaks no more; tells whether it did. */
  boolean mend() {
    left = 0;
    return broken;
  }

  /** Returns the database as the code under test sees it. */
  DataSource source() {
    return watch(DataSource.class, database);
  }

  private <T> T watch(Class<T> type, T target) {
    return type.cast(
        Proxy.newProxyInstance(
            FailingSource.class.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              String name = method.getName();
              if (name.equals("commit")) {
                count();
              }
              Object result;
              try {
                result = method.invoke(target, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
              if (target instanceof Statement && name.startsWith("execute")) {
                count();
              }
              return watched(result);
            }));
  }

  private Object watched(Object result) {
    if (result instanceof Connection connection) {
      return watch(Connection.class, connection);
    }
    if (result instanceof PreparedStatement prepared && !(result instanceof CallableStatement)) {
      return watch(PreparedStatement.class, prepared);
    }
    return result instanceof Statement statement && !(result instanceof CallableStatement)
        ? watch(Statement.class, statement)
        : result;
  }

  private void count() throws SQLException {
    if (left > 0 && --left == 0) {
      broken = true;
      throw new SQLException("the connection broke", "08006");
    }
  }
}
