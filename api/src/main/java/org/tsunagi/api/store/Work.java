// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.api.store;

import java.sql.Connection;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A piece of work in a transaction.
 *
 * @param <T> what it gives back
 * @param <E> what it may throw
 */
@FunctionalInterface
@ConsumerType
public interface Work<T, E extends Exception> {
  /** Does the work on the transaction's connection. */
  T run(Connection connection) throws E;
}
