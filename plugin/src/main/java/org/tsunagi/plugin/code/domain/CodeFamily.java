// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.code.domain;

import java.util.Optional;

/** The look of a code in grids and calendars, by the stable text that style sheets use. */
public enum CodeFamily {
  IN("in"),
  PART("part"),
  PARTR("partr"),
  ROOM("room"),
  OFF("off"),
  CRED("cred"),
  PEND("pend"),
  ABS("abs");

  private final String code;

  CodeFamily(String code) {
    this.code = code;
  }

  /** Returns the text code, for example {@code cred}. */
  public String code() {
    return code;
  }

  /** Finds the family of a text code. */
  public static Optional<CodeFamily> find(String code) {
    for (CodeFamily family : values()) {
      if (family.code.equals(code)) {
        return Optional.of(family);
      }
    }
    return Optional.empty();
  }
}
