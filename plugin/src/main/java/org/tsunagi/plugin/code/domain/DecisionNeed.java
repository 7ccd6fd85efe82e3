// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.code.domain;

import java.util.Optional;

/** The decision without which a code does not take its effect. */
public enum DecisionNeed {
  /** None. */
  NONE("none"),
  /** A crediting decision of the principal (出席扱いの判断). */
  CREDITING("crediting"),
  /** An acceptance of the principal, where acceptances are asked for. */
  ACCEPTANCE("acceptance"),
  /** An order of the board of education, kept like an acceptance. */
  ORDER("order");

  private final String code;

  DecisionNeed(String code) {
    this.code = code;
  }

  /** Returns the text code, for example {@code crediting}. */
  public String code() {
    return code;
  }

  /** Finds the need of a text code. */
  public static Optional<DecisionNeed> find(String code) {
    for (DecisionNeed need : values()) {
      if (need.code.equals(code)) {
        return Optional.of(need);
      }
    }
    return Optional.empty();
  }
}
