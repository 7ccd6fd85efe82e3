// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.crediting.domain;

import java.util.Optional;

/**
 * The local rule by which days of learning at home with ICT become credited days. The texts give no
 * such rule; the establishing body makes one, and there is no default.
 *
 * <p>Basis: 元文科初第698号 別記2 留意事項 (換算は学校や教育委員会の規程等による).
 *
 * @param basis what it measures
 * @param visitsPerMonth the visits a month needs, 0 or more; meaningless for {@link Basis#MINUTES}
 * @param minutesPerDay the minutes a day needs, 0–1440; meaningless for {@link Basis#VISITS}
 */
public record IctRule(Basis basis, int visitsPerMonth, int minutesPerDay) {
  public IctRule {
    if (visitsPerMonth < 0 || minutesPerDay < 0 || minutesPerDay > 1440) {
      throw new IllegalArgumentException("visits are 0 or more, minutes 0-1440");
    }
  }

  /**
   * Tells whether a day is credited.
   *
   * @param minutes the minutes learned that day
   * @param visits the visits made in the day's month, within the stay
   */
  public boolean credits(int minutes, int visits) {
    boolean longEnough = minutes >= minutesPerDay;
    boolean visited = visits >= visitsPerMonth;
    return switch (basis) {
      case MINUTES -> longEnough;
      case VISITS -> visited;
      case BOTH -> longEnough && visited;
    };
  }

  /** What a rule measures. */
  public enum Basis {
    VISITS("visits"),
    MINUTES("minutes"),
    BOTH("both");

    private final String code;

    Basis(String code) {
      this.code = code;
    }

    /** Returns the text code, for example {@code visits}. */
    public String code() {
      return code;
    }

    /** Finds the basis of a text code. */
    public static Optional<Basis> find(String code) {
      for (Basis basis : values()) {
        if (basis.code.equals(code)) {
          return Optional.of(basis);
        }
      }
      return Optional.empty();
    }
  }
}
