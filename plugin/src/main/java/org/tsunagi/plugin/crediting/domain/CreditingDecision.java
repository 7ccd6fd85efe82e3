// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.crediting.domain;

import java.time.LocalDate;
import java.util.Optional;
import org.tsunagi.plugin.shared.DateRange;

/**
 * A principal's decision on crediting days of learning elsewhere (出席扱いの判断).
 *
 * <p>Basis: 元文科初第698号 別記1・別記2.
 *
 * @param id its id, for the explanation
 * @param kind the sheet row {@code "1"}–{@code "8"} or the id of a credited code
 * @param facility the facility it speaks of; empty when it names none
 * @param period the days it speaks of
 * @param outcome how it stands
 * @param decidedOn when it was decided; empty while it waits or when not told
 * @param stay the stay with which it ends; empty where it holds for every stay of the year
 */
public record CreditingDecision(
    String id,
    String kind,
    Optional<String> facility,
    DateRange period,
    Outcome outcome,
    Optional<LocalDate> decidedOn,
    Optional<String> stay) {
  public CreditingDecision {
    if (kind.isBlank()) {
      throw new IllegalArgumentException("a decision needs a kind");
    }
  }
}
