// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.shared;

import java.time.LocalDate;

/**
 * A range of dates, both ends inclusive as on paper forms.
 *
 * @param first the first day
 * @param last the last day, not before the first
 */
public record DateRange(LocalDate first, LocalDate last) {
  public DateRange {
    if (last.isBefore(first)) {
      throw new IllegalArgumentException("a range must not end before it begins");
    }
  }

  /** Returns the range of one day. */
  public static DateRange of(LocalDate day) {
    return new DateRange(day, day);
  }

  /** Tells whether a date lies in the range. */
  public boolean contains(LocalDate date) {
    return !date.isBefore(first) && !date.isAfter(last);
  }
}
