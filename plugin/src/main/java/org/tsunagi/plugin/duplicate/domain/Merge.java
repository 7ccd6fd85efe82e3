// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.duplicate.domain;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.tsunagi.api.roster.StudentId;

/**
 * A merge of two ids of one child.
 *
 * @param id its id
 * @param from the id that is given up
 * @param into the id that stays
 * @param state where it stands: waiting for the second person, done, dropped or taken back
 * @param reason why the two are one child
 * @param taken of the parts that both have, those where the one of {@code from} goes on
 * @param counts kinds and numbers of rows, as {@code sheets=2 consents=1}
 * @param hash the hash over all rows of both when it was proposed
 * @param proposer the id of who proposed it
 * @param proposerName the name
 * @param doerName who did it; empty before
 * @param doneAt when
 */
public record Merge(
    String id,
    StudentId from,
    StudentId into,
    String state,
    String reason,
    Set<String> taken,
    String counts,
    String hash,
    String proposer,
    String proposerName,
    String doerName,
    Optional<Instant> doneAt) {
  /** Copies the set. */
  public Merge {
    taken = Set.copyOf(taken);
  }
}
