// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.YearMonth;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;
import org.tsunagi.plugin.crediting.domain.IctRule;
import org.tsunagi.plugin.crediting.domain.IctRules;

/** Which corners of the rules random years have come to; a corner never reached proves nothing. */
final class Reached {
  private static final Set<String> SUMS = allSums();

  private final Set<Figure> figures = EnumSet.noneOf(Figure.class);
  private final Set<DayFlag> flags = EnumSet.noneOf(DayFlag.class);
  private final Set<String> sums = new TreeSet<>();

  void note(StayCount stay, CountingTerms terms) {
    for (Figure figure : Figure.values()) {
      if (figure.of(stay.year().tally()) > 0) {
        figures.add(figure);
      }
    }
    IctRules rules = terms.at(stay.stay().grade().calendar().school()).ictRules();
    for (DayVerdict day : stay.days()) {
      flags.addAll(day.flags());
      if (day.has(DayFlag.ICT_SHORT)) {
        rules.on(day.date()).ifPresent(version -> note(stay, day, rules, version.rule()));
      }
    }
  }

  /** Notes a month of which one rule credits some days of learning at home and not others. */
  private void note(StayCount stay, DayVerdict shortOne, IctRules rules, IctRule rule) {
    YearMonth month = YearMonth.from(shortOne.date());
    for (DayVerdict other : stay.days()) {
      boolean credited =
          other.has(DayFlag.CREDITED)
              && other
                  .causes()
                  .mark()
                  .map(mark -> mark.code().equals("CREDITED_ICT"))
                  .orElse(false);
      if (credited && YearMonth.from(other.date()).equals(month)) {
        boolean same = rules.on(other.date()).equals(rules.on(shortOne.date()));
        sums.add(same ? rule.span() + " " + rule.rounding() : "changed within a month");
      }
    }
  }

  boolean everything() {
    return figures.size() == Figure.values().length
        && flags.size() == DayFlag.values().length
        && sums.size() == SUMS.size();
  }

  void assertEverything() {
    assertEquals(EnumSet.allOf(Figure.class), figures);
    assertEquals(EnumSet.allOf(DayFlag.class), flags);
    assertEquals(SUMS, sums);
  }

  private static Set<String> allSums() {
    Set<String> wanted = new TreeSet<>(Set.of("changed within a month"));
    for (IctRule.Span span : IctRule.Span.values()) {
      for (IctRule.Rounding rounding : IctRule.Rounding.values()) {
        wanted.add(span + " " + rounding);
      }
    }
    return wanted;
  }
}
