// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.guidancerecord.domain;

/**
 * A row of the annex 非常時にオンラインを活用して実施した特例の授業等の記録: one reason of a school year.
 *
 * @param cause (1) 児童（生徒）が登校できない事由
 * @param daysHeld (2)① 実施日数
 * @param daysTakenPart (2)② 参加日数, 0–daysHeld; days of coming to school instead are in it
 * @param emergency whether the reason is one for which the annex is made; if not, the row asks to
 *     be looked at
 */
public record OnlineRow(String cause, int daysHeld, int daysTakenPart, boolean emergency) {
  /** Checks the days. */
  public OnlineRow {
    if (daysTakenPart < 0 || daysTakenPart > daysHeld) {
      throw new IllegalArgumentException("nobody takes part in a lesson that was not held");
    }
  }
}
