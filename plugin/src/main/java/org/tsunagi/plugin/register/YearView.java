// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register;

import java.util.List;
import org.tsunagi.plugin.register.domain.YearTable;

/**
 * A student's school year as the sheet 学年別A shows it.
 *
 * @param table the table 月別欠席状況等
 * @param days every planned day up to today
 * @param pendingDays days that wait for a crediting decision
 */
public record YearView(YearTable table, List<HeatDay> days, int pendingDays) {
  /** Copies the list. */
  public YearView {
    days = List.copyOf(days);
  }
}
