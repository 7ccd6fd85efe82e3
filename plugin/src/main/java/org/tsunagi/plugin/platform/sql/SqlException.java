// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.platform.sql;

import java.sql.SQLException;

/** Says that the database refused a statement; the transaction is rolled back. */
public final class SqlException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final boolean duplicate;

  /** Wraps what the driver said. */
  public SqlException(SQLException cause) {
    super("SQL state " + cause.getSQLState(), cause);
    this.duplicate = "23505".equals(cause.getSQLState());
  }

  /** Tells whether somebody else wrote a row with the same key first. */
  public boolean duplicate() {
    return duplicate;
  }
}
