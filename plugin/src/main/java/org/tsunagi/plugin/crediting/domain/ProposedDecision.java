// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.crediting.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tsunagi.plugin.shared.DateRange;

/**
 * A decision that a principal is about to take.
 *
 * @param outcome what
 * @param ranges the days, where it is granted
 * @param reason why, as the guardian is told
 * @param nextStep the next step of support; may be empty
 * @param guardianToldOn when the guardian was told
 * @param acknowledged the codes of notices that the principal has read and stands by
 */
public record ProposedDecision(
    DecisionOutcome outcome,
    List<DateRange> ranges,
    String reason,
    String nextStep,
    Optional<LocalDate> guardianToldOn,
    Set<String> acknowledged) {
  /** Copies the collections. */
  public ProposedDecision {
    ranges = List.copyOf(ranges);
    acknowledged = Set.copyOf(acknowledged);
  }
}
