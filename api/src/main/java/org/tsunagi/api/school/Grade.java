// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.api.school;

import java.util.Locale;
import java.util.Optional;

/** A grade (学年), from the first of primary school to the fourth of a part-time high school. */
public enum Grade {
  P1("小1", 1),
  P2("小2", 2),
  P3("小3", 3),
  P4("小4", 4),
  P5("小5", 5),
  P6("小6", 6),
  J1("中1", 1),
  J2("中2", 2),
  J3("中3", 3),
  H1("高1", 1),
  H2("高2", 2),
  H3("高3", 3),
  H4("高4", 4);

  private final String label;
  private final int number;

  Grade(String label, int number) {
    this.label = label;
    this.number = number;
  }

  /** Returns the Japanese short name, for example {@code 中2}. */
  public String label() {
    return label;
  }

  /** Returns the grade's number within its stage, 1–6. */
  public int number() {
    return number;
  }

  /** Finds the grade of a code such as {@code P1} or {@code J3}, upper or lower case. */
  public static Optional<Grade> find(String code) {
    String wanted = code.strip().toUpperCase(Locale.ROOT);
    for (Grade grade : values()) {
      if (grade.name().equals(wanted)) {
        return Optional.of(grade);
      }
    }
    return Optional.empty();
  }
}
