// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.desk.sql;

/** Says that the database itself failed. */
public class StoreException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Wraps the cause. */
  public StoreException(Throwable cause) {
    super("the database failed", cause);
  }
}
