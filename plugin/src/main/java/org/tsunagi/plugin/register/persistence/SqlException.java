// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register.persistence;

import java.sql.SQLException;

/** Says that the database refused a statement; the transaction is rolled back. */
final class SqlException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  SqlException(SQLException cause) {
    super("SQL state " + cause.getSQLState(), cause);
  }
}
