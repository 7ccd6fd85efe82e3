// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tsunagi.plugin.register.domain.Figure;
import org.tsunagi.plugin.register.domain.PeriodCount;

/**
 * A row of the tallies: one stay at one school, for the year or for a month.
 *
 * @param schoolYear the school year
 * @param month the month such as {@code 2026-04}; empty for the year
 * @param school the school's id
 * @param student the student's id
 * @param count the figures and remarks
 */
public record TallyRow(
    int schoolYear, String month, String school, String student, PeriodCount count) {
  private static final List<String> HEAD =
      List.of("schoolYear", "month", "schoolSourcedId", "studentSourcedId");

  /** Lists the names of the columns, in order. */
  public static List<String> columns() {
    List<String> columns = new ArrayList<>(HEAD);
    for (Figure figure : Figure.values()) {
      columns.add(figure.code());
    }
    columns.add("remarks");
    return columns;
  }

  /** Returns the values by column, in order. */
  public Map<String, Object> fields() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("schoolYear", schoolYear);
    fields.put("month", month);
    fields.put("schoolSourcedId", school);
    fields.put("studentSourcedId", student);
    fields.putAll(Figure.all(count.tally()));
    fields.put("remarks", String.join(" ／ ", count.remarkTexts()));
    return fields;
  }
}
