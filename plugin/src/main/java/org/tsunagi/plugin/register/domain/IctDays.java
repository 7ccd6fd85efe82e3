// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register.domain;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.tsunagi.plugin.code.domain.CodeCatalogue;
import org.tsunagi.plugin.code.domain.CodeCount;
import org.tsunagi.plugin.crediting.domain.IctRule;
import org.tsunagi.plugin.crediting.domain.IctRules;

/**
 * Converts a stay's marks of learning at home with ICT into credited days, by the rule in force on
 * each day. Without a rule one mark is one day; so it is where nothing at all tells of minutes or
 * visits, unless evidence is needed. Where some marks tell, the silent ones stand for nothing.
 *
 * <p>Basis: 元文科初第698号 別記2 留意事項 (換算は学校や教育委員会の規程等による).
 */
final class IctDays {
  private final IctRules rules;
  private final StudentYear year;
  private final MarkBook marks;
  private final Stay stay;
  private final Predicate<MarkBook.Entry> creditable;
  private final boolean evident;
  private final Map<YearMonth, Set<LocalDate>> visits = new HashMap<>();
  private final Map<Sum, Set<LocalDate>> summed = new HashMap<>();

  /**
   * Makes it.
   *
   * @param creditable tells whether a mark's day is open and covered by a granted decision
   */
  IctDays(
      CountingTerms terms,
      StudentYear year,
      MarkBook marks,
      Stay stay,
      Predicate<MarkBook.Entry> creditable) {
    this.rules = terms.at(stay.grade().calendar().school()).ictRules();
    this.year = year;
    this.marks = marks;
    this.stay = stay;
    this.creditable = creditable;
    this.evident = !rules.versions().isEmpty() && evidence(terms.codes());
  }

  private boolean evidence(CodeCatalogue codes) {
    boolean told = rules.evidenceNeeded();
    for (LocalDate date : year.visits()) {
      told = true;
      addVisit(date);
    }
    for (DayMark mark : year.marks()) {
      if (!mark.code().isEmpty()
          && codes.get(mark.code(), mark.date()).counts().contains(CodeCount.ICT)) {
        told |= mark.minutes().isPresent() || mark.visit().isPresent();
        if (mark.visit().orElse(false)) {
          addVisit(mark.date());
        }
      }
    }
    return told;
  }

  private void addVisit(LocalDate date) {
    if (counts(date)) {
      visits.computeIfAbsent(YearMonth.from(date), month -> new HashSet<>()).add(date);
    }
  }

  private boolean counts(LocalDate date) {
    return stay.period().contains(date)
        && year.today().map(today -> !date.isAfter(today)).orElse(true);
  }

  /** Tells whether a mark whose decision is granted gives a credited day. */
  boolean credits(DayMark mark) {
    Optional<IctRules.Version> version = rules.on(mark.date());
    if (!evident || version.isEmpty()) {
      return true;
    }
    IctRule rule = version.get().rule();
    YearMonth month = YearMonth.from(mark.date());
    return rule.visitedEnough(visits.getOrDefault(month, Set.of()).size())
        && rule.longEnough(mark.minutes().orElse(0))
        && (!rule.sumsMonth() || daysOf(month, version.get()).contains(mark.date()));
  }

  /** The days of a month under one version that its summed minutes come to: the first ones. */
  private Set<LocalDate> daysOf(YearMonth month, IctRules.Version version) {
    Sum sum = new Sum(month, version);
    Set<LocalDate> known = summed.get(sum);
    if (known == null) {
      List<LocalDate> dates = new ArrayList<>();
      int minutes = 0;
      for (MarkBook.Entry entry : marks.list()) {
        LocalDate date = entry.mark.date();
        if (entry.isIct()
            && YearMonth.from(date).equals(month)
            && counts(date)
            && rules.on(date).equals(Optional.of(version))
            && creditable.test(entry)) {
          dates.add(date);
          minutes += entry.minutes();
        }
      }
      known = new HashSet<>(dates.subList(0, version.rule().daysOf(minutes, dates.size())));
      summed.put(sum, known);
    }
    return known;
  }

  /** What is summed at once: a month in which the rule changes is two sums. */
  private record Sum(YearMonth month, IctRules.Version version) {}
}
