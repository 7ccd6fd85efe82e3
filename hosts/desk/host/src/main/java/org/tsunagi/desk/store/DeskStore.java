// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.desk.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.tsunagi.api.store.Store;
import org.tsunagi.api.store.Work;

/**
 * The desk's database, H2 in the data folder or PostgreSQL, with the desk's tables migrated.
 *
 * <p>Framework properties: {@code tsunagi.data} (folder), {@code tsunagi.database} (JDBC URL; empty
 * for H2), {@code tsunagi.database.user}, {@code tsunagi.database.password}.
 */
@Component(service = Store.class)
public final class DeskStore implements Store {
  private final HikariDataSource pool;
  private final DataSource threadSource;
  private final String dialect;
  private final ThreadLocal<@Nullable Connection> bound = new ThreadLocal<>();

  /** Opens the database named by the framework's properties and migrates it. */
  @Activate
  public DeskStore(BundleContext context) {
    this(
        DatabaseSource.of(name -> Optional.ofNullable(context.getProperty(name)).orElse("")),
        source ->
            Boolean.parseBoolean(context.getProperty("tsunagi.timing"))
                ? new CountingDataSource(source)
                : source);
  }

  /** Opens a database and migrates it; {@code wrap} may watch the statements. */
  public DeskStore(DatabaseSource source, UnaryOperator<DataSource> wrap) {
    this.dialect = source.dialect();
    HikariConfig config = new HikariConfig();
    config.setPoolName("tsunagi");
    config.setDataSource(wrap.apply(source.dataSource()));
    config.setMaximumPoolSize(16);
    config.setMinimumIdle(2);
    this.pool = new HikariDataSource(config);
    this.threadSource = new ThreadBoundDataSource(pool, bound::get);
    DeskMigrations.run(pool);
  }

  /** Closes the database's connections. */
  @Deactivate
  public void close() {
    pool.close();
  }

  @Override
  public DataSource dataSource() {
    return threadSource;
  }

  @Override
  public String dialect() {
    return dialect;
  }

  @Override
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
