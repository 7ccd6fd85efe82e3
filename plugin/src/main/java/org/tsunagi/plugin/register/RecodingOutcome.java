// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register;

import java.time.LocalDate;
import java.util.List;

/**
 * What turning absences into another code does, or did.
 *
 * @param dryRun whether nothing was written
 * @param days the days that are turned
 * @param before the year's figures before
 * @param after the year's figures after
 * @param lockedMonths locked months among the days, as {@code 2026-10}
 * @param mayUnlock whether the one who asks may write in them
 */
public record RecodingOutcome(
    boolean dryRun,
    List<LocalDate> days,
    Figures before,
    Figures after,
    List<String> lockedMonths,
    boolean mayUnlock) {
  /** Copies the lists. */
  public RecodingOutcome {
    days = List.copyOf(days);
    lockedMonths = List.copyOf(lockedMonths);
  }

  /**
   * The five columns and 備考 of the year.
   *
   * @param schoolDays 授業日数
   * @param exemptDays 出席停止・忌引等の日数
   * @param requiredDays 出席しなければならない日数
   * @param daysAbsent 欠席日数
   * @param daysPresent 出席日数
   * @param remarks the items of 備考
   */
  public record Figures(
      int schoolDays,
      int exemptDays,
      int requiredDays,
      int daysAbsent,
      int daysPresent,
      List<String> remarks) {
    /** Copies the list. */
    public Figures {
      remarks = List.copyOf(remarks);
    }
  }
}
