// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.rosariosis;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import org.postgresql.ds.PGSimpleDataSource;
import org.tsunagi.testing.TestDatabases;

/**
 * A database with the host's tables and the kit's school, prepared by the very setup.sql that is
 * shipped; the host's owner and our role are two, as in a school.
 *
 * @param url the owner's JDBC URL
 */
public record HostDatabase(String url) {
  /** The password of our role. */
  public static final String PASSWORD = "only-for-tests";

  /** Makes one. */
  public static HostDatabase open() {
    HostDatabase database = new HostDatabase(TestDatabases.postgresUrl());
    database.run(resource("/host-tables.sql"));
    database.run(resource("/kit-school.sql"));
    database.setUp();
    return database;
  }

  /** Runs the shipped setup.sql; psql's own words are put into plain SQL. */
  public void setUp() {
    run(
        "DO $$ BEGIN IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'tsunagi') THEN"
            + " CREATE ROLE tsunagi; END IF; END $$; ALTER ROLE tsunagi LOGIN PASSWORD '"
            + PASSWORD
            + "'");
    run(
        shipped("setup.sql")
            .replaceAll("(?m)^.*\\\\gexec$", "")
            .replace(":\"host_role\"", owner()));
  }

  /** Reads a shipped SQL file. */
  public static String shipped(String name) {
    try {
      Path here = Path.of("addon", name);
      return Files.readString(Files.exists(here) ? here : Path.of("..").resolve(here));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String owner() {
    return url.replaceFirst(".*[?&]user=([^&]*).*", "$1");
  }

  /** Runs statements as the host's owner does. */
  public void run(String sql) {
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Returns the source of our role. */
  public PGSimpleDataSource ours() {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(url.replaceFirst("\\?.*", ""));
    source.setUser("tsunagi");
    source.setPassword(PASSWORD);
    return source;
  }

  /** Returns the settings of the kit's school. */
  public static RosarioSettings settings() {
    Map<String, String> properties =
        Map.of(
            "tsunagi.rosariosis.fields",
            "number=custom_1,registerNumber=custom_2,familyKana=custom_3,givenKana=custom_4,"
                + "guardianKana=custom_5",
            "tsunagi.today",
            "2026-11-20");
    return new RosarioSettings(name -> properties.getOrDefault(name, ""), Clock.systemUTC());
  }

  private static String resource(String name) {
    try (InputStream in = HostDatabase.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
