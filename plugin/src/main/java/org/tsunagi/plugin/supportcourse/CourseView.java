// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.supportcourse;

import java.util.List;
import java.util.Optional;
import org.tsunagi.plugin.supportcourse.domain.BeforeAfterRule;

/**
 * The measures of a school year with the days before and after each.
 *
 * @param schoolYear the school year
 * @param sheetVersion the version of 学年別B in which the measures stand; 0 before the first
 * @param most the most days on each side
 * @param fewest the fewest; with fewer nothing is compared
 * @param note that the figures stand beside each other and no cause is claimed
 * @param measures the measures, by their first day; those without one last
 */
public record CourseView(
    int schoolYear, int sheetVersion, int most, int fewest, String note, List<Measure> measures) {
  /** Copies the list. */
  public CourseView {
    measures = List.copyOf(measures);
  }

  /**
   * A measure.
   *
   * @param row the id of its row on 学年別B
   * @param goal the goal
   * @param text the measure
   * @param person who does it
   * @param firstOn its first day, ISO 8601; empty where none is written
   * @param lastOn its last day, ISO 8601; empty while it goes on
   * @param sides the days before and after; empty where there are too few of them
   * @param others whether another measure began or ended within the compared days
   */
  public record Measure(
      String row,
      String goal,
      String text,
      String person,
      String firstOn,
      String lastOn,
      Optional<BeforeAfterRule.Sides> sides,
      boolean others) {}
}
