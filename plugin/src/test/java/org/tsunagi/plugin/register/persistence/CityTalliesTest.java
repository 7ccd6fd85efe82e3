// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.plugin.code.Codes;
import org.tsunagi.plugin.code.ShippedCodes;
import org.tsunagi.plugin.code.domain.CodeCatalogue;
import org.tsunagi.plugin.code.domain.CodesInForce;
import org.tsunagi.plugin.platform.Migrations;
import org.tsunagi.plugin.platform.SchoolClock;
import org.tsunagi.plugin.register.Counting;
import org.tsunagi.plugin.register.domain.Figure;
import org.tsunagi.plugin.register.domain.StayCount;
import org.tsunagi.plugin.register.domain.StudentCount;
import org.tsunagi.plugin.register.domain.Tally;
import org.tsunagi.testing.TestDatabases;

/** The set-based roll-up against the one counting engine, on random cities in the copy. */
class CityTalliesTest {
  private static final int CITIES = Integer.getInteger("tsunagi.random.cities", 60);

  /** Codes of a city in place of the shipped ones. */
  private static final class CityCodesInForce extends Codes {
    private final CodesInForce codes;

    CityCodesInForce(CodesInForce codes) {
      super(new ShippedCodes());
      this.codes = codes;
    }

    @Override
    public CodesInForce inForce(Connection connection) {
      return codes;
    }
  }

  private record Clock(LocalDate today) implements SchoolClock {
    @Override
    public java.time.Instant now() {
      return today.atStartOfDay(java.time.ZoneId.of("Asia/Tokyo")).toInstant();
    }
  }

  @ParameterizedTest
  @MethodSource("org.tsunagi.testing.TestDatabases#both")
  void everyFigureOfEveryStayInRandomCitiesIsThatOfThePureRule(TestDatabases.Named database)
      throws SQLException {
    long seed = Long.getLong("tsunagi.random.seed", System.nanoTime());
    System.out.println("random cities on " + database + ", seed " + seed);
    Migrations.run(database.dataSource());
    CodeCatalogue shipped = new ShippedCodes().catalogue();
    int[] seen = new int[Figure.values().length];
    try (Connection connection = database.dataSource().getConnection()) {
      connection.setAutoCommit(false);
      for (int i = 0; i < CITIES || (i < 5 * CITIES && !reached(seen)); i++) {
        RandomCity city = new RandomCity(seed + i, shipped);
        city.store(connection);
        compare(seed + i, wanted(connection, city, false, seen), got(connection, city, false));
        compare(seed + i, wanted(connection, city, true, seen), got(connection, city, true));
        connection.commit();
      }
    }
    assertTrue(reached(seen), "some figure was never reached");
  }

  private static boolean reached(int[] seen) {
    return Arrays.stream(seen).allMatch(sum -> sum > 0);
  }

  private static void compare(long seed, Map<String, Tally> wanted, Map<String, Tally> got) {
    assertEquals(wanted.keySet(), got.keySet(), "stays of seed " + seed);
    wanted.forEach((key, tally) -> assertEquals(tally, got.get(key), "seed " + seed + ", " + key));
  }

  private static Map<String, Tally> got(Connection connection, RandomCity city, boolean monthly) {
    Map<String, Tally> rows = new TreeMap<>();
    CityQuery query =
        new CityQuery(city.schools(), RandomCity.YEAR, city.today, monthly, city.codes, city.book);
    new CityTallies()
        .rollUp(
            connection,
            query,
            step -> {},
            row ->
                rows.put(
                    key(row.student(), row.stay(), row.month().map(Object::toString).orElse("")),
                    row.tally()));
    return rows;
  }

  private static Map<String, Tally> wanted(
      Connection connection, RandomCity city, boolean monthly, int[] seen) {
    Counting counting =
        new Counting(
            new CityCodesInForce(city.inForce),
            new RegisterFacts(),
            (c, schools, year, students) -> city.book,
            new Clock(city.today));
    FactsQuery query =
        FactsQuery.ofYear(Set.copyOf(city.schools()), RandomCity.YEAR, Set.of(), Set.of());
    Map<String, Tally> rows = new TreeMap<>();
    for (StudentCount student : counting.count(connection, query).students()) {
      for (StayCount stay : student.stays()) {
        String id = stay.stay().id();
        if (monthly) {
          stay.months()
              .forEach(
                  (month, count) ->
                      rows.put(key(student.student(), id, month.toString()), count.tally()));
        } else {
          rows.put(key(student.student(), id, ""), stay.year().tally());
        }
      }
    }
    rows.values().forEach(tally -> note(tally, seen));
    return rows;
  }

  private static void note(Tally tally, int[] seen) {
    for (Figure figure : Figure.values()) {
      seen[figure.ordinal()] += figure.of(tally);
    }
  }

  private static String key(StudentId student, String stay, String month) {
    return student.value() + " " + stay + " " + month;
  }
}
