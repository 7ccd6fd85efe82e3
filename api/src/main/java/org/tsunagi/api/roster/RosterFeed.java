// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.api.roster;

import java.util.List;
import java.util.Set;
import org.osgi.annotation.versioning.ConsumerType;
import org.tsunagi.api.school.Homeroom;

/**
 * Hears of changed stays and homerooms.
 *
 * <p>A host calls every registered feed inside the transaction that changes its data where it has
 * {@code Capability.SAME_TRANSACTION}, else from its outbox, at least once and in order. The
 * extension registers one to keep its counting copy.
 */
@ConsumerType
public interface RosterFeed {
  /** Hears of homerooms that are new or changed. */
  void homeroomsChanged(List<Homeroom> homerooms);

  /**
   * Hears of stays that are new or changed, and of stays that no longer exist.
   *
   * @param changed the stays as they are now
   * @param removedIds identifiers of stays that are gone
   */
  void enrolmentsChanged(List<Enrolment> changed, Set<String> removedIds);
}
