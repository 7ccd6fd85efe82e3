// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.crediting.domain;

import java.time.LocalDate;
import java.util.List;

/**
 * What somebody found about a condition; the newest entry of a condition holds.
 *
 * @param condition the condition's id
 * @param entry its number within the condition, 1 or more
 * @param list the id of the list
 * @param listVersion which version of the list was read; empty for the shipped one
 * @param met whether the condition is met
 * @param note what there is to say
 * @param evidence ids of evidence and consultations, or short texts
 * @param on the day on which it was made sure of
 * @param confirmed who did
 */
public record ConditionEntry(
    String condition,
    int entry,
    String list,
    String listVersion,
    boolean met,
    String note,
    List<String> evidence,
    LocalDate on,
    Signature confirmed) {
  /** Copies the list. */
  public ConditionEntry {
    evidence = List.copyOf(evidence);
  }
}
