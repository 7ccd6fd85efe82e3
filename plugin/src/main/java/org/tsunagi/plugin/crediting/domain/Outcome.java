// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.crediting.domain;

import java.util.Optional;

/** How a decision stands. */
public enum Outcome {
  GRANTED("granted"),
  REFUSED("refused"),
  WAITING("waiting");

  private final String code;

  Outcome(String code) {
    this.code = code;
  }

  /** Returns the text code, for example {@code granted}. */
  public String code() {
    return code;
  }

  /** Finds the outcome of a text code. */
  public static Optional<Outcome> find(String code) {
    for (Outcome outcome : values()) {
      if (outcome.code.equals(code)) {
        return Optional.of(outcome);
      }
    }
    return Optional.empty();
  }
}
