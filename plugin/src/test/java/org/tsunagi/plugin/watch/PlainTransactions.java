// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.watch;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.tsunagi.api.store.Work;
import org.tsunagi.plugin.platform.Migrations;
import org.tsunagi.plugin.platform.Transactions;

/** Transactions on a migrated database, each on a connection of its own. */
final class PlainTransactions implements Transactions {
  private final DataSource database;

  PlainTransactions(DataSource database) {
    this.database = database;
    Migrations.run(database);
  }

  @Override
  public <T, E extends Exception> T run(Command<T, E> command) {
    throw new AssertionError("noticing uses SQL only");
  }

  @Override
  public <T, E extends Exception> T runSql(Work<T, E> work) throws E {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      boolean done = false;
      try {
        T result = work.run(connection);
        connection.commit();
        done = true;
        return result;
      } finally {
        if (!done) {
          connection.rollback();
        }
      }
    } catch (SQLException e) {
      throw new AssertionError("the database failed", e);
    }
  }
}
