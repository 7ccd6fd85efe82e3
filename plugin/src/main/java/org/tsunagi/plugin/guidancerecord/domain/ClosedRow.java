// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.guidancerecord.domain;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.school.Grade;
import org.tsunagi.plugin.register.domain.Figure;

/**
 * A student's row of 出欠の記録 as it was closed.
 *
 * @param student the student
 * @param grade the grade
 * @param figures the figures by name, all in days
 * @param remarks the items of 備考
 * @param days each planned day as {@link DayLine} writes it, so that a later difference can name
 *     its days
 */
public record ClosedRow(
    StudentId student,
    Grade grade,
    Map<String, Integer> figures,
    List<RemarkItem> remarks,
    String days) {
  /** Copies the collections. */
  public ClosedRow {
    figures = Map.copyOf(new TreeMap<>(figures));
    remarks = List.copyOf(remarks);
  }

  /** Returns the row without the reasons that are restricted. */
  public ClosedRow masked() {
    return new ClosedRow(
        student, grade, figures, remarks.stream().map(RemarkItem::masked).toList(), days);
  }

  /** Returns a figure; 0 where the row does not tell it. */
  public int figure(Figure figure) {
    return figures.getOrDefault(figure.code(), 0);
  }
}
