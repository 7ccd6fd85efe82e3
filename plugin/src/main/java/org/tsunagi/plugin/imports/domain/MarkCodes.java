// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.imports.domain;

import java.sql.Connection;
import java.time.LocalDate;
import java.util.function.BiPredicate;

/** The attendance codes that a file of marks may name. */
@FunctionalInterface
public interface MarkCodes {
  /**
   * Reads the codes as a transaction sees them.
   *
   * @return tells whether a code, by its id, may be marked on a day
   */
  BiPredicate<String, LocalDate> read(Connection connection);
}
