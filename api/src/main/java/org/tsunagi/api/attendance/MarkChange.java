// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.api.attendance;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.school.SchoolId;

/**
 * A change of one mark: to another mark, or to a blank.
 *
 * @param school the school whose register it stands in
 * @param student the student
 * @param date the day
 * @param mark the mark as it shall be; empty to make the day blank
 * @param author who changes it
 * @param reason why; a first entry with a reason is kept in the history too, one without (a bulk
 *     import) is not
 * @param at when
 */
public record MarkChange(
    SchoolId school,
    StudentId student,
    LocalDate date,
    Optional<AttendanceMark> mark,
    Author author,
    String reason,
    Instant at) {

  /**
   * The one who changes a mark, as the register prints it.
   *
   * @param id the staff id, or the name of a service account
   * @param name the name
   * @param title the title (職名)
   */
  public record Author(String id, String name, String title) {}
}
