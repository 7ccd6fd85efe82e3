// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.watch.domain;

/**
 * A rolling window: so many days of the last so many school days (授業日).
 *
 * @param days the weighed days that raise a finding, 1–200
 * @param schoolDays the length of the window, not shorter than that, 1–200
 */
public record RollingWindow(int days, int schoolDays) {
  /** Checks the ranges. */
  public RollingWindow {
    if (days < 1 || schoolDays < days || schoolDays > 200) {
      throw new IllegalArgumentException("a window needs 1 to 200 days, within its length");
    }
  }
}
