// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.guidancerecord.domain;

import java.util.List;
import org.tsunagi.api.school.Grade;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.plugin.register.domain.Tally;
import org.tsunagi.plugin.shared.DateRange;

/**
 * A row of 出欠の記録: one school year of a student in one grade of one school. Two stays there in one
 * year are one row; a change of school gives each school its own.
 *
 * @param schoolYear the school year
 * @param school the school
 * @param grade the grade
 * @param stays the stays, by first day
 * @param tally the figures, all in days
 * @param remarks the items of 備考, in order
 * @param pendingDays days that wait for a decision and count as absent until then
 */
public record RecordRow(
    int schoolYear,
    SchoolId school,
    Grade grade,
    List<DateRange> stays,
    Tally tally,
    List<RemarkItem> remarks,
    int pendingDays) {
  /** Copies the lists. */
  public RecordRow {
    stays = List.copyOf(stays);
    remarks = List.copyOf(remarks);
  }
}
