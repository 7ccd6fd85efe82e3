// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.rosariosis.roster;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.tsunagi.api.school.Grade;

/** Which grade a grade level of the host is: by its short name, else by its title. */
public final class GradeRule {
  private GradeRule() {}

  /** Finds the grade, by code ({@code P5}) or Japanese short name ({@code 小5}). */
  public static Optional<Grade> find(String shortName, String title) {
    return Stream.of(shortName, title)
        .map(String::strip)
        .flatMap(text -> Grade.find(text).or(() -> labelled(text)).stream())
        .findFirst();
  }

  private static Optional<Grade> labelled(String text) {
    return Arrays.stream(Grade.values()).filter(grade -> grade.label().equals(text)).findFirst();
  }
}
