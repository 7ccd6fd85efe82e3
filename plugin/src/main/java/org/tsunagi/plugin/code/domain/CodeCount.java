// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.code.domain;

import java.util.Optional;

/** A count beside the five columns into which a code's days go. */
public enum CodeCount {
  /** 遅刻. */
  LATE("late"),
  /** 早退. */
  EARLY("early"),
  /** 別室登校, with infirmary and in-school support centre. */
  SEPARATE_ROOM("separateRoom"),
  /** 大会・姉妹都市交流等: credited, but in no row of the sheet. */
  ACTIVITY("activity"),
  /** Learning at home with ICT, whose days are converted by a local rule. */
  ICT("ict");

  private final String code;

  CodeCount(String code) {
    this.code = code;
  }

  /** Returns the text code, for example {@code separateRoom}. */
  public String code() {
    return code;
  }

  /** Finds the count of a text code. */
  public static Optional<CodeCount> find(String code) {
    for (CodeCount count : values()) {
      if (count.code.equals(code)) {
        return Optional.of(count);
      }
    }
    return Optional.empty();
  }
}
