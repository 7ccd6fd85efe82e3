// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.supportsheet.domain;

import java.util.Arrays;
import java.util.Optional;

/** Where a part of the sheet stands in its life. */
public enum SheetState {
  /** People write on it. */
  DRAFT("draft"),
  /** It waits for whoever answers for it. */
  REVIEW("review"),
  /** It is signed and locked. */
  FINAL("final"),
  /** It was made by mistake; it is kept, and stands in no list but the history. */
  VOID("void");

  private final String code;

  SheetState(String code) {
    this.code = code;
  }

  /** Returns the stable text code. */
  public String code() {
    return code;
  }

  /** Finds the state of a text code. */
  public static Optional<SheetState> find(String code) {
    return Arrays.stream(values()).filter(state -> state.code.equals(code)).findFirst();
  }
}
