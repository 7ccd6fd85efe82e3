// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.sample;

import java.time.LocalDate;

/**
 * A stay of a student in a homeroom for a year.
 *
 * @param pupil the student
 * @param room the homeroom
 * @param grade the grade
 * @param number the number in the register
 * @param firstOn the first day
 * @param lastOn the last day (inclusive)
 */
record Stay(Pupil pupil, Room room, String grade, int number, LocalDate firstOn, LocalDate lastOn) {
  /** Returns the sourcedId of the enrolment. */
  String id() {
    return "en-" + room.year() + "-" + pupil.id();
  }

  /** Tells whether a day belongs to the stay. */
  boolean covers(LocalDate day) {
    return !day.isBefore(firstOn) && !day.isAfter(lastOn);
  }
}
