// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.platform;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.sql.Connection;
import java.util.Map;
import org.eclipse.persistence.config.PersistenceUnitProperties;
import org.eclipse.persistence.jpa.PersistenceProvider;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.api.store.Store;
import org.tsunagi.api.store.Work;

/**
 * Transactions on the host's store: the tables are migrated first, then entities and SQL share its
 * connection.
 */
@Component(service = {Transactions.class, JpaTransactions.class})
public final class JpaTransactions implements Transactions {
  private final Store store;
  private final EntityManagerFactory factory;
  private final String schemaVersion;
  private final ThreadLocal<@Nullable Session> running = new ThreadLocal<>();

  /** Migrates the tables and opens the entities. */
  @Activate
  public JpaTransactions(@Reference Store store) {
    this.store = store;
    this.schemaVersion = Migrations.run(store.dataSource());
    this.factory =
        new PersistenceProvider()
            .createContainerEntityManagerFactory(
                new EntityUnit(store.dataSource()),
                Map.of(
                    PersistenceUnitProperties.WEAVING, "static",
                    PersistenceUnitProperties.TARGET_DATABASE,
                        store.dialect().equals("h2")
                            ? "org.eclipse.persistence.platform.database.H2Platform"
                            : "org.eclipse.persistence.platform.database.PostgreSQLPlatform",
                    PersistenceUnitProperties.CACHE_SHARED_DEFAULT, "false",
                    PersistenceUnitProperties.LOGGING_LEVEL, "OFF"));
  }

  @Deactivate
  void close() {
    factory.close();
  }

  /** Returns the version of the tables. */
  public String schemaVersion() {
    return schemaVersion;
  }

  /** Returns the entities' factory, for the test that compares entities with tables. */
  EntityManagerFactory factory() {
    return factory;
  }

  @Override
  public <T, E extends Exception> T runSql(Work<T, E> work) throws E {
    return store.transact(work);
  }

  @Override
  public <T, E extends Exception> T run(Command<T, E> command) throws E {
    Session session = running.get();
    if (session != null) {
      return command.run(session);
    }
    return store.transact(connection -> runIn(connection, command));
  }

  private <T, E extends Exception> T runIn(Connection connection, Command<T, E> command) throws E {
    EntityManager entities = factory.createEntityManager();
    try {
      entities.getTransaction().begin();
      Session session = new Session(entities, connection);
      running.set(session);
      T result = command.run(session);
      entities.getTransaction().commit();
      return result;
    } finally {
      running.remove();
      if (entities.getTransaction().isActive()) {
        entities.getTransaction().rollback();
      }
      entities.close();
    }
  }
}
