// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.crediting;

import java.time.LocalDate;
import java.util.List;
import org.tsunagi.plugin.shared.Finding;

/**
 * What a decision would change, before it is taken. Nothing is written.
 *
 * @param countedTo the last day that is counted
 * @param now the figures as they are
 * @param after the figures as they would be
 * @param remarks the remarks as they would be, by their order
 * @param remarksGone the remarks that would go
 * @param days the days of this kind in the period
 * @param findings what the rule would say of the decision
 */
public record PreviewView(
    LocalDate countedTo,
    Figures now,
    Figures after,
    List<Remark> remarks,
    List<String> remarksGone,
    List<Day> days,
    List<Finding> findings) {
  /**
   * The five columns of 出欠の記録 and what is credited within them.
   *
   * @param schoolDays 授業日数
   * @param exemptDays 出席停止・忌引等の日数
   * @param requiredDays 出席しなければならない日数
   * @param daysAbsent 欠席日数
   * @param daysPresent 出席日数
   * @param creditedDays うち出席扱い
   */
  public record Figures(
      int schoolDays,
      int exemptDays,
      int requiredDays,
      int daysAbsent,
      int daysPresent,
      int creditedDays) {}

  /**
   * A remark.
   *
   * @param text its text
   * @param isNew whether the decision would bring it or change it
   */
  public record Remark(String text, boolean isNew) {}

  /**
   * A day of this kind.
   *
   * @param date the day
   * @param glyph the mark's sign
   * @param before the class of the day as it is, for example {@code ABSENT}
   * @param after the class as it would be
   * @param moves whether the decision changes it
   * @param why why it stays as it is: {@code waiting}, {@code refused}, {@code evidenceMissing}
   *     (visits or minutes), {@code outside}; empty where it is credited
   */
  public record Day(
      LocalDate date, String glyph, String before, String after, boolean moves, String why) {}
}
