// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register.domain;

import java.time.YearMonth;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * What a stay comes to.
 *
 * @param stay the stay
 * @param days a verdict for every planned day of the stay up to today, by date
 * @param year the whole stay
 * @param months each month in which the stay has a planned day up to today; their sum is the year
 */
public record StayCount(
    Stay stay,
    List<DayVerdict> days,
    PeriodCount year,
    NavigableMap<YearMonth, PeriodCount> months) {
  public StayCount {
    days = List.copyOf(days);
    months = Collections.unmodifiableNavigableMap(new TreeMap<>(months));
  }

  /** Returns the stay as a reader sees it who may not know restricted causes. */
  public StayCount masked() {
    NavigableMap<YearMonth, PeriodCount> shown = new TreeMap<>();
    months.forEach((month, count) -> shown.put(month, count.masked()));
    return new StayCount(
        stay, days.stream().map(DayVerdict::masked).toList(), year.masked(), shown);
  }
}
