// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.supportsheet.domain;

import java.util.Arrays;
import java.util.Optional;

/** How a field or a column is filled. */
public enum FieldType {
  /** A short text of one line. */
  TEXT("text", 200),
  /** A long text. */
  PROSE("prose", 20_000),
  /** A day, stored as ISO 8601. */
  DATE("date", 10),
  /** One of several, stored by its id. */
  CHOICE("choice", 60),
  /** Rows of named columns. */
  TABLE("table", 0),
  /** From the host or another part; never written. */
  REFLECTED("reflected", 200),
  /** From the register; never written. */
  COUNTED("counted", 0);

  private final String code;
  private final int longest;

  FieldType(String code, int longest) {
    this.code = code;
    this.longest = longest;
  }

  /** Returns the stable text code. */
  public String code() {
    return code;
  }

  /** Returns the most characters, where the form says no other number. */
  public int longest() {
    return longest;
  }

  /** Finds the type of a text code. */
  public static Optional<FieldType> find(String code) {
    return Arrays.stream(values()).filter(one -> one.code.equals(code)).findFirst();
  }
}
