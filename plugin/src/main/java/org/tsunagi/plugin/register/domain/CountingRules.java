// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The counting engine: from a student's facts to verdicts, tallies, remarks and findings.
 *
 * <p>Basis: 30文科初第1845号 別紙1「出欠の記録」.
 */
public final class CountingRules {
  private CountingRules() {}

  /**
   * Counts a student's year.
   *
   * @throws IllegalArgumentException where a mark's code is not in the catalogue
   */
  public static StudentCount count(StudentYear year, CountingTerms terms) {
    MarkBook marks = MarkBook.of(year.marks(), terms.codes());
    DayFindings findings = new DayFindings(year.student());
    List<Stay> stays = new ArrayList<>(year.stays());
    stays.sort(Comparator.comparing((Stay stay) -> stay.period().first()).thenComparing(Stay::id));
    List<StayCount> counts = new ArrayList<>(stays.size());
    for (Stay stay : stays) {
      List<DayVerdict> days = new DayRule(year, terms, marks, stay, findings).judge();
      counts.add(TallyRule.count(stay, days, terms, year.today()));
    }
    for (MarkBook.Entry entry : marks.list()) {
      LocalDate date = entry.mark.date();
      if (!entry.used() && year.today().map(today -> !date.isAfter(today)).orElse(true)) {
        findings.add(DayFindings.MARK_OUTSIDE_SCHOOL_DAYS, date);
      }
    }
    return new StudentCount(year.student(), counts, findings.list());
  }
}
