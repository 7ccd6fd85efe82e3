// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.crediting.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.tsunagi.plugin.shared.DateRange;

/** The days of stays: a change of homeroom ends none, a gap does. */
public final class StayPeriods {
  private StayPeriods() {}

  /** Joins ranges that touch or overlap, by first day. */
  public static List<DateRange> of(List<DateRange> parts) {
    List<DateRange> joined = new ArrayList<>();
    for (DateRange part : parts.stream().sorted(Comparator.comparing(DateRange::first)).toList()) {
      DateRange before = joined.isEmpty() ? null : joined.get(joined.size() - 1);
      if (before != null && !part.first().isAfter(before.last().plusDays(1))) {
        LocalDate last = part.last().isAfter(before.last()) ? part.last() : before.last();
        joined.set(joined.size() - 1, new DateRange(before.first(), last));
      } else {
        joined.add(part);
      }
    }
    return joined;
  }
}
