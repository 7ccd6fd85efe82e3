// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Fresh, empty databases for tests: H2 in memory, and a real PostgreSQL.
 *
 * <p>PostgreSQL is the server named by {@code TSUNAGI_TEST_PG} (a JDBC URL of a role that may
 * create databases, with user and password in it) or, without that, one that this process starts
 * from the binaries on Maven Central.
 */
public final class TestDatabases {
  private static final AtomicInteger NUMBER = new AtomicInteger();

  private TestDatabases() {}

  /** A database and the name of its dialect. */
  public record Named(String dialect, DataSource dataSource) {
    @Override
    public String toString() {
      return dialect;
    }
  }

  /** Returns both databases, each fresh; for {@code @MethodSource}. */
  public static Stream<Named> both() {
    return Stream.of(new Named("h2", h2()), new Named("postgresql", postgres()));
  }

  /** Returns a fresh H2 database in memory. */
  public static DataSource h2() {
    JdbcDataSource source = new JdbcDataSource();
    source.setURL("jdbc:h2:mem:t" + NUMBER.incrementAndGet() + ";DB_CLOSE_DELAY=-1");
    return source;
  }

  /** Returns a fresh PostgreSQL database. */
  public static DataSource postgres() {
    return at(postgresUrl());
  }

  /** Returns the JDBC URL of a fresh PostgreSQL database, with user and password in it. */
  public static String postgresUrl() {
    String server = PostgresServer.url();
    String name = "t" + ProcessHandle.current().pid() + "_" + NUMBER.incrementAndGet();
    try (Connection connection = at(server).getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + name + " ENCODING 'UTF8' TEMPLATE template0");
    } catch (SQLException e) {
      throw new IllegalStateException("PostgreSQL for the tests did not make a database", e);
    }
    return server.replaceFirst("(jdbc:postgresql://[^/]+/)[^?]*", "$1" + name);
  }

  private static DataSource at(String url) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(url);
    return source;
  }

  /** The one PostgreSQL of this process. */
  private static final class PostgresServer {
    private static final String URL = start();

    static String url() {
      return URL;
    }

    private static String start() {
      String given = System.getenv("TSUNAGI_TEST_PG");
      if (given != null && !given.isBlank()) {
        return given;
      }
      try {
        var server =
            io.zonky.test.db.postgres.embedded.EmbeddedPostgres.builder()
                .setServerConfig("fsync", "off")
                .setServerConfig("max_connections", "200")
                .setLocaleConfig("locale", "C.UTF-8")
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> close(server)));
        return server.getJdbcUrl("postgres", "postgres");
      } catch (IOException e) {
        throw new UncheckedIOException("PostgreSQL for the tests did not start", e);
      }
    }

    private static void close(AutoCloseable server) {
      try {
        server.close();
      } catch (Exception e) {
        System.err.println("PostgreSQL for the tests did not stop: " + e.getMessage());
      }
    }
  }
}
