// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.guidancerecord.domain;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.tsunagi.api.roster.Enrolment;
import org.tsunagi.api.school.Grade;
import org.tsunagi.api.school.SchoolYear;
import org.tsunagi.plugin.shared.JapaneseDates;

/**
 * Tells of a repeated year (原級留置): the grade is not written twice on one record, so the old record
 * is closed, a new one is opened, and both are kept together; forms with one column for a grade
 * print the later year.
 *
 * <p>Basis: 指導要録の手引 第3章 Q3.
 */
public final class RepeatedYearRule {
  private RepeatedYearRule() {}

  /** Lists the school years whose grade the student took again in a later year. */
  public static Set<Integer> earlierYears(List<Enrolment> stays) {
    Set<Integer> earlier = new HashSet<>();
    for (Enrolment stay : stays) {
      boolean again =
          stays.stream()
              .anyMatch(
                  later -> later.grade() == stay.grade() && later.schoolYear() > stay.schoolYear());
      if (again) {
        earlier.add(stay.schoolYear());
      }
    }
    return earlier;
  }

  /**
   * Writes the entry that 総合所見 of the old record gets.
   *
   * @param reason why; empty while it is not typed
   */
  public static String oldRecord(int schoolYear, Grade grade, String reason) {
    return "原級留置　"
        + decidedOn(schoolYear)
        + "　"
        + TransferRule.gradeName(grade)
        + (reason.isBlank() ? "" : "　" + reason);
  }

  /** Writes the entry that 総合所見 of the new record gets. */
  public static String newRecord(int schoolYear, Grade grade) {
    return decidedOn(schoolYear) + "　" + TransferRule.gradeName(grade) + "に原級留置";
  }

  private static String decidedOn(int schoolYear) {
    LocalDate last = new SchoolYear(schoolYear).last();
    return JapaneseDates.full(last, Locale.JAPANESE);
  }
}
