// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.exemption.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.school.HomeroomId;
import org.tsunagi.plugin.code.domain.AttendanceCode;

/**
 * School days in a row that carry the same exempt mark for the same cause.
 *
 * @param student the student
 * @param homeroom the homeroom on the first day; empty while none is assigned
 * @param code the code
 * @param detail what the mark names; empty when none
 * @param days the days, by date
 * @param state how the word on them stands
 * @param acceptance the id of the word; empty when there is none
 */
public record ExemptPeriod(
    StudentId student,
    Optional<HomeroomId> homeroom,
    AttendanceCode code,
    String detail,
    List<LocalDate> days,
    State state,
    String acceptance) {
  public ExemptPeriod {
    days = List.copyOf(days);
  }

  /** How the word on an exempt mark stands. */
  public enum State {
    /** The mark needs no word. */
    NONE,
    /** The school does not ask for words, and there is none. */
    NOT_ASKED,
    /** It waits for a word and counts as absent until then. */
    WAITING,
    /** It was accepted or ordered. */
    GRANTED,
    /** It was refused and counts as absent. */
    REFUSED
  }
}
