// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.code.draft;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.tsunagi.plugin.code.CodeDiff;
import org.tsunagi.plugin.shared.Finding;

/**
 * What a change would do, before it is put in force.
 *
 * @param fingerprint what putting it in force has to name; empty where it can't be
 * @param firstOn the first day on which it holds
 * @param findings what there is to say; an error refuses it
 * @param codes the codes that differ
 * @param marks how many marks of these codes lie between that day and today
 * @param backwards whether some of them lie before today, so that it has to be confirmed
 * @param students the students whose figures change
 * @param remarkStudents the students of whom only 備考 changes
 * @param figures the figures that change, over those students
 * @param schools the schools that are touched
 * @param months the months that change
 * @param lockedMonths those of them that are locked somewhere
 * @param earlierSchoolYears the school years before this one that are touched
 * @param schoolsNotShown touched schools whose figures the asker may not see
 */
public record DraftPreview(
    String fingerprint,
    LocalDate firstOn,
    List<Finding> findings,
    List<ChangedCode> codes,
    int marks,
    boolean backwards,
    int students,
    int remarkStudents,
    List<ChangedFigure> figures,
    List<TouchedSchool> schools,
    List<YearMonth> months,
    List<YearMonth> lockedMonths,
    List<Integer> earlierSchoolYears,
    int schoolsNotShown) {

  /**
   * A code that differs.
   *
   * @param id the code
   * @param label its name
   * @param isNew whether there was none before
   * @param fields what differs
   */
  public record ChangedCode(String id, String label, boolean isNew, List<CodeDiff.Field> fields) {}

  /**
   * A figure that changes.
   *
   * @param figure its name in formats
   * @param label the form's own word
   * @param before the sum as it is, in days
   * @param after the sum as it would be
   */
  public record ChangedFigure(String figure, String label, int before, int after) {}

  /**
   * A school that is touched.
   *
   * @param schoolId the school
   * @param name its name
   * @param marks how many marks of the codes
   * @param students the students whose figures change
   * @param remarkStudents the students of whom only 備考 changes
   */
  public record TouchedSchool(
      String schoolId, String name, int marks, int students, int remarkStudents) {}

  /** Tells whether it may not be put in force. */
  public boolean refused() {
    return findings.stream().anyMatch(one -> one.severity() == Finding.Severity.ERROR);
  }
}
