// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.guidancerecord;

import java.util.ArrayList;
import java.util.List;
import org.tsunagi.plugin.guidancerecord.domain.SurveyCount;

/**
 * The columns of the survey in CSV. {@code …IncludingCredited} counts by 欠席日数（出席扱いを含む）, {@code
 * …GuidanceRecord} by 欠席日数 of the guidance record.
 */
final class SurveyColumns {
  static final List<String> NAMES =
      List.of(
          "students",
          "absent30IncludingCredited",
          "absent90IncludingCredited",
          "present10IncludingCredited",
          "present0IncludingCredited",
          "absent30GuidanceRecord",
          "absent90GuidanceRecord",
          "present10GuidanceRecord",
          "present0GuidanceRecord",
          "credited1Students",
          "credited2Students",
          "credited3Students",
          "credited4Students",
          "credited5Students",
          "credited6Students",
          "credited7Students",
          "credited8Students",
          "credited1Days",
          "credited2Days",
          "credited3Days",
          "credited4Days",
          "credited5Days",
          "credited6Days",
          "credited7Days",
          "credited8Days",
          "unknownDays");

  private SurveyColumns() {}

  static List<Object> values(SurveyCount count) {
    List<Object> values = new ArrayList<>();
    values.add(count.students());
    for (SurveyCount.Absences one : List.of(count.includingCredited(), count.guidanceRecord())) {
      values.addAll(List.of(one.absent30(), one.absent90(), one.present10(), one.present0()));
    }
    values.addAll(count.creditedStudents());
    values.addAll(count.creditedDays());
    values.add(count.unknownDays());
    return values;
  }
}
