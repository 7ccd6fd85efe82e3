// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.retention;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.plugin.retention.domain.RetentionRule;
import org.tsunagi.plugin.retention.persistence.RetentionTable.Destruction;
import org.tsunagi.plugin.retention.persistence.RetentionTable.Hold;
import org.tsunagi.plugin.retention.persistence.RetentionTable.Left;

/**
 * A school's list for review (見直しの一覧).
 *
 * @param school the school
 * @param version the version of the setting; 0 for the default
 * @param years how many years things are kept
 * @param basis by what rule
 * @param children those who have left and were not destroyed yet, those due first
 * @param holds the holds in force
 * @param destructions what was proposed, done and dropped, newest first
 */
public record RetentionReview(
    String school,
    int version,
    int years,
    String basis,
    List<Child> children,
    List<Hold> holds,
    List<Destruction> destructions) {
  /**
   * A child who has left.
   *
   * @param student the student
   * @param leftOn the last day at the school
   * @param until the last day of keeping
   * @param due whether the time is over
   * @param held whether a hold is in force
   * @param proposed whether a destruction waits for the second person
   */
  public record Child(
      String student,
      LocalDate leftOn,
      LocalDate until,
      boolean due,
      boolean held,
      boolean proposed) {}

  static List<Child> children(
      List<Left> all,
      int years,
      List<Hold> holds,
      List<Destruction> destructions,
      LocalDate today) {
    Set<StudentId> kept = holds.stream().map(Hold::student).collect(Collectors.toSet());
    Set<StudentId> gone = new HashSet<>();
    Set<StudentId> waiting = new HashSet<>();
    for (Destruction one : destructions) {
      if (one.state().equals("done")) {
        gone.add(one.student());
      } else if (one.state().equals("proposed")) {
        waiting.add(one.student());
      }
    }
    return all.stream()
        .filter(one -> one.leftOn().isBefore(today) && !gone.contains(one.student()))
        .map(
            one -> {
              LocalDate until = RetentionRule.until(one.leftOn(), years);
              return new Child(
                  one.student().value(),
                  one.leftOn(),
                  until,
                  RetentionRule.due(until, today),
                  kept.contains(one.student()),
                  waiting.contains(one.student()));
            })
        .sorted(Comparator.comparing(Child::until))
        .toList();
  }
}
