// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register.domain;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tsunagi.plugin.code.domain.CodeCount;
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
  private final Map<YearMonth, Set<LocalDate>> visits = new HashMap<>();

  IctDays(CountingTerms terms, StudentYear year, Stay stay) {
    boolean told = false;
    if (terms.ictRule().isPresent()) {
      for (DayMark mark : year.marks()) {
        if (!mark.code().isEmpty()
            && terms.codes().get(mark.code()).counts().contains(CodeCount.ICT)) {
          told |= mark.minutes().isPresent() || mark.visit().isPresent();
          if (mark.visit().orElse(false) && counts(mark.date(), year, stay)) {
            visits
                .computeIfAbsent(YearMonth.from(mark.date()), month -> new HashSet<>())
                .add(mark.date());
          }
        }
      }
    }
    this.rule = told ? terms.ictRule() : Optional.empty();
  }

  private static boolean counts(LocalDate date, StudentYear year, Stay stay) {
    return stay.period().contains(date)
        && year.today().map(today -> !date.isAfter(today)).orElse(true);
  }

  boolean credits(DayMark mark) {
    if (rule.isEmpty()) {
      return true;
    }
    int visited = visits.getOrDefault(YearMonth.from(mark.date()), Set.of()).size();
    return rule.get().credits(mark.minutes().orElse(0), visited);
  }
}
