// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tsunagi.plugin.code.ShippedCodes;
import org.tsunagi.plugin.code.domain.CodeCatalogue;
import org.tsunagi.plugin.code.domain.CodeEffect;

/** Why every day is counted as it is, on random student-years. */
class BecauseTest {
  private static final CodeCatalogue CODES = new ShippedCodes().catalogue();
  private static final List<String> ORDER =
      List.of("calendar", "closure", "enrolment", "mark", "decision", "acceptance");

  @Test
  void everyDayNamesItsFactsInOrderEachWithItsBasis() {
    long seed = Long.getLong("tsunagi.random.seed", System.nanoTime());
    RandomYears years = new RandomYears(seed, CODES);
    int[] seen = new int[ORDER.size()];
    for (int i = 0; i < 3_000; i++) {
      CountingTerms terms = years.terms();
      for (StayCount stay : CountingRules.count(years.next(), terms).stays()) {
        for (DayVerdict day : stay.days()) {
          check("seed " + seed + ", year " + i + ", " + day.date(), day, seen);
        }
      }
    }
    for (int count : seen) {
      assertTrue(count > 100, "too rarely met: " + ORDER + " " + java.util.Arrays.toString(seen));
    }
  }

  private static void check(String where, DayVerdict day, int[] seen) {
    List<String> kinds = new ArrayList<>();
    for (Fact fact : day.because()) {
      assertFalse(fact.basis().isBlank(), where + " " + fact);
      assertTrue(fact.text().endsWith("。"), where + " " + fact);
      if (!fact.kind().equals("rule")) {
        kinds.add(fact.kind());
      }
    }
    List<Integer> places = kinds.stream().map(ORDER::indexOf).toList();
    assertEquals(places.stream().sorted().toList(), places, where + " " + kinds);
    places.forEach(place -> seen[place]++);
    DayCauses causes = day.causes();
    assertEquals(List.of("calendar"), kinds.subList(0, 1), where);
    assertEquals(causes.closures().size(), count(kinds, "closure"), where);
    assertEquals(1, count(kinds, "enrolment"), where);
    assertEquals(causes.mark().isPresent() ? 1 : 0, count(kinds, "mark"), where);
    boolean judged =
        causes.code().map(code -> code.effect() == CodeEffect.CREDITED).orElse(false)
            && causes.closures().isEmpty()
            && day.dayClass() != DayClass.NO_SCHOOL
            && !day.has(DayFlag.ICT_SHORT);
    assertEquals(judged ? 1 : 0, count(kinds, "decision"), where);
    causes
        .decision()
        .filter(decision -> judged)
        .ifPresent(
            decision ->
                assertTrue(
                    day.because().stream().anyMatch(fact -> fact.id().equals(decision.id())),
                    where));
  }

  private static int count(List<String> kinds, String wanted) {
    return (int) kinds.stream().filter(wanted::equals).count();
  }

  @Test
  void closuresTellTheirLaw() {
    assertEquals(
        Map.of(
            "ART20", "学校保健安全法20条",
            "ART63", "学校教育法施行規則63条",
            "STAGGERED", "学校保健安全法20条（分散登校）"),
        List.of(Closure.Basis.values()).stream()
            .collect(java.util.stream.Collectors.toMap(Closure.Basis::code, Closure.Basis::law)));
  }
}
