// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.api.store;

import javax.sql.DataSource;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The database that holds the extension's tables.
 *
 * <p>{@link #transact} binds one connection to the thread; every connection that {@link
 * #dataSource} hands out on that thread until it ends is the same one, whose commit, rollback and
 * close do nothing. So the host's rows, the extension's rows and the audit row of one command are
 * committed together or not at all.
 */
@ProviderType
public interface Store {
  /**
   * Returns the pooled data source; inside {@link #transact} it hands out the thread's connection.
   */
  DataSource dataSource();

  /**
   * Runs a command in one transaction, joining the one that is running on this thread.
   *
   * @param <T> what the command gives back
   * @param <E> what it may throw; any exception rolls everything back
   */
  <T, E extends Exception> T transact(Work<T, E> work) throws E;

  /** Returns the dialect's name: {@code h2} or {@code postgresql}. */
  String dialect();
}
