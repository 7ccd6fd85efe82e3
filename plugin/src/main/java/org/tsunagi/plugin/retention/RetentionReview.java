// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.retention;

import java.time.LocalDate;
import java.util.List;
import org.tsunagi.plugin.retention.persistence.RetentionTable.Destruction;
import org.tsunagi.plugin.retention.persistence.RetentionTable.Hold;

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
}
