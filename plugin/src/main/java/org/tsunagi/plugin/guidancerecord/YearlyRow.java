// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.guidancerecord;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tsunagi.api.roster.StudentRecord;
import org.tsunagi.api.school.Grade;
import org.tsunagi.plugin.guidancerecord.domain.RepeatedYearRule;
import org.tsunagi.plugin.register.domain.StayCount;
import org.tsunagi.plugin.register.domain.Tally;
import org.tsunagi.plugin.register.domain.TallyRule;

/**
 * A column of 学年別欠席日数等 of the common sheet (共通シート): a school year in one grade over all schools, in
 * days. 欠席日数 has no qualifier on the form, so both measures are here by name.
 *
 * @param schoolYear the school year
 * @param grade the grade's code
 * @param repeatedLater whether the grade was taken again; the form prints the later year
 * @param requiredDays 出席しなければならない日数
 * @param daysPresent 出席日数 of the guidance record, credited days inside
 * @param attendedDays days at school: without the rows ①–⑧
 * @param separateRoomDays 別室登校
 * @param lateCount 遅刻
 * @param earlyLeaveCount 早退
 * @param daysAbsent 欠席日数 of the guidance record
 * @param daysAbsentIncludingCredited 欠席日数（出席扱いを含む）
 * @param countedPresentTotal 指導要録上の出席扱い, the sum of ①–⑧
 * @param countedPresent the rows ①–⑧
 * @param unknownDays days whose register was not taken
 */
public record YearlyRow(
    int schoolYear,
    String grade,
    boolean repeatedLater,
    int requiredDays,
    int daysPresent,
    int attendedDays,
    int separateRoomDays,
    int lateCount,
    int earlyLeaveCount,
    int daysAbsent,
    int daysAbsentIncludingCredited,
    int countedPresentTotal,
    List<Integer> countedPresent,
    int unknownDays) {
  /** Copies the list. */
  public YearlyRow {
    countedPresent = List.copyOf(countedPresent);
  }

  static List<YearlyRow> of(int schoolYear, List<StayCount> stays, StudentRecord student) {
    boolean repeated = RepeatedYearRule.earlierYears(student.stays()).contains(schoolYear);
    Map<Grade, List<Tally>> byGrade = new LinkedHashMap<>();
    for (StayCount stay : stays) {
      byGrade
          .computeIfAbsent(stay.stay().grade().calendar().grade(), one -> new ArrayList<>())
          .add(stay.year().tally());
    }
    List<YearlyRow> rows = new ArrayList<>();
    byGrade.forEach(
        (grade, tallies) -> rows.add(row(schoolYear, grade, repeated, TallyRule.sum(tallies))));
    return rows;
  }

  private static YearlyRow row(int schoolYear, Grade grade, boolean repeated, Tally tally) {
    int inRows = tally.daysAbsentIncludingCredited() - tally.daysAbsent();
    return new YearlyRow(
        schoolYear,
        grade.name(),
        repeated,
        tally.requiredDays(),
        tally.daysPresent(),
        tally.daysPresent() - inRows,
        tally.separateRoomDays(),
        tally.lateArrivals(),
        tally.earlyDepartures(),
        tally.daysAbsent(),
        tally.daysAbsentIncludingCredited(),
        inRows,
        tally.credited(),
        tally.unknownDays());
  }
}
