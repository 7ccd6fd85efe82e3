// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.tsunagi.plugin.code.ShippedCodes;
import org.tsunagi.plugin.code.domain.CodeCatalogue;
import org.tsunagi.plugin.crediting.domain.Acceptances;

class CountingAgainstOracleTest {
  private static final CodeCatalogue CODES = new ShippedCodes().catalogue();

  @Test
  void engineAndSlowOracleAgreeOnRandomStudentYears() {
    compare(
        Integer.getInteger("tsunagi.random.years", 6_000),
        Long.getLong("tsunagi.random.seed", System.nanoTime()));
  }

  /**
   * Holds random student-years against the oracle; fails at the first difference. It goes on past
   * the wanted number until every corner of the rules was come to, up to ten times as many.
   */
  static void compare(int wanted, long seed) {
    System.out.println("random student-years: " + wanted + ", seed " + seed);
    RandomYears years = new RandomYears(seed, CODES);
    Reached reached = new Reached();
    for (int i = 0; i < wanted || (i < 10 * wanted && !reached.everything()); i++) {
      CountingTerms terms = years.terms();
      StudentYear year = years.next();
      StudentCount count = CountingRules.count(year, terms);
      for (StayCount stay : count.stays()) {
        String where = "seed " + seed + ", student-year " + i + ", stay " + stay.stay().id();
        compare(where, stay, new SlowOracle(year, terms, stay.stay()));
        laws(where, stay);
        reached.note(stay, terms);
      }
    }
    reached.assertEverything();
  }

  private static void compare(String where, StayCount stay, SlowOracle oracle) {
    same(where + ", year", oracle.of("year"), stay.year().tally());
    assertEquals(oracle.remarks.of("year"), stay.year().remarkTexts(), where + ", remarks");
    int running = 0;
    for (Map.Entry<YearMonth, PeriodCount> month : stay.months().entrySet()) {
      String at = where + ", " + month.getKey();
      Tally tally = month.getValue().tally();
      same(at, oracle.of(month.getKey().toString()), tally);
      assertEquals(
          oracle.remarks.of(month.getKey().toString()), month.getValue().remarkTexts(), at);
      running +=
          oracle.of(month.getKey().toString()).getOrDefault("daysAbsentIncludingCredited", 0);
      assertEquals(running, tally.cumulativeDaysAbsent(), at + ", cumulativeDaysAbsent");
    }
    assertEquals(running, stay.year().tally().cumulativeDaysAbsent(), where);
    for (String period : oracle.figures.keySet()) {
      assertTrue(
          period.equals("year") || stay.months().containsKey(YearMonth.parse(period)), where);
    }
  }

  /** What holds of every count, whatever the rules are. */
  private static void laws(String where, StayCount stay) {
    Tally year = stay.year().tally();
    assertEquals(year.schoolDays(), year.exemptDays() + year.requiredDays(), where);
    assertEquals(
        year.requiredDays(), year.daysPresent() + year.daysAbsent() + year.unknownDays(), where);
    assertTrue(year.creditedDays() <= year.daysPresent(), where);
    for (Figure figure : Figure.values()) {
      if (figure != Figure.CUMULATIVE_DAYS_ABSENT) {
        int months =
            stay.months().values().stream().mapToInt(month -> figure.of(month.tally())).sum();
        assertEquals(figure.of(year), months, where + ", months of " + figure.code());
      }
    }
    for (DayVerdict day : stay.days()) {
      if (day.flags().contains(DayFlag.CREDITED)) {
        assertEquals(DayClass.PRESENT, day.dayClass(), where);
      }
      if (day.flags().contains(DayFlag.CLOSED) || day.flags().contains(DayFlag.GRADE_CLOSED)) {
        assertTrue(
            day.dayClass() == DayClass.EXEMPT || day.dayClass() == DayClass.NO_SCHOOL, where);
      }
    }
  }

  private static void same(String where, Map<String, Integer> wanted, Tally tally) {
    for (Figure figure : Figure.values()) {
      if (figure != Figure.CUMULATIVE_DAYS_ABSENT) {
        int expected = wanted.getOrDefault(figure.code(), 0);
        if (expected != figure.of(tally)) {
          assertEquals(expected, figure.of(tally), where + ", " + figure.code());
        }
      }
    }
  }

  @Test
  void orderOfEntryNeverMatters() {
    long seed = Long.getLong("tsunagi.random.seed", System.nanoTime());
    System.out.println("order of entry, seed " + seed);
    RandomYears years = new RandomYears(seed, CODES);
    Random random = new Random(seed);
    for (int i = 0; i < 2_000; i++) {
      CountingTerms terms = years.terms();
      StudentYear year = years.next();
      StudentCount one = CountingRules.count(year, terms);
      StudentCount other = CountingRules.count(shuffled(year, random), terms);
      assertEquals(one.findings(), other.findings(), "seed " + seed + ", " + i);
      for (int s = 0; s < one.stays().size(); s++) {
        assertEquals(one.stays().get(s).year(), other.stays().get(s).year(), "seed " + seed);
        assertEquals(one.stays().get(s).months(), other.stays().get(s).months(), "seed " + seed);
      }
    }
  }

  private static StudentYear shuffled(StudentYear year, Random random) {
    List<Stay> stays = new ArrayList<>();
    for (Stay stay : mixed(year.stays(), random)) {
      GradeCalendar old = stay.grade().calendar();
      GradeYear grade =
          GradeYear.of(
              new GradeCalendar(
                  old.school(),
                  old.grade(),
                  mixed(old.days(), random),
                  mixed(old.homerooms(), random),
                  mixed(old.closures(), random)));
      stays.add(new Stay(stay.id(), grade, stay.period(), mixed(stay.placements(), random)));
    }
    return new StudentYear(
        year.student(),
        stays,
        mixed(year.groups(), random),
        mixed(year.marks(), random),
        mixed(year.creditings(), random),
        new Acceptances(year.acceptances().asked(), mixed(year.acceptances().list(), random)),
        year.visits(),
        year.today());
  }

  private static <T> List<T> mixed(List<T> list, Random random) {
    List<T> mixed = new ArrayList<>(list);
    Collections.shuffle(mixed, random);
    return mixed;
  }
}
