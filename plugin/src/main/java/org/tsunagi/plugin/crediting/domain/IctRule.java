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
 * @param span whether minutes are held against each day, or summed over the month
 * @param rounding what becomes of a broken day of a month's sum; meaningless for {@link Span#DAY}
 */
public record IctRule(
    Basis basis, int visitsPerMonth, int minutesPerDay, Span span, Rounding rounding) {
  public IctRule {
    if (visitsPerMonth < 0 || minutesPerDay < 0 || minutesPerDay > 1440) {
      throw new IllegalArgumentException("visits are 0 or more, minutes 0-1440");
    }
  }

  /** Makes a rule that holds each day's minutes against the threshold. */
  public IctRule(Basis basis, int visitsPerMonth, int minutesPerDay) {
    this(basis, visitsPerMonth, minutesPerDay, Span.DAY, Rounding.DOWN);
  }

  /** Tells whether the month's visits are enough; always where visits are not measured. */
  public boolean visitedEnough(int visits) {
    return basis == Basis.MINUTES || visits >= visitsPerMonth;
  }

  /** Tells whether a day's minutes are enough; always where minutes are not measured by day. */
  public boolean longEnough(int minutes) {
    return basis == Basis.VISITS || span == Span.MONTH || minutes >= minutesPerDay;
  }

  /** Tells whether the month's minutes are summed and become a number of days. */
  public boolean sumsMonth() {
    return basis != Basis.VISITS && span == Span.MONTH && minutesPerDay > 0;
  }

  /**
   * Returns how many days a month's minutes come to.
   *
   * @param minutes the minutes of the month's days of learning
   * @param days the number of those days; no more are credited
   */
  public int daysOf(int minutes, int days) {
    int whole = minutes / minutesPerDay;
    int rest = minutes % minutesPerDay;
    boolean up =
        switch (rounding) {
          case DOWN -> false;
          case HALF_UP -> rest * 2 >= minutesPerDay;
          case UP -> rest > 0;
        };
    return Math.min(days, up ? whole + 1 : whole);
  }

  /** Over what minutes are measured. */
  public enum Span {
    DAY("day"),
    MONTH("month");

    private final String code;

    Span(String code) {
      this.code = code;
    }

    /** Returns the text code, for example {@code month}. */
    public String code() {
      return code;
    }

    /** Finds the span of a text code. */
    public static Optional<Span> find(String code) {
      for (Span span : values()) {
        if (span.code.equals(code)) {
          return Optional.of(span);
        }
      }
      return Optional.empty();
    }
  }

  /** What becomes of a broken day. */
  public enum Rounding {
    DOWN("down"),
    HALF_UP("half"),
    UP("up");

    private final String code;

    Rounding(String code) {
      this.code = code;
    }

    /** Returns the text code, for example {@code down}. */
    public String code() {
      return code;
    }

    /** Finds the rounding of a text code. */
    public static Optional<Rounding> find(String code) {
      for (Rounding rounding : values()) {
        if (rounding.code.equals(code)) {
          return Optional.of(rounding);
        }
      }
      return Optional.empty();
    }
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
