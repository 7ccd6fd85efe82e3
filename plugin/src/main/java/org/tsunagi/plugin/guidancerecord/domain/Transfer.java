// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.guidancerecord.domain;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A change of school (転学), as both schools' records tell of it.
 *
 * @param lastAttendedOn the last day the student came to the old school (出校した最後の日); empty while
 *     unknown
 * @param acceptedOn the day on which the new school accepted the student, a school day or not;
 *     empty while its notice is awaited
 * @param movingDays days that the move took, from which an unknown last day is reckoned, 0–366
 * @param from the old school
 * @param to the new school
 * @param reason the reason; empty when none
 */
public record Transfer(
    Optional<LocalDate> lastAttendedOn,
    Optional<LocalDate> acceptedOn,
    int movingDays,
    Place from,
    Place to,
    String reason) {
  /** Checks the days. */
  public Transfer {
    if (movingDays < 0 || movingDays > 366) {
      throw new IllegalArgumentException("a move takes 0-366 days");
    }
    if (lastAttendedOn.isPresent()
        && acceptedOn.isPresent()
        && !lastAttendedOn.get().isBefore(acceptedOn.get())) {
      throw new IllegalArgumentException("the last day must be before the acceptance");
    }
  }

  /**
   * A school at either end.
   *
   * @param school the school's name; empty while unknown
   * @param grade the grade as records write it, for example {@code 第3学年}; empty while unknown
   * @param address the school's address; empty when not typed
   */
  public record Place(String school, String grade, String address) {}
}
