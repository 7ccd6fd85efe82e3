// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register.persistence;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.plugin.code.domain.AttendanceCode;
import org.tsunagi.plugin.code.domain.CodeCatalogue;
import org.tsunagi.plugin.code.domain.CodeEffect;
import org.tsunagi.plugin.crediting.domain.Acceptance;
import org.tsunagi.plugin.crediting.domain.CreditingBook;
import org.tsunagi.plugin.crediting.domain.CreditingDecision;
import org.tsunagi.plugin.crediting.domain.FiledDecision;
import org.tsunagi.plugin.crediting.domain.IctRule;
import org.tsunagi.plugin.crediting.domain.IctRules;
import org.tsunagi.plugin.crediting.domain.Outcome;
import org.tsunagi.plugin.shared.DateRange;

/** Decisions, acceptances, evidence and conversion rules of a {@link RandomCity}. */
final class RandomBook {
  private final SplittableRandom random;
  private final CodeCatalogue codes;
  private final List<AttendanceCode> all;
  private final LocalDate begin;
  private final int span;

  RandomBook(SplittableRandom random, CodeCatalogue codes, LocalDate begin, int span) {
    this.random = random;
    this.codes = codes;
    this.all = codes.list();
    this.begin = begin;
    this.span = span;
  }

  private boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  private LocalDate date() {
    return begin.plusDays(random.nextInt(span));
  }

  private String oneOf(String... texts) {
    return texts[random.nextInt(texts.length)];
  }

  private DateRange range() {
    LocalDate first = date();
    return new DateRange(first, first.plusDays(random.nextInt(chance(50) ? 5 : span)));
  }

  CreditingBook book(List<SchoolId> schools, IntFunction<SchoolId> homes) {
    Map<StudentId, List<FiledDecision>> decisions = new HashMap<>();
    Map<StudentId, List<Acceptance>> acceptances = new HashMap<>();
    Map<StudentId, Set<LocalDate>> visits = new HashMap<>();
    Map<StudentId, Map<LocalDate, Integer>> minutes = new HashMap<>();
    for (int student = 1; student <= RandomCity.STUDENTS; student++) {
      StudentId id = new StudentId("K" + (1000 - student));
      for (int i = random.nextInt(15); i > 0; i--) {
        decisions
            .computeIfAbsent(id, key -> new ArrayList<>())
            .add(filed(chance(70) ? List.of(homes.apply(student)) : schools, i));
        if (chance(40)) {
          acceptances.computeIfAbsent(id, key -> new ArrayList<>()).add(acceptance(i));
        }
        if (chance(10)) {
          visits.computeIfAbsent(id, key -> new HashSet<>()).add(date());
        }
        if (chance(10)) {
          minutes.computeIfAbsent(id, key -> new HashMap<>()).put(date(), random.nextInt(150));
        }
      }
    }
    Map<SchoolId, IctRules> rules = new HashMap<>();
    for (SchoolId school : schools) {
      if (chance(60)) {
        rules.put(school, rules());
      }
    }
    return new CreditingBook(decisions, acceptances, visits, minutes, Map.of(), rules);
  }

  private IctRules rules() {
    List<IctRules.Version> versions = new ArrayList<>();
    LocalDate first = chance(50) ? LocalDate.MIN : date();
    for (int i = random.nextInt(3); i >= 0; i--) {
      IctRule rule =
          new IctRule(
              IctRule.Basis.values()[random.nextInt(3)],
              random.nextInt(4),
              random.nextInt(90),
              IctRule.Span.values()[random.nextInt(2)],
              IctRule.Rounding.values()[random.nextInt(3)]);
      versions.add(new IctRules.Version("v" + i, first, rule));
      first = first.isBefore(begin) ? date() : first.plusDays(1 + random.nextInt(30));
    }
    return new IctRules(versions, chance(50));
  }

  private FiledDecision filed(List<SchoolId> schools, int number) {
    LocalDate anchor = chance(50) ? LocalDate.of(2026, 4, 1).minusDays(random.nextInt(40)) : date();
    SchoolId school = schools.get(random.nextInt(schools.size()));
    return new FiledDecision(school, anchor, decision(number));
  }

  private CreditingDecision decision(int number) {
    List<AttendanceCode> credited =
        all.stream().filter(code -> code.effect() == CodeEffect.CREDITED).toList();
    AttendanceCode code =
        chance(40) ? codes.get("CREDITED_ICT") : credited.get(random.nextInt(credited.size()));
    return new CreditingDecision(
        "D" + number,
        chance(50) && !code.kind().isBlank() ? code.kind() : code.id(),
        chance(70) ? Optional.empty() : Optional.of(oneOf("F0", "F1")),
        chance(50) ? new DateRange(begin, LocalDate.of(2999, 3, 31)) : range(),
        chance(75) ? Outcome.GRANTED : Outcome.values()[random.nextInt(3)],
        Optional.empty(),
        Optional.empty());
  }

  private Acceptance acceptance(int number) {
    List<AttendanceCode> exempt =
        all.stream().filter(code -> code.effect() == CodeEffect.EXEMPT).toList();
    return new Acceptance(
        "A" + number,
        exempt.get(random.nextInt(exempt.size())).id(),
        chance(60) ? new DateRange(begin, begin.plusYears(1)) : range(),
        Outcome.values()[random.nextInt(3)]);
  }
}
