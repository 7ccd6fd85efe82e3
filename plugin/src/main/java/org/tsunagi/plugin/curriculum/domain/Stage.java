// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.curriculum.domain;

import java.util.Optional;

/** A stage of school (校種) with the length of its standard unit in minutes. */
public enum Stage {
  PRIMARY("小学校", "小", 45, 6),
  JH("中学校", "中", 50, 3),
  HS("高等学校", "高", 50, 4);

  private final String title;
  private final String letter;
  private final int unitMinutes;
  private final int grades;

  Stage(String title, String letter, int unitMinutes, int grades) {
    this.title = title;
    this.letter = letter;
    this.unitMinutes = unitMinutes;
    this.grades = grades;
  }

  /** Returns the Japanese name, for example {@code 中学校}. */
  public String title() {
    return title;
  }

  /** Returns the letter before a grade, for example {@code 中} in 中2. */
  public String letter() {
    return letter;
  }

  /**
   * Returns the standard unit in minutes, 45 or 50.
   *
   * <p>Basis: 学校教育法施行規則 別表第一・別表第二 備考一.
   */
  public int unitMinutes() {
    return unitMinutes;
  }

  /** Returns the highest grade. */
  public int grades() {
    return grades;
  }

  /** Tells whether it belongs to compulsory education (義務教育). */
  public boolean compulsory() {
    return this != HS;
  }

  /** Finds the stage of a code, {@code PRIMARY}, {@code JH} or {@code HS}. */
  public static Optional<Stage> find(String code) {
    for (Stage stage : values()) {
      if (stage.name().equals(code)) {
        return Optional.of(stage);
      }
    }
    return Optional.empty();
  }
}
