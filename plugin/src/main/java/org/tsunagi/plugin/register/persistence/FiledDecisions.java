// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register.persistence;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.tsunagi.plugin.crediting.domain.CreditingDecision;
import org.tsunagi.plugin.crediting.domain.FiledDecision;
import org.tsunagi.plugin.register.domain.Stay;

/** Binds decisions on file to the stays with which they end. */
final class FiledDecisions {
  private FiledDecisions() {}

  /** Lists the decisions with their stay; one that reaches no stay of the year is left out. */
  static List<CreditingDecision> bind(List<FiledDecision> filed, List<Stay> stays) {
    return filed.stream().flatMap(one -> bind(one, stays).stream()).toList();
  }

  /**
   * The stay is the one at the school that covers the first day of the application; where none
   * does, the application began before the year or the stay, and it is the first one after it.
   */
  private static Optional<CreditingDecision> bind(FiledDecision filed, List<Stay> stays) {
    LocalDate anchor = filed.anchor();
    CreditingDecision decision = filed.decision();
    return stays.stream()
        .filter(stay -> stay.grade().calendar().school().equals(filed.school()))
        .filter(stay -> !stay.period().last().isBefore(anchor))
        .min(Comparator.comparing(stay -> stay.period().first()))
        .map(
            stay ->
                new CreditingDecision(
                    decision.id(),
                    decision.kind(),
                    decision.facility(),
                    decision.period(),
                    decision.outcome(),
                    decision.decidedOn(),
                    Optional.of(stay.id())));
  }
}
