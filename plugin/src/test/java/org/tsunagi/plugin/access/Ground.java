// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.access;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.persistence.jpa.PersistenceProvider;
import org.tsunagi.api.store.Work;
import org.tsunagi.plugin.platform.Migrations;
import org.tsunagi.plugin.platform.SchoolClock;
import org.tsunagi.plugin.platform.Session;
import org.tsunagi.plugin.platform.Transactions;
import org.tsunagi.testing.TestDatabases;

/** A migrated database with transactions and a fixed clock, for tests of services. */
public final class Ground implements Transactions, SchoolClock, AutoCloseable {
  /** Today in these tests. */
  public static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

  /**
   * A clock that stands still, for rules that need no database.
   *
   * @param today the day
   */
  public record Day(LocalDate today) implements SchoolClock {
    @Override
    public Instant now() {
      return today.atTime(9, 0).atZone(java.time.ZoneId.of("Asia/Tokyo")).toInstant();
    }
  }

  private final TestDatabases.Named database;
  private final EntityManagerFactory entities;
  private Instant now = Instant.parse("2026-11-20T00:00:00.123456789Z");

  /** Migrates a fresh database. */
  public Ground(TestDatabases.Named database) {
    this.database = database;
    Migrations.run(database.dataSource());
    Map<String, Object> properties = new HashMap<>();
    properties.put("jakarta.persistence.nonJtaDataSource", database.dataSource());
    properties.put("eclipselink.weaving", "static");
    properties.put("eclipselink.cache.shared.default", "false");
    properties.put("eclipselink.logging.level", "WARNING");
    entities = new PersistenceProvider().createEntityManagerFactory("tsunagi", properties);
  }

  /** Returns the factory of the entities. */
  public EntityManagerFactory entities() {
    return entities;
  }

  /** Opens a connection of its own, outside every command. */
  public Connection open() throws SQLException {
    return database.dataSource().getConnection();
  }

  /** Moves the clock. */
  public void at(Instant instant) {
    now = instant;
  }

  @Override
  public <T, E extends Exception> T run(Command<T, E> command) throws E {
    try (EntityManager manager = entities.createEntityManager()) {
      manager.getTransaction().begin();
      try {
        T result = command.run(new Session(manager, manager.unwrap(Connection.class)));
        manager.getTransaction().commit();
        return result;
      } finally {
        if (manager.getTransaction().isActive()) {
          manager.getTransaction().rollback();
        }
      }
    }
  }

  @Override
  public <T, E extends Exception> T runSql(Work<T, E> work) throws E {
    return run(session -> work.run(session.connection()));
  }

  /** Executes a statement directly, as an intruder would. */
  public void execute(String sql) throws SQLException {
    try (Connection connection = open();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** Counts the rows of a query. */
  public int count(String sql) throws SQLException {
    try (Connection connection = open();
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getInt(1);
    }
  }

  @Override
  public LocalDate today() {
    return TODAY;
  }

  @Override
  public Instant now() {
    return now;
  }

  @Override
  public void close() {
    entities.close();
  }
}
