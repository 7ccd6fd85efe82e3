// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register.persistence;

import java.sql.Connection;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.plugin.crediting.domain.CreditingBook;
import org.tsunagi.plugin.crediting.domain.CreditingDecision;
import org.tsunagi.plugin.crediting.domain.FiledDecision;
import org.tsunagi.plugin.crediting.domain.IctRule;
import org.tsunagi.plugin.crediting.domain.IctRules;
import org.tsunagi.plugin.crediting.domain.Outcome;
import org.tsunagi.plugin.platform.sql.Sql;
import org.tsunagi.plugin.shared.DateRange;

/**
 * Puts into work tables what counting knows beside the copy: codes as they are on each day,
 * decisions, acceptances, evidence and conversion rules. They come from the same ports as for the
 * pure rule and are few, whatever the number of students.
 */
final class CityTerms {
  private final Connection connection;
  private final CityQuery query;
  private final Map<StudentId, Integer> students = new HashMap<>();
  private final Map<SchoolId, Integer> schools = new HashMap<>();

  CityTerms(Connection connection, CityQuery query) {
    this.connection = connection;
    this.query = query;
  }

  /** Fills the tables; tells whether a conversion rule holds anywhere. */
  boolean fill() {
    fillSchools();
    fillDates();
    CityCodes.fill(connection, query);
    CreditingBook book = query.book();
    Set<StudentId> named = new HashSet<>(book.decisions().keySet());
    named.addAll(book.acceptances().keySet());
    named.addAll(book.visits().keySet());
    named.addAll(book.minutes().keySet());
    Numbers.STUDENT
        .find(connection, named.stream().map(StudentId::value).toList())
        .forEach((id, number) -> students.put(new StudentId(id), number));
    fillDecisions();
    fillAcceptances();
    fillEvidence();
    return fillRules();
  }

  private void fillSchools() {
    List<String> ids = query.schools().stream().map(SchoolId::value).toList();
    Sql.update(
        connection,
        "INSERT INTO roll_school SELECT s.school_no,"
            + " CASE WHEN r.setting = 'true' THEN 1 ELSE 0 END,"
            + " CASE WHEN n.setting = 'true' THEN 1 ELSE 0 END"
            + " FROM UNNEST(CAST(? AS varchar ARRAY)) AS k(id)"
            + " JOIN count_school s ON s.school_id = k.id"
            + " LEFT JOIN register_setting r ON r.school_id = k.id"
            + " AND r.name = 'register.acceptancesAsked'"
            + " LEFT JOIN register_setting n ON n.school_id = k.id"
            + " AND n.name = 'closures.specialNeedsCounted'",
        Sql.array(connection, "varchar", ids));
    Numbers.SCHOOL
        .find(connection, ids)
        .forEach((id, number) -> schools.put(new SchoolId(id), number));
  }

  private void fillDates() {
    List<@Nullable Object[]> dates = new ArrayList<>();
    List<@Nullable Object[]> periods = new ArrayList<>();
    LocalDate first = query.year().first();
    for (int month = 0; month < 12; month++) {
      LocalDate begin = first.plusMonths(month);
      LocalDate end = first.plusMonths(month + 1);
      for (LocalDate date = begin; date.isBefore(end); date = date.plusDays(1)) {
        dates.add(new Object[] {Days.of(date), date, month + 1});
      }
      addPeriod(periods, month + 1, Days.of(begin), Days.of(end) - 1);
    }
    if (!query.monthly()) {
      periods.clear();
      addPeriod(periods, 0, query.firstDay(), query.lastDay());
    }
    Sql.batch(connection, "INSERT INTO roll_date VALUES (?, ?, ?)", dates);
    Sql.batch(connection, "INSERT INTO roll_period VALUES (?, ?, ?)", periods);
  }

  private void addPeriod(List<@Nullable Object[]> periods, int number, int first, int last) {
    if (first <= query.untilDay()) {
      periods.add(new Object[] {number, first, Math.min(last, query.untilDay())});
    }
  }

  private <T> void fillFor(Map<StudentId, ? extends Collection<T>> of, String sql, RowOf<T> row) {
    List<@Nullable Object[]> rows = new ArrayList<>();
    of.forEach(
        (student, all) -> {
          Integer number = students.get(student);
          if (number != null) {
            all.forEach(one -> row.of(number, one).ifPresent(rows::add));
          }
        });
    Sql.batch(connection, sql, rows);
  }

  /** Makes a row of something of a student; empty where it doesn't matter. */
  @FunctionalInterface
  private interface RowOf<T> {
    Optional<@Nullable Object[]> of(int student, T one);
  }

  private int first(DateRange range) {
    LocalDate first = query.year().first();
    return Days.of(range.first().isBefore(first) ? first : range.first());
  }

  private int last(DateRange range) {
    LocalDate last = query.year().last();
    return Days.of(range.last().isAfter(last) ? last : range.last());
  }

  /** Only granted decisions change a figure: a waiting and a refused day are both absent. */
  private void fillDecisions() {
    int[] numbers = {0};
    fillFor(
        query.book().decisions(),
        "INSERT INTO roll_decision VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (student, one) -> decision(numbers[0]++, student, one));
  }

  private Optional<@Nullable Object[]> decision(int number, int student, FiledDecision filed) {
    CreditingDecision decision = filed.decision();
    Integer school = schools.get(filed.school());
    boolean later = filed.anchor().isAfter(query.year().last());
    if (school == null || later || decision.outcome() != Outcome.GRANTED) {
      return Optional.empty();
    }
    return Optional.of(
        new Object[] {
          number,
          student,
          school,
          first(new DateRange(filed.anchor(), query.year().last())),
          decision.kind(),
          decision.facility().orElse(""),
          first(decision.period()),
          last(decision.period())
        });
  }

  private void fillAcceptances() {
    fillFor(
        query.book().acceptances(),
        "INSERT INTO roll_acceptance VALUES (?, ?, ?, ?, ?)",
        (student, one) ->
            Optional.of(
                new Object[] {
                  student,
                  one.code(),
                  first(one.period()),
                  last(one.period()),
                  outcome(one.outcome())
                }));
  }

  private void fillEvidence() {
    Map<StudentId, List<Map.Entry<LocalDate, Integer>>> minutes = new HashMap<>();
    query
        .book()
        .minutes()
        .forEach((student, days) -> minutes.put(student, List.copyOf(days.entrySet())));
    fillFor(
        minutes,
        "INSERT INTO roll_minutes VALUES (?, ?, ?)",
        (student, one) ->
            Optional.of(new Object[] {student, Days.of(one.getKey()), one.getValue()}));
    fillFor(
        query.book().visits(),
        "INSERT INTO roll_visit VALUES (?, ?)",
        (student, day) -> Optional.of(new Object[] {student, Days.of(day)}));
    Sql.update(connection, "INSERT INTO roll_told SELECT DISTINCT student_no FROM roll_visit");
  }

  private boolean fillRules() {
    List<@Nullable Object[]> rows = new ArrayList<>();
    query
        .book()
        .ictRules()
        .forEach(
            (school, rules) -> {
              Integer number = schools.get(school);
              if (number != null) {
                addRules(rows, number, rules);
              }
            });
    Sql.batch(connection, "INSERT INTO roll_rule VALUES (?, ?, ?, ?, ?, ?, ?, ?)", rows);
    return !rows.isEmpty();
  }

  /** Adds a row for each version that is in force within the year, the newest first. */
  private void addRules(List<@Nullable Object[]> rows, int school, IctRules rules) {
    int end = query.lastDay();
    for (IctRules.Version version : rules.versions()) {
      boolean always = version.first().isBefore(query.year().first());
      int first = always ? query.firstDay() : Days.of(version.first());
      if (first <= end) {
        rows.add(rule(school, first, end, version.rule(), rules.evidenceNeeded()));
        end = first - 1;
      }
    }
  }

  private static @Nullable Object[] rule(
      int school, int first, int last, IctRule rule, boolean evidence) {
    boolean byDay = rule.basis() != IctRule.Basis.VISITS && rule.span() == IctRule.Span.DAY;
    return new Object[] {
      school,
      first,
      last,
      rule.basis() == IctRule.Basis.MINUTES ? 0 : rule.visitsPerMonth(),
      byDay ? rule.minutesPerDay() : 0,
      rule.sumsMonth() ? rule.minutesPerDay() : 0,
      rounding(rule.rounding()),
      evidence ? 1 : 0
    };
  }

  private static int outcome(Outcome outcome) {
    return switch (outcome) {
      case GRANTED -> 0;
      case REFUSED -> 1;
      case WAITING -> 2;
    };
  }

  private static int rounding(IctRule.Rounding rounding) {
    return switch (rounding) {
      case DOWN -> 0;
      case HALF_UP -> 1;
      case UP -> 2;
    };
  }
}
