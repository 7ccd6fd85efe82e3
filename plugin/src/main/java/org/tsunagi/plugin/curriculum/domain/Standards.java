// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.curriculum.domain;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The law's standard hours by version, the names of the subjects, and the patterns of a special
 * curriculum.
 *
 * @param versions the versions of all stages
 * @param subjects the statutory subjects
 * @param patterns the patterns, in the guide's order
 */
public record Standards(
    List<StandardHours> versions, List<SubjectName> subjects, List<Pattern> patterns) {
  /** The weeks in which a year's units are given; 34 in the first grade of primary school. */
  public static final int USUAL_WEEKS = 35;

  public Standards {
    versions = List.copyOf(versions);
    subjects = List.copyOf(subjects);
    patterns = List.copyOf(patterns);
  }

  /**
   * Finds the version that a stage follows in a school year; without a year the newest one.
   *
   * @param schoolYear the year in which it begins in April
   */
  public Optional<StandardHours> find(Stage stage, OptionalInt schoolYear) {
    return versions.stream()
        .filter(one -> one.stage() == stage)
        .filter(one -> schoolYear.isEmpty() || one.firstYear() <= schoolYear.getAsInt())
        .max(Comparator.comparingInt(StandardHours::firstYear));
  }

  /** Finds the subject of a stage that a written name means, the full names first. */
  public Optional<SubjectName> findSubject(Stage stage, String written) {
    return subjects.stream()
        .filter(one -> one.stages().contains(stage) && one.isCalled(written))
        .findFirst()
        .or(
            () ->
                subjects.stream()
                    .filter(one -> one.stages().contains(stage) && one.isAbbreviatedTo(written))
                    .findFirst());
  }

  /** Finds a pattern by its code. */
  public Optional<Pattern> findPattern(String code) {
    return patterns.stream().filter(one -> one.code().equals(code)).findFirst();
  }

  /** Returns the weeks of a grade, 34 or 35. */
  public static int weeks(Stage stage, OptionalInt grade) {
    return stage == Stage.PRIMARY && grade.orElse(0) == 1 ? USUAL_WEEKS - 1 : USUAL_WEEKS;
  }
}
