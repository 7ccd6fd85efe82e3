// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.watch.domain;

import java.time.LocalDate;
import java.util.List;

/**
 * Something that was noticed of a student.
 *
 * @param rule what
 * @param variant which one of several of the rule, such as {@code 5-20} of a window; empty else
 * @param since the first day of its episode; for a whole school year its first day
 * @param raisedOn the day on which it was reached
 * @param open whether it still holds
 * @param days how many days (or tries) it tells of by now
 * @param of how many school days it looks at; for days of the year, how many of them are illness;
 *     else 0
 * @param dates the days it tells of, by date; empty for a whole school year
 */
public record WatchFinding(
    WatchRule rule,
    String variant,
    LocalDate since,
    LocalDate raisedOn,
    boolean open,
    int days,
    int of,
    List<LocalDate> dates) {
  /** Copies the list. */
  public WatchFinding {
    dates = List.copyOf(dates);
  }

  /** Returns the key: it stays the same for a student while the episode lasts. */
  public String key() {
    return rule.name() + (variant.isEmpty() ? "" : "-" + variant) + "@" + since;
  }
}
