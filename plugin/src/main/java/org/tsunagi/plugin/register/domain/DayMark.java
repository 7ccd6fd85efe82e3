// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register.domain;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A mark (出欠の記号) on a day.
 *
 * @param date the day
 * @param code the code's id; empty for a mark that only tells of an online lesson
 * @param detail what the remark names (a disease, a relative …); empty when none
 * @param facility the facility's id; empty when none
 * @param place where, in words; empty when none
 * @param onlineHeld whether an online lesson was held for the student
 * @param onlineSpecial whether the student took part in it
 * @param minutes minutes of learning with ICT, 0–1440
 * @param visit whether a face-to-face visit was made; empty when not told
 */
public record DayMark(
    LocalDate date,
    String code,
    String detail,
    String facility,
    String place,
    boolean onlineHeld,
    boolean onlineSpecial,
    OptionalInt minutes,
    Optional<Boolean> visit) {

  /** Returns the same mark with minutes of learning. */
  public DayMark withMinutes(int learned) {
    return new DayMark(
        date,
        code,
        detail,
        facility,
        place,
        onlineHeld,
        onlineSpecial,
        OptionalInt.of(learned),
        visit);
  }

  /** Returns a mark with a code and nothing else. */
  public static DayMark of(LocalDate date, String code) {
    return new DayMark(date, code, "", "", "", false, false, OptionalInt.empty(), Optional.empty());
  }
}
