// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tsunagi.plugin.register.domain.Figure;
import org.tsunagi.plugin.register.domain.SlowOracle;
import org.tsunagi.testing.TestDatabases;

/**
 * Corrections and order of entry through the stored path: closures, voids, marks, corrections and
 * taken registers in random order, and the stored tallies against the slow oracle again and again.
 */
class RandomOperationsTest {
  private static final int OPERATIONS = 400;

  /** A school now and then has no unknown day; then another is tried. */
  private static final int ROUNDS = 5;

  private static final List<Figure> REACHED =
      List.of(
          Figure.EXEMPT_DAYS,
          Figure.DAYS_ABSENT,
          Figure.DAYS_PRESENT,
          Figure.LATE_ARRIVALS,
          Figure.SEPARATE_ROOM_DAYS,
          Figure.ONLINE_DAYS_HELD,
          Figure.UNKNOWN_DAYS);

  private static final int EVERY = 20;

  @Test
  void storedTalliesAreTheOraclesAfterEveryFewOfFourHundredOperations() {
    long seed = Long.getLong("tsunagi.random.seed", System.nanoTime());
    System.out.println("stored operations, seed " + seed);
    int[] seen = new int[Figure.values().length];
    int corrections = 0;
    int voids = 0;
    for (int round = 0; round < ROUNDS && (round == 0 || !reached(seen)); round++) {
      RandomSchool school =
          new RandomSchool(new TestDatabases.Named("H2", TestDatabases.h2()), seed + round);
      for (int i = 1; i <= OPERATIONS; i++) {
        school.operate();
        if (i % EVERY == 0) {
          compare("seed " + (seed + round) + ", operation " + i, school, seen);
        }
      }
      corrections += school.corrections();
      voids += school.voids();
    }
    assertTrue(reached(seen), "some figure was never reached");
    assertTrue(corrections > 20, "too few corrections: " + corrections);
    assertTrue(voids > 5, "too few voided closures: " + voids);
  }

  private static boolean reached(int[] seen) {
    return REACHED.stream().allMatch(figure -> seen[figure.ordinal()] > 0);
  }

  private static void compare(String where, RandomSchool school, int[] seen) {
    Map<String, SlowOracle> oracles = school.oracles();
    List<String> met = new ArrayList<>();
    for (boolean monthly : List.of(false, true)) {
      for (TallyRow row : school.tallies(monthly)) {
        SlowOracle oracle = oracles.get(row.student());
        String period = monthly ? row.month() : "year";
        String at = where + ", " + row.student() + " " + period;
        for (Figure figure : Figure.values()) {
          int got = figure.of(row.count().tally());
          seen[figure.ordinal()] += got;
          if (figure != Figure.CUMULATIVE_DAYS_ABSENT) {
            int wanted = oracle.of(period).getOrDefault(figure.code(), 0);
            assertEquals(wanted, got, at + ", " + figure.code());
          }
        }
        assertEquals(oracle.remarks(period), row.count().remarkTexts(), at);
        if (!monthly) {
          met.add(row.student());
        }
      }
    }
    assertEquals(List.copyOf(oracles.keySet()), met.stream().sorted().toList(), where);
  }
}
