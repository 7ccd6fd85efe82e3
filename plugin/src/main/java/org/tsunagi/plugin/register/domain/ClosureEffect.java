// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register.domain;

import java.util.List;

/**
 * What a change of closures does to the figures of students, without naming one.
 *
 * @param schoolYear the school year
 * @param students how many students have other figures or another 備考
 * @param lines what changes, by homeroom
 * @param remarks how many students have another 備考
 * @param lockedMonths months whose register is locked and whose figures change, as {@code 2026-10}
 * @param pastYear whether the school year has ended
 */
public record ClosureEffect(
    int schoolYear,
    int students,
    List<Line> lines,
    int remarks,
    List<String> lockedMonths,
    boolean pastYear) {
  public ClosureEffect {
    lines = List.copyOf(lines);
    lockedMonths = List.copyOf(lockedMonths);
  }

  /**
   * A figure of a homeroom's students that changes.
   *
   * @param homeroom the homeroom's id; empty for students without one
   * @param name the homeroom's name
   * @param figure the figure's name in formats
   * @param before the year's figure as it was, of most of the students
   * @param after the year's figure as it becomes
   * @param students how many students it is so for
   * @param others how many more students of the homeroom have another change of this figure
   * @param text the same in a sentence
   */
  public record Line(
      String homeroom,
      String name,
      String figure,
      int before,
      int after,
      int students,
      int others,
      String text) {}

  /** Tells whether nothing changes. */
  public boolean empty() {
    return students == 0;
  }
}
