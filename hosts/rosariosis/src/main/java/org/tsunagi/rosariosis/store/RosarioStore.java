// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.rosariosis.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.postgresql.ds.PGSimpleDataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tsunagi.api.store.Store;
import org.tsunagi.api.store.Work;
import org.tsunagi.desk.transaction.ThreadTransactions;
import org.tsunagi.flyway.SqlMigrations;

/**
 * Our schema in the host's PostgreSQL, under a role that may only read the host's tables.
 *
 * <p>Framework properties: {@code tsunagi.database} (JDBC URL), {@code tsunagi.database.user},
 * {@code tsunagi.database.password}.
 */
@Component(service = {Store.class, RosarioStore.class})
public final class RosarioStore implements Store, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(RosarioStore.class);
  private static final String FOLDER = "rosario-migrations";

  private final HikariDataSource pool;
  private final ThreadTransactions transactions;
  private final String hostVersion;

  /** Opens the database named by the framework's properties. */
  @Activate
  public RosarioStore(BundleContext context) {
    this(source(context));
  }

  /**
   * Opens a database, checks the host's tables and migrates our schema.
   *
   * @throws UnknownHostSchema where the host's tables are not the ones this bundle reads
   */
  public RosarioStore(PGSimpleDataSource source) {
    source.setCurrentSchema("tsunagi");
    source.setReWriteBatchedInserts(true);
    source.setDefaultRowFetchSize(2000);
    source.setApplicationName("tsunagi");
    // The server's detail texts hold values of rows, and those may be personal.
    source.setLogServerErrorDetail(false);
    HikariConfig config = new HikariConfig();
    config.setPoolName("tsunagi");
    config.setDataSource(source);
    config.setMaximumPoolSize(16);
    config.setMinimumIdle(2);
    this.pool = new HikariDataSource(config);
    this.transactions = new ThreadTransactions(pool);
    try {
      this.hostVersion = check(pool);
      SqlMigrations.run(pool, "rosario_schema_history", files());
    } catch (IOException e) {
      pool.close();
      throw new UncheckedIOException(e);
    } catch (RuntimeException e) {
      pool.close();
      throw e;
    }
  }

  private static String check(DataSource database) {
    List<String> missing = HostSchema.missing(database);
    String version = missing.contains("config.config_value") ? "?" : HostSchema.version(database);
    if (!missing.isEmpty()) {
      UnknownHostSchema refusal = new UnknownHostSchema(version, missing);
      LOG.error("{}", refusal.getMessage());
      throw refusal;
    }
    if (!HostSchema.TRIED.contains(version)) {
      LOG.warn("RosarioSIS {} was not tried; tried are {}", version, HostSchema.TRIED);
    }
    return version;
  }

  private static PGSimpleDataSource source(BundleContext context) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(property(context, "tsunagi.database"));
    if (!property(context, "tsunagi.database.user").isBlank()) {
      source.setUser(property(context, "tsunagi.database.user"));
      source.setPassword(property(context, "tsunagi.database.password"));
    }
    return source;
  }

  private static String property(BundleContext context, String name) {
    return Optional.ofNullable(context.getProperty(name)).orElse("");
  }

  private static List<URL> files() throws IOException {
    Bundle bundle = FrameworkUtil.getBundle(RosarioStore.class);
    if (bundle != null) {
      Enumeration<URL> entries = bundle.findEntries(FOLDER, "*.sql", false);
      return entries == null ? List.of() : Collections.list(entries);
    }
    List<URL> urls = new ArrayList<>();
    URL folder = RosarioStore.class.getClassLoader().getResource(FOLDER);
    if (folder != null) {
      try (var files = Files.list(Path.of(folder.getPath()))) {
        for (Path file : files.filter(f -> f.toString().endsWith(".sql")).sorted().toList()) {
          urls.add(file.toUri().toURL());
        }
      }
    }
    return urls;
  }

  /** Returns the version the host's database names. */
  public String hostVersion() {
    return hostVersion;
  }

  /** Closes the database's connections. */
  @Override
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
    return "postgresql";
  }

  @Override
  public <T, E extends Exception> T transact(Work<T, E> work) throws E {
    return transactions.transact(work);
  }
}
