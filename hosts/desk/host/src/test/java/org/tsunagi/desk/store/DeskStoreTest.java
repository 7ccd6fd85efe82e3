// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.desk.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.UnaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tsunagi.testing.TestDatabases;

class DeskStoreTest {
  private static DeskStore open(TestDatabases.Named database) {
    return new DeskStore(
        new DatabaseSource(database.dialect(), database.dataSource()), UnaryOperator.identity());
  }

  private static void insert(Connection connection, String name) throws SQLException {
    try (var statement = connection.prepareStatement("INSERT INTO desk_setting VALUES (?, 'x')")) {
      statement.setString(1, name);
      statement.executeUpdate();
    }
  }

  private static int count(DeskStore store) throws SQLException {
    try (var connection = store.dataSource().getConnection();
        var statement = connection.createStatement();
        var rows = statement.executeQuery("SELECT count(*) FROM desk_setting")) {
      rows.next();
      return rows.getInt(1);
    }
  }

  @ParameterizedTest
  @MethodSource("org.tsunagi.testing.TestDatabases#both")
  void everythingOfATransactionIsKeptOrNothing(TestDatabases.Named database) throws Exception {
    DeskStore store = open(database);
    assertThrows(
        IOException.class,
        () ->
            store.transact(
                outer -> {
                  insert(outer, "a");
                  try (var same = store.dataSource().getConnection()) {
                    insert(same, "b");
                    same.commit();
                  }
                  store.transact(
                      inner -> {
                        insert(inner, "c");
                        return null;
                      });
                  throw new IOException("stop");
                }));
    assertEquals(0, count(store));
    int seen =
        store.transact(
            outer -> {
              insert(outer, "a");
              try (var same = store.dataSource().getConnection()) {
                insert(same, "b");
              }
              return count(store);
            });
    assertEquals(2, seen);
    assertEquals(2, count(store));
  }
}
