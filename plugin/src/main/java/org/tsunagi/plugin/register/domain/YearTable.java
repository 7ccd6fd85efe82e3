// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register.domain;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The table 月別欠席状況等 of the 学年別A sheet: sixteen rows, twelve months and 計, all in days.
 *
 * @param schoolYear the school year
 * @param months the months, April first
 * @param rows the rows in the form's order
 * @param daysPresent the guidance record's 出席日数 of the year up to today
 * @param daysAbsent the guidance record's 欠席日数 of the year up to today
 * @param unknownDays days whose register was not taken
 * @param presentOnSheet what the row 出席日数 shows
 */
public record YearTable(
    int schoolYear,
    List<YearMonth> months,
    List<Row> rows,
    int daysPresent,
    int daysAbsent,
    int unknownDays,
    String presentOnSheet) {
  /** Copies the lists. */
  public YearTable {
    months = List.copyOf(months);
    rows = List.copyOf(rows);
  }

  /**
   * A row.
   *
   * @param id the row's name, for example {@code requiredDays}
   * @param label the form's own word
   * @param figure the figure by which a cell is explained
   * @param months twelve values; null for a month that is blank
   * @param total 計; null while the whole year is blank
   */
  public record Row(
      String id,
      String label,
      String figure,
      List<@Nullable Integer> months,
      @Nullable Integer total) {
    /** Copies the list, blanks included. */
    public Row {
      months = Collections.unmodifiableList(new ArrayList<>(months));
    }
  }
}
