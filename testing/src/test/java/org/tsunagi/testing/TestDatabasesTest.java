// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TestDatabasesTest {
  @ParameterizedTest
  @MethodSource("org.tsunagi.testing.TestDatabases#both")
  void bothDatabasesKeepRareKanji(TestDatabases.Named database) throws Exception {
    try (var connection = database.dataSource().getConnection();
        var statement = connection.createStatement()) {
      statement.execute("CREATE TABLE t (name varchar(20), bytes bytea)");
      statement.execute("INSERT INTO t (name) VALUES ('𠮷﨑髙')");
      try (var rows = statement.executeQuery("SELECT name FROM t")) {
        rows.next();
        assertEquals("𠮷﨑髙", rows.getString(1));
      }
    }
  }
}
