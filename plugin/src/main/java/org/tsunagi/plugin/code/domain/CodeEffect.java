// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.code.domain;

import java.util.Optional;

/**
 * What a code makes of an open school day.
 *
 * <p>Basis: 30文科初第1845号 別紙1「出欠の記録」.
 */
public enum CodeEffect {
  /** The student was at school. */
  PRESENT("present"),
  /** The student was not at school, and attendance was required. */
  ABSENT("absent"),
  /** Attendance was not required (出席停止・忌引等の日数). */
  EXEMPT("exempt"),
  /** Counts as present where a principal's decision covers the day (出席扱い), else as absent. */
  CREDITED("credited"),
  /** An online lesson in an emergency: never absent, attendance was not required. */
  ONLINE("online");

  private final String code;

  CodeEffect(String code) {
    this.code = code;
  }

  /** Returns the text code, for example {@code exempt}. */
  public String code() {
    return code;
  }

  /** Finds the effect of a text code. */
  public static Optional<CodeEffect> find(String code) {
    for (CodeEffect effect : values()) {
      if (effect.code.equals(code)) {
        return Optional.of(effect);
      }
    }
    return Optional.empty();
  }
}
