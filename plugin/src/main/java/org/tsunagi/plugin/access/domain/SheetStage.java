// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.access.domain;

import java.util.Arrays;
import java.util.Optional;

/** Where a part of the sheet stands, as far as rights need to know. */
public enum SheetStage {
  /** People write on it. */
  DRAFT("draft"),
  /** It waits for whoever answers for it. */
  REVIEW("review"),
  /** It is signed and locked. */
  FINAL("final"),
  /** It belongs to a school year whose record was closed; only the past is there to be read. */
  CLOSED("closed"),
  /** It was made by mistake and is kept for the history alone. */
  VOID("void");

  private final String code;

  SheetStage(String code) {
    this.code = code;
  }

  /** Returns the stable text code. */
  public String code() {
    return code;
  }

  /** Finds the stage of a text code. */
  public static Optional<SheetStage> find(String code) {
    return Arrays.stream(values()).filter(one -> one.code.equals(code)).findFirst();
  }

  /**
   * Returns the stage of a state in its school year.
   *
   * @param state the code of the state: {@code draft}, {@code review}, {@code final}, {@code void}
   * @param yearClosed whether the part's school year is closed
   */
  public static SheetStage of(String state, boolean yearClosed) {
    SheetStage stage = find(state).orElseThrow(() -> new IllegalArgumentException(state));
    return yearClosed && stage != VOID ? CLOSED : stage;
  }
}
