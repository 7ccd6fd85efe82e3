// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.supportsheet;

import java.time.LocalDate;
import org.tsunagi.api.roster.Enrolment;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.roster.StudentRecord;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.plugin.access.Target;
import org.tsunagi.plugin.supportsheet.domain.SheetKey;
import org.tsunagi.plugin.supportsheet.domain.SheetStayRule;

/**
 * Whose sheet it is, at which school, and which part of it.
 *
 * @param record the student's record
 * @param target the student with the stays at that school, for the gate
 * @param stay the stay to which the part belongs
 * @param key the part
 */
public record SheetPlace(
    StudentRecord record, Target.OfStudent target, Enrolment stay, SheetKey key) {
  /** Returns the student. */
  public StudentId student() {
    return target.student();
  }

  /** Returns the school. */
  public SchoolId school() {
    return stay.school();
  }

  /** Returns the stay of a meeting held on a day; the part's own stay for the other parts. */
  Enrolment stayOn(LocalDate day) {
    return key.meeting().isEmpty()
        ? stay
        : SheetStayRule.covering(record.stays(), school(), day).orElse(stay);
  }
}
