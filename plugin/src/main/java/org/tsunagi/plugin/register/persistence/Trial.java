// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register.persistence;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.function.Supplier;
import org.tsunagi.plugin.platform.sql.SqlException;

/** Work that is done to see what comes of it, and undone. */
public final class Trial {
  private Trial() {}

  /** Does the work and takes every write of it back, within the running transaction. */
  public static <T> T run(Connection connection, Supplier<T> work) {
    try {
      Savepoint before = connection.setSavepoint();
      try {
        return work.get();
      } finally {
        connection.rollback(before);
      }
    } catch (SQLException e) {
      throw new SqlException(e);
    }
  }
}
