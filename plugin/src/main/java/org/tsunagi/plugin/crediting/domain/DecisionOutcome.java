// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.crediting.domain;

import java.util.Optional;

/** What a principal decided about an application. */
public enum DecisionOutcome {
  /** Days are credited, those of the decision's ranges. */
  GRANTED("granted"),
  /** Something is still to be made sure of. */
  WAITING("waiting"),
  /** No day is credited. */
  REFUSED("refused"),
  /** An earlier decision is taken back; no day is credited. */
  WITHDRAWN("withdrawn");

  private final String code;

  DecisionOutcome(String code) {
    this.code = code;
  }

  /** Returns the text code, for example {@code granted}. */
  public String code() {
    return code;
  }

  /** Finds the outcome of a text code. */
  public static Optional<DecisionOutcome> find(String code) {
    for (DecisionOutcome outcome : values()) {
      if (outcome.code.equals(code)) {
        return Optional.of(outcome);
      }
    }
    return Optional.empty();
  }
}
