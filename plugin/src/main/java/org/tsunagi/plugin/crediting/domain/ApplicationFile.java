// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.crediting.domain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tsunagi.plugin.shared.DateRange;

/**
 * An application with all that was written about it.
 *
 * @param application the application
 * @param facility the facility; empty when the application names none
 * @param decisions the decisions, newest first
 * @param entries every entry about a condition, in the order in which they were written
 * @param talks the talks with the board, newest first
 */
public record ApplicationFile(
    CreditingApplication application,
    Optional<FacilityEntry> facility,
    List<PrincipalDecision> decisions,
    List<ConditionEntry> entries,
    List<Consultation> talks) {
  /** Copies the lists. */
  public ApplicationFile {
    decisions = List.copyOf(decisions);
    entries = List.copyOf(entries);
    talks = List.copyOf(talks);
  }

  /** Returns the decision in force. */
  public Optional<PrincipalDecision> newest() {
    return decisions.stream().findFirst();
  }

  /** Lists the newest entry of each condition. */
  public List<ConditionEntry> newestEntries() {
    Map<String, ConditionEntry> newest = new LinkedHashMap<>();
    for (ConditionEntry one : entries) {
      newest.merge(
          one.condition(), one, (there, next) -> next.entry() > there.entry() ? next : there);
    }
    return new ArrayList<>(newest.values());
  }

  /** Lists the granted days; none where the decision in force grants nothing. */
  public List<DateRange> granted() {
    return newest()
        .map(PrincipalDecision::said)
        .filter(said -> said.outcome() == DecisionOutcome.GRANTED)
        .map(ProposedDecision::ranges)
        .orElse(List.of());
  }
}
