// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.api.attendance;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.school.SchoolId;

/**
 * An attendance mark (出欠の記号) of one student on one day.
 *
 * @param school the school whose register it stands in
 * @param student the student
 * @param date the day
 * @param code the id of the attendance code, for example {@code ABSENT_ILLNESS}
 * @param detail what a remark names (a disease, a relative …); empty when none
 * @param facility the facility's id for learning elsewhere; empty when none
 * @param place where, in words; empty when none
 * @param onlineHeld whether an online lesson was held for the student
 * @param onlineSpecial whether the student took part in it
 * @param minutes minutes of learning with ICT, 0–1440
 * @param visit whether a face-to-face visit was made; empty when not told
 * @param note a note for colleagues; empty when none
 */
public record AttendanceMark(
    SchoolId school,
    StudentId student,
    LocalDate date,
    String code,
    String detail,
    String facility,
    String place,
    boolean onlineHeld,
    boolean onlineSpecial,
    OptionalInt minutes,
    Optional<Boolean> visit,
    String note) {
  public AttendanceMark {
    if (code.isBlank()) {
      throw new IllegalArgumentException("a mark needs a code");
    }
    minutes.ifPresent(
        value -> {
          if (value < 0 || value > 1440) {
            throw new IllegalArgumentException("minutes must lie in 0-1440");
          }
        });
  }

  /** Returns a mark with a code and nothing else. */
  public static AttendanceMark of(SchoolId school, StudentId student, LocalDate date, String code) {
    return new AttendanceMark(
        school,
        student,
        date,
        code,
        "",
        "",
        "",
        false,
        false,
        OptionalInt.empty(),
        Optional.empty(),
        "");
  }
}
