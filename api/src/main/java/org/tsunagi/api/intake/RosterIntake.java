// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.api.intake;

import org.osgi.annotation.versioning.ProviderType;

/** Receives rosters. */
@ProviderType
public interface RosterIntake {
  /**
   * Begins a session; call it inside {@code Store.transact}.
   *
   * @param bulk whether what is missing is to be ended
   */
  Session begin(boolean bulk);

  /**
   * A session; not thread-safe. Put schools first, then homerooms, then people, then stays and
   * posts.
   *
   * <p>Rows may be written before {@code finish}, so that a large roster need not be held in
   * memory. A session that is closed unfinished is undone by rolling back the caller's transaction.
   */
  @ProviderType
  interface Session extends AutoCloseable {
    /** Takes a school. */
    void put(RosterRow.SchoolRow row);

    /** Takes a homeroom. */
    void put(RosterRow.HomeroomRow row);

    /** Takes a student with guardians. */
    void put(RosterRow.StudentRow row);

    /** Takes a staff member. */
    void put(RosterRow.StaffRow row);

    /** Takes a stay. */
    void put(RosterRow.StayRow row);

    /** Takes a post. */
    void put(RosterRow.PostRow row);

    /** Takes a term. */
    void put(RosterRow.TermRow row);

    /**
     * Completes the comparison with what is there, writes the difference, calls the feeds, and
     * counts everything the session did.
     */
    IntakeCounts finish();

    @Override
    void close();
  }
}
