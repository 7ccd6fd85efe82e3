// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.desk.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.Map;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is on the disk at the moment at which a commit is answered. */
class DatabaseSourceTest {
  private static final String FILE = "tsunagi.mv.db";

  @TempDir Path data;

  private static DataSource open(Path folder, String url) {
    Map<String, String> given = Map.of("tsunagi.data", folder.toString(), "tsunagi.database", url);
    UnaryOperator<String> property = name -> given.getOrDefault(name, "");
    return DatabaseSource.of(property).dataSource();
  }

  /** A copy of the file is what a process that is killed now would leave behind. */
  @Test
  void aCommitIsInTheFileWhenItIsAnswered() throws Exception {
    for (String url : new String[] {"", "jdbc:h2:file:" + data.resolve("tsunagi")}) {
      try (Connection connection = open(data, url).getConnection()) {
        connection.createStatement().execute("CREATE TABLE IF NOT EXISTS one (x integer)");
        connection.setAutoCommit(false);
        for (int i = 0; i < 5; i++) {
          connection.createStatement().execute("INSERT INTO one VALUES (1)");
          connection.commit();
          int written = count(connection);
          Path killed = Files.createTempDirectory(data, "killed");
          Files.copy(data.resolve(FILE), killed.resolve(FILE));
          try (Connection again = open(killed, "").getConnection()) {
            assertEquals(written, count(again));
          }
        }
      }
    }
  }

  private static int count(Connection connection) throws Exception {
    try (var rows = connection.createStatement().executeQuery("SELECT count(*) FROM one")) {
      rows.next();
      return rows.getInt(1);
    }
  }
}
