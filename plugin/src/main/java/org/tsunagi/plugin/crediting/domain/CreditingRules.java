// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.crediting.domain;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.tsunagi.plugin.code.domain.AttendanceCode;

/**
 * Finds the decision behind a day of learning elsewhere (出席扱い).
 *
 * <p>Basis: 元文科初第698号 別記1・別記2 (校長は指導要録上出席扱いとすることができる): without a granted decision that covers
 * student, kind, place and date no day is credited.
 */
public final class CreditingRules {
  private static final Comparator<CreditingDecision> FIRST_WINS =
      Comparator.comparing(CreditingDecision::outcome)
          .thenComparing(decision -> decision.period().first())
          .thenComparing(decision -> decision.period().last())
          .thenComparing(CreditingDecision::id);

  private CreditingRules() {}

  /**
   * Finds the decision that speaks of a day: the granted one if there is one, else a refused or a
   * waiting one. The order of the list does not matter.
   *
   * @param facility the facility at which the student was; empty when not told
   * @param stay the stay in which the day lies
   */
  public static Optional<CreditingDecision> find(
      List<CreditingDecision> decisions,
      AttendanceCode code,
      String facility,
      LocalDate date,
      String stay) {
    CreditingDecision best = null;
    for (CreditingDecision decision : decisions) {
      if (speaksOf(decision, code, facility, date, stay)
          && (best == null || FIRST_WINS.compare(decision, best) < 0)) {
        best = decision;
      }
    }
    return Optional.ofNullable(best);
  }

  private static boolean speaksOf(
      CreditingDecision decision,
      AttendanceCode code,
      String facility,
      LocalDate date,
      String stay) {
    return code.isOfKind(decision.kind())
        && decision.period().contains(date)
        && (decision.facility().isEmpty() || decision.facility().get().equals(facility))
        && (decision.stay().isEmpty() || decision.stay().get().equals(stay));
  }
}
