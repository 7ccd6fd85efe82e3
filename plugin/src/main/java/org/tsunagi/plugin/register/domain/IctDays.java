// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register.domain;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.tsunagi.plugin.crediting.domain.IctRule;

/**
 * Converts a stay's marks of learning at home with ICT into credited days. Without a rule, or where
 * no mark tells of minutes or visits, one mark is one day; where some do, the silent ones stand for
 * nothing.
 *
 * <p>Basis: 元文科初第698号 別記2 留意事項 (換算は学校や教育委員会の規程等による).
 */
final class IctDays {
  private final Optional<IctRule> rule;
  private final Map<YearMonth, Integer> visits = new HashMap<>();

  IctDays(Optional<IctRule> rule, MarkBook marks, Stay stay, Optional<LocalDate> today) {
    boolean told = false;
    if (rule.isPresent()) {
      for (MarkBook.Entry entry : marks.list()) {
        if (entry.isIct()) {
          told |= entry.tellsOfIct();
          LocalDate date = entry.mark.date();
          if (entry.visited()
              && stay.period().contains(date)
              && today.map(end -> !date.isAfter(end)).orElse(true)) {
            visits.merge(YearMonth.from(date), 1, Integer::sum);
          }
        }
      }
    }
    this.rule = told ? rule : Optional.empty();
  }

  boolean credits(MarkBook.Entry entry) {
    return rule.isEmpty()
        || rule.get()
            .credits(entry.minutes(), visits.getOrDefault(YearMonth.from(entry.mark.date()), 0));
  }
}
