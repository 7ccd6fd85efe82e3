// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.eclipse.persistence.jpa.PersistenceProvider;
import org.tsunagi.api.store.Work;
import org.tsunagi.plugin.platform.Migrations;
import org.tsunagi.plugin.platform.Session;
import org.tsunagi.plugin.platform.Transactions;

/** Transactions on a migrated database, one connection per thread, that count their statements. */
final class BoundTransactions implements Transactions {
  /** What only the outermost command of a thread does to its connection. */
  private static final Set<String> OUTERMOST =
      Set.of("close", "commit", "rollback", "setAutoCommit", "setTransactionIsolation");

  private final DataSource database;
  private final ThreadLocal<Connection> bound = new ThreadLocal<>();
  private final AtomicInteger statements = new AtomicInteger();
  private EntityManagerFactory entities;

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
  public <T, E extends Exception> T run(Command<T, E> command) throws E {
    return runSql(
        connection -> {
          try (EntityManager manager = entities().createEntityManager()) {
            manager.getTransaction().begin();
            try {
              T result = command.run(new Session(manager, connection));
              manager.getTransaction().commit();
              return result;
            } finally {
              if (manager.getTransaction().isActive()) {
                manager.getTransaction().rollback();
              }
            }
          }
        });
  }

  /** The entities, on the connection of the command that runs in the thread. */
  private synchronized EntityManagerFactory entities() {
    if (entities == null) {
      DataSource shared =
          proxy(
              DataSource.class,
              (method, arguments) -> {
                if (!method.getName().equals("getConnection")) {
                  return method.invoke(database, arguments);
                }
                Connection running = bound.get();
                return proxy(
                    Connection.class,
                    (each, given) ->
                        OUTERMOST.contains(each.getName()) ? null : each.invoke(running, given));
              });
      entities =
          new PersistenceProvider()
              .createEntityManagerFactory(
                  "tsunagi",
                  Map.of(
                      "jakarta.persistence.nonJtaDataSource", shared,
                      "eclipselink.weaving", "static",
                      "eclipselink.cache.shared.default", "false",
                      "eclipselink.logging.level", "WARNING"));
    }
    return entities;
  }

  /** Answers a call. */
  private interface Answer {
    Object of(Method method, Object[] arguments) throws Exception;
  }

  private static <T> T proxy(Class<T> type, Answer answer) {
    return type.cast(
        Proxy.newProxyInstance(
            BoundTransactions.class.getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) -> {
              try {
                return answer.of(method, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            }));
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
