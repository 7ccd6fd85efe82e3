// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.platform;

import org.tsunagi.api.store.Work;

/** Runs commands, each in one transaction with its audit row; a nested call joins. */
public interface Transactions {
  /** Runs a command that needs entities (and may use SQL on the same connection). */
  <T, E extends Exception> T run(Command<T, E> command) throws E;

  /** Runs a command that needs SQL only, without making an entity manager. */
  <T, E extends Exception> T runSql(Work<T, E> work) throws E;

  /** A command. */
  @FunctionalInterface
  interface Command<T, E extends Exception> {
    /** Does the work. */
    T run(Session session) throws E;
  }
}
