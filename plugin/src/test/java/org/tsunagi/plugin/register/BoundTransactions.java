// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.tsunagi.api.store.Work;
import org.tsunagi.plugin.platform.Migrations;
import org.tsunagi.plugin.platform.Transactions;

/** Transactions on a migrated database, one connection per thread, that count their statements. */
final class BoundTransactions implements Transactions {
  private final DataSource database;
  private final ThreadLocal<Connection> bound = new ThreadLocal<>();
  private final AtomicInteger statements = new AtomicInteger();

  BoundTransactions(DataSource database) {
    this.database = database;
    Migrations.run(database);
  }

  /** Returns how many statements a piece of work executes; a batch counts once. */
  int statements(Runnable work) {
    int before = statements.get();
    work.run();
    return statements.get() - before;
  }

  @Override
  public <T, E extends Exception> T run(Command<T, E> command) {
    throw new AssertionError("the register uses SQL only");
  }

  @Override
  public <T, E extends Exception> T runSql(Work<T, E> work) throws E {
    Connection running = bound.get();
    if (running != null) {
      return work.run(running);
    }
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      bound.set(watch(Connection.class, connection));
      boolean done = false;
      try {
        T result = work.run(bound.get());
        connection.commit();
        done = true;
        return result;
      } finally {
        bound.remove();
        if (!done) {
          connection.rollback();
        }
      }
    } catch (SQLException e) {
      throw new AssertionError("the database failed", e);
    }
  }

  private <T> T watch(Class<T> type, T target) {
    return type.cast(
        Proxy.newProxyInstance(
            BoundTransactions.class.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              if (target instanceof Statement && method.getName().startsWith("execute")) {
                statements.incrementAndGet();
              }
              Object result;
              try {
                result = method.invoke(target, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
              if (target instanceof Connection && result instanceof Statement) {
                @SuppressWarnings("unchecked")
                Class<Object> kind = (Class<Object>) method.getReturnType();
                return watch(kind, result);
              }
              return result;
            }));
  }
}
