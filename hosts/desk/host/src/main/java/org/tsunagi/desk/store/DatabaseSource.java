// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.desk.store;

import java.nio.file.Path;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A database, not yet pooled.
 *
 * @param dialect {@code h2} or {@code postgresql}
 * @param dataSource where its connections come from
 */
public record DatabaseSource(String dialect, DataSource dataSource) {
  private static final String WRITE_DELAY = ";WRITE_DELAY=";

  /**
   * Reads the properties {@code tsunagi.database}, {@code tsunagi.database.user}, {@code
   * tsunagi.database.password} and {@code tsunagi.data}; a missing one is the empty text.
   */
  public static DatabaseSource of(UnaryOperator<String> property) {
    String url = property.apply("tsunagi.database");
    if (url.isBlank()) {
      return h2(
          "jdbc:h2:file:" + Path.of(property.apply("tsunagi.data"), "tsunagi").toAbsolutePath());
    }
    if (url.startsWith("jdbc:h2:")) {
      return h2(url);
    }
    PGSimpleDataSource postgres = new PGSimpleDataSource();
    postgres.setUrl(url);
    postgres.setReWriteBatchedInserts(true);
    postgres.setDefaultRowFetchSize(2000);
    postgres.setApplicationName("tsunagi");
    // The server's detail texts hold values of rows, and those may be personal.
    postgres.setLogServerErrorDetail(false);
    if (!property.apply("tsunagi.database.user").isBlank()) {
      postgres.setUser(property.apply("tsunagi.database.user"));
      postgres.setPassword(property.apply("tsunagi.database.password"));
    }
    return new DatabaseSource("postgresql", postgres);
  }

  /**
   * H2 on its own writes what was committed half a second later; a desk that is killed would lose
   * what people were told is saved. So each commit is written before it is answered.
   */
  private static DatabaseSource h2(String url) {
    JdbcDataSource h2 = new JdbcDataSource();
    h2.setURL(url.contains(WRITE_DELAY) ? url : url + WRITE_DELAY + "0");
    return new DatabaseSource("h2", h2);
  }
}
