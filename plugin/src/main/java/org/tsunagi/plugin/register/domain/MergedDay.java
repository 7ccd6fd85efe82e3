// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register.domain;

import java.util.List;
import java.util.Set;
import org.tsunagi.plugin.code.domain.CodeCatalogue;
import org.tsunagi.plugin.code.domain.CodeCount;

/**
 * What the marks of one day come to, where a student has several.
 *
 * @param mark the strongest mark
 * @param counts the counts of its code, and of every other mark of a day at school
 * @param onlineHeld whether any of them tells of an online lesson
 * @param onlineTakenPart whether the student took part in one
 */
public record MergedDay(
    DayMark mark, Set<CodeCount> counts, boolean onlineHeld, boolean onlineTakenPart) {
  /** Copies the set. */
  public MergedDay {
    counts = Set.copyOf(counts);
  }

  /**
   * Merges a student's marks by day, as counting does.
   *
   * @throws IllegalArgumentException where a code is not in the catalogue
   */
  public static List<MergedDay> of(List<DayMark> marks, CodeCatalogue codes) {
    return MarkBook.of(marks, codes).list().stream()
        .map(one -> new MergedDay(one.mark, one.counts(), one.held(), one.takenPart()))
        .toList();
  }
}
