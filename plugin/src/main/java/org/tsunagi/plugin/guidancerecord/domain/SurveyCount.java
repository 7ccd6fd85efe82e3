// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.guidancerecord.domain;

import java.util.List;

/**
 * Numbers of students for the national survey, without names.
 *
 * <p>Each threshold is counted twice, because the forms use one word for two things: with the days
 * credited in rows ①–⑧ among the days absent (欠席日数（出席扱いを含む）), and by the guidance record alone.
 *
 * @param students all students
 * @param includingCredited by 欠席日数（出席扱いを含む）
 * @param guidanceRecord by 欠席日数 of the guidance record
 * @param creditedStudents students with a credited day, by row ①–⑧
 * @param creditedDays credited days, by row ①–⑧
 * @param unknownDays days whose register was not taken; while there are any, the numbers may rise
 */
public record SurveyCount(
    int students,
    Absences includingCredited,
    Absences guidanceRecord,
    List<Integer> creditedStudents,
    List<Integer> creditedDays,
    int unknownDays) {
  /** Copies the lists. */
  public SurveyCount {
    creditedStudents = List.copyOf(creditedStudents);
    creditedDays = List.copyOf(creditedDays);
  }

  /**
   * Long absences by one measure.
   *
   * @param absent30 students with 30 days absent or more
   * @param absent90 of these, students with 90 or more
   * @param present10 of those with 90, students present on 10 days or fewer, zero included
   * @param present0 of those with 90, students present on no day
   */
  public record Absences(int absent30, int absent90, int present10, int present0) {}
}
