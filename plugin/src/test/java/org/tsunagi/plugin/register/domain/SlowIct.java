// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register.domain;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;
import org.tsunagi.plugin.crediting.domain.IctRule;
import org.tsunagi.plugin.crediting.domain.IctRules;

/** Slow conversion of learning at home into days: each question goes through the whole year. */
final class SlowIct {
  private static final String ICT = "CREDITED_ICT";

  private final StudentYear year;
  private final Stay stay;
  private final IctRules rules;
  private final BiPredicate<LocalDate, DayMark> creditable;

  /**
   * Makes it.
   *
   * @param creditable tells whether a mark decides its day, the day is open and a decision covers
   *     it
   */
  SlowIct(StudentYear year, Stay stay, IctRules rules, BiPredicate<LocalDate, DayMark> creditable) {
    this.year = year;
    this.stay = stay;
    this.rules = rules;
    this.creditable = creditable;
  }

  boolean converts(DayMark mark) {
    IctRules.Version version = version(mark.date());
    if (version == null || !told()) {
      return true;
    }
    IctRule rule = version.rule();
    return switch (rule.basis()) {
      case VISITS -> visits(mark.date()) >= rule.visitsPerMonth();
      case MINUTES -> longEnough(mark, version);
      case BOTH -> visits(mark.date()) >= rule.visitsPerMonth() && longEnough(mark, version);
    };
  }

  private IctRules.@Nullable Version version(LocalDate day) {
    IctRules.Version held = null;
    for (IctRules.Version one : rules.versions()) {
      boolean begun = one.first().compareTo(day) <= 0;
      if (begun && (held == null || one.first().compareTo(held.first()) > 0)) {
        held = one;
      }
    }
    return held;
  }

  private boolean told() {
    boolean told = rules.evidenceNeeded() || !year.visits().isEmpty();
    for (DayMark one : year.marks()) {
      told |= one.code().equals(ICT) && (one.minutes().isPresent() || one.visit().isPresent());
    }
    return told;
  }

  private boolean counts(LocalDate day) {
    return SlowClosures.in(stay.period(), day)
        && (year.today().isEmpty() || day.compareTo(year.today().get()) <= 0);
  }

  private int visits(LocalDate day) {
    Set<LocalDate> visits = new HashSet<>();
    for (LocalDate visit : year.visits()) {
      visits.add(visit);
    }
    for (DayMark one : year.marks()) {
      if (one.code().equals(ICT) && one.visit().orElse(false)) {
        visits.add(one.date());
      }
    }
    visits.removeIf(one -> !counts(one) || !YearMonth.from(one).equals(YearMonth.from(day)));
    return visits.size();
  }

  private boolean longEnough(DayMark mark, IctRules.Version version) {
    IctRule rule = version.rule();
    if (rule.span() == IctRule.Span.DAY) {
      return mark.minutes().orElse(0) >= rule.minutesPerDay();
    }
    if (rule.minutesPerDay() == 0) {
      return true;
    }
    List<LocalDate> days = new ArrayList<>();
    int minutes = 0;
    YearMonth month = YearMonth.from(mark.date());
    for (int i = 1; i <= month.lengthOfMonth(); i++) {
      LocalDate day = month.atDay(i);
      for (DayMark one : year.marks()) {
        if (one.date().equals(day)
            && one.code().equals(ICT)
            && counts(day)
            && version.equals(version(day))
            && creditable.test(day, one)) {
          days.add(day);
          minutes += one.minutes().orElse(0);
        }
      }
    }
    double whole = (double) minutes / rule.minutesPerDay();
    long credited =
        switch (rule.rounding()) {
          case DOWN -> (long) Math.floor(whole);
          case HALF_UP -> (2L * minutes + rule.minutesPerDay()) / (2L * rule.minutesPerDay());
          case UP -> (long) Math.ceil(whole);
        };
    return days.indexOf(mark.date()) < credited;
  }
}
