// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.desk.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.tsunagi.api.store.Store;
import org.tsunagi.api.store.Work;
import org.tsunagi.desk.transaction.ThreadTransactions;

/**
 * The desk's database, H2 in the data folder or PostgreSQL, with the desk's tables migrated.
 *
 * <p>Framework properties: {@code tsunagi.data} (folder), {@code tsunagi.database} (JDBC URL; empty
 * for H2), {@code tsunagi.database.user}, {@code tsunagi.database.password}.
 */
@Component(service = Store.class)
public final class DeskStore implements Store {
  private final HikariDataSource pool;
  private final ThreadTransactions transactions;
  private final String dialect;

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
    this.transactions = new ThreadTransactions(pool);
    DeskMigrations.run(pool);
  }

  /** Closes the database's connections. */
  @Deactivate
  public void close() {
    pool.close();
  }

  @Override
  public DataSource dataSource() {
    return transactions.dataSource();
  }

  @Override
  public String dialect() {
    return dialect;
  }

  @Override
  public <T, E extends Exception> T transact(Work<T, E> work) throws E {
    return transactions.transact(work);
  }
}
