// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.guidancerecord;

import java.time.LocalDate;
import java.util.List;
import org.tsunagi.plugin.guidancerecord.domain.RecordRow;

/**
 * The figures of all students of a school, a grade or a homeroom.
 *
 * @param schoolSourcedId the school
 * @param schoolName its name
 * @param schoolYear the school year
 * @param place the homeroom's or the grade's name; empty for the whole school
 * @param lines the students, by grade, homeroom and number
 */
public record ClassRecords(
    String schoolSourcedId, String schoolName, int schoolYear, String place, List<Line> lines) {
  /** Copies the list. */
  public ClassRecords {
    lines = List.copyOf(lines);
  }

  /**
   * A student.
   *
   * @param studentSourcedId the student
   * @param name the name
   * @param homeroom the homeroom's name; empty for none
   * @param number the number in the register; 0 for none
   * @param row the figures
   * @param unknown days whose register was not taken
   * @param waiting days that wait for a decision
   */
  public record Line(
      String studentSourcedId,
      String name,
      String homeroom,
      int number,
      RecordRow row,
      List<LocalDate> unknown,
      List<LocalDate> waiting) {
    /** Copies the lists. */
    public Line {
      unknown = List.copyOf(unknown);
      waiting = List.copyOf(waiting);
    }
  }
}
