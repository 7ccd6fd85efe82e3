// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.api.attendance;

import java.time.LocalDate;
import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.school.HomeroomId;
import org.tsunagi.api.school.SchoolId;

/** Hears of marks, as {@link org.tsunagi.api.roster.RosterFeed} hears of stays. */
@ConsumerType
public interface MarkFeed {
  /** Hears of marks that are new or changed, as they are now. */
  void marksChanged(List<AttendanceMark> marks);

  /** Hears of days that became blank. */
  void marksCleared(List<Blank> blanks);

  /** Hears that a homeroom's register was taken on a day, or that it was not. */
  void takenChanged(HomeroomId homeroom, LocalDate date, boolean taken);

  /**
   * A day that became blank.
   *
   * @param school the school
   * @param student the student
   * @param date the day
   */
  record Blank(SchoolId school, StudentId student, LocalDate date) {}
}
