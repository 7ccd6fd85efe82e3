// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.guidancerecord;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.school.Grade;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.plugin.code.Codes;
import org.tsunagi.plugin.code.ShippedCodes;
import org.tsunagi.plugin.code.domain.CodesInForce;
import org.tsunagi.plugin.guidancerecord.domain.CitySurveyRule;
import org.tsunagi.plugin.guidancerecord.domain.RecordRow;
import org.tsunagi.plugin.guidancerecord.domain.RecordRowRule;
import org.tsunagi.plugin.guidancerecord.domain.SurveyCount;
import org.tsunagi.plugin.guidancerecord.domain.SurveyRule;
import org.tsunagi.plugin.platform.Migrations;
import org.tsunagi.plugin.platform.SchoolClock;
import org.tsunagi.plugin.register.CitySnapshots;
import org.tsunagi.plugin.register.Counting;
import org.tsunagi.plugin.register.domain.Tally;
import org.tsunagi.plugin.register.domain.TallyRule;
import org.tsunagi.plugin.register.persistence.CityQuery;
import org.tsunagi.plugin.register.persistence.CityTallies;
import org.tsunagi.plugin.register.persistence.FactsQuery;
import org.tsunagi.plugin.register.persistence.LongAbsenceCounts;
import org.tsunagi.plugin.register.persistence.RandomCity;
import org.tsunagi.plugin.register.persistence.RegisterFacts;
import org.tsunagi.plugin.register.persistence.TallySnapshots;
import org.tsunagi.testing.TestDatabases;

/** The survey of a whole city by SQL against the pure rule on every student's tallies. */
class CitySurveyTest {
  private static final int CITIES = Integer.getInteger("tsunagi.random.cities", 20);

  private static final class CityCodes extends Codes {
    private final CodesInForce codes;

    CityCodes(CodesInForce codes) {
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
    public Instant now() {
      return today.atStartOfDay().toInstant(ZoneOffset.UTC);
    }
  }

  @ParameterizedTest
  @MethodSource("org.tsunagi.testing.TestDatabases#both")
  void everyNumberOfEveryGradeAndTheTotalAreThoseOfThePureRule(TestDatabases.Named database)
      throws SQLException {
    long seed = Long.getLong("tsunagi.random.seed", System.nanoTime());
    System.out.println("surveys of random cities on " + database + ", seed " + seed);
    Migrations.run(database.dataSource());
    List<SurveyCount> seen = new ArrayList<>();
    try (Connection connection = database.dataSource().getConnection()) {
      connection.setAutoCommit(false);
      for (int i = 0; i < CITIES || (i < 10 * CITIES && !reached(seen)); i++) {
        RandomCity city = new RandomCity(seed + i, new ShippedCodes().catalogue());
        city.store(connection);
        Map<String, List<Tally>> tallies = tallies(connection, city);
        Map<String, SurveyCount> wanted = new TreeMap<>();
        tallies.forEach((grade, own) -> wanted.put(grade, SurveyRule.count(own)));
        Map<String, SurveyCount> got = got(connection, city);
        assertEquals(wanted, got, "seed " + (seed + i));
        assertEquals(
            SurveyRule.count(tallies.values().stream().flatMap(List::stream).toList()),
            CitySurveyRule.sum(got.values()));
        seen.addAll(got.values());
        connection.commit();
      }
    }
    assertTrue(reached(seen), () -> "seen: " + CitySurveyRule.sum(seen));
  }

  /** Tells whether credited days came up; the thresholds have a test of their own. */
  private static boolean reached(List<SurveyCount> seen) {
    return CitySurveyRule.sum(seen).creditedDays().stream().anyMatch(days -> days > 0);
  }

  @ParameterizedTest
  @MethodSource("org.tsunagi.testing.TestDatabases#both")
  void everyThresholdIsThatOfThePureRule(TestDatabases.Named database) throws SQLException {
    long seed = Long.getLong("tsunagi.random.seed", System.nanoTime());
    Migrations.run(database.dataSource());
    SplittableRandom random = new SplittableRandom(seed);
    try (Connection connection = database.dataSource().getConnection()) {
      connection.setAutoCommit(false);
      RandomCity city = new RandomCity(seed, new ShippedCodes().catalogue());
      city.store(connection);
      CityQuery query =
          new CityQuery(city.schools(), RandomCity.YEAR, city.today, false, city.codes, city.book);
      TallySnapshots snapshots = new TallySnapshots();
      TallySnapshots.Writing writing = snapshots.replace(connection, query, Instant.EPOCH);
      Map<String, Map<Integer, List<Tally>>> wanted = new TreeMap<>();
      for (int i = 0; i < 160; i++) {
        int school = 1 + random.nextInt(3);
        int student = 1 + random.nextInt(RandomCity.STUDENTS);
        Grade grade = random.nextBoolean() ? Grade.P5 : Grade.P6;
        Tally tally = tally(random);
        writing.add(
            new CityTallies.Row(
                school,
                student,
                new SchoolId("S" + school),
                new StudentId("K" + (1000 - student)),
                "stay-" + i,
                grade,
                i,
                Optional.empty(),
                tally));
        wanted
            .computeIfAbsent("S" + school + " " + grade, key -> new TreeMap<>())
            .computeIfAbsent(student, key -> new ArrayList<>())
            .add(tally);
      }
      writing.flush();
      int[] seen = new int[4];
      for (var one :
          new CitySnapshots(snapshots, new LongAbsenceCounts())
              .longAbsences(connection, city.schools(), RandomCity.YEAR)) {
        List<Tally> sums =
            Objects.requireNonNull(wanted.remove(one.school().value() + " " + one.grade()))
                .values()
                .stream()
                .map(TallyRule::sum)
                .toList();
        assertEquals(SurveyRule.count(sums), CitySurveyRule.of(one), "seed " + seed);
        for (int i = 0; i < 4; i++) {
          seen[i] += one.guidanceRecord().get(i) * one.includingCredited().get(i);
        }
      }
      assertTrue(wanted.isEmpty());
      assertTrue(IntStream.of(seen).allMatch(n -> n > 0), () -> Arrays.toString(seen));
      connection.rollback();
    }
  }

  /** Makes figures that lie about the thresholds: 30, 90, present on 10 days or on none. */
  private static Tally tally(SplittableRandom random) {
    int absent = random.nextInt(3) == 0 ? random.nextInt(5) : 10 + random.nextInt(110);
    int present = random.nextBoolean() ? 0 : random.nextInt(8);
    List<Integer> credited = new ArrayList<>();
    int inRows = 0;
    for (int row = 0; row < 8; row++) {
      int days = random.nextInt(20) == 0 ? random.nextInt(12) : 0;
      credited.add(days);
      inRows += days;
    }
    int unknown = random.nextInt(4) == 0 ? random.nextInt(3) : 0;
    int required = absent + present + inRows + unknown;
    int exempt = random.nextInt(5);
    return new Tally(
        required + exempt,
        exempt,
        required,
        absent,
        required - absent - unknown,
        inRows,
        0,
        0,
        0,
        absent + inRows,
        credited,
        0,
        0,
        0,
        unknown);
  }

  private static Map<String, SurveyCount> got(Connection connection, RandomCity city) {
    CityQuery query =
        new CityQuery(city.schools(), RandomCity.YEAR, city.today, false, city.codes, city.book);
    TallySnapshots snapshots = new TallySnapshots();
    TallySnapshots.Writing writing = snapshots.replace(connection, query, Instant.EPOCH);
    new CityTallies().rollUp(connection, query, step -> {}, writing::add);
    writing.flush();
    Map<String, SurveyCount> got = new TreeMap<>();
    new CitySnapshots(snapshots, new LongAbsenceCounts())
        .longAbsences(connection, city.schools(), RandomCity.YEAR)
        .forEach(one -> got.put(one.school() + " " + one.grade(), CitySurveyRule.of(one)));
    return got;
  }

  private static Map<String, List<Tally>> tallies(Connection connection, RandomCity city) {
    Counting counting =
        new Counting(
            new CityCodes(city.inForce),
            new RegisterFacts(),
            (c, schools, year, students) -> city.book,
            new Clock(city.today));
    FactsQuery query =
        FactsQuery.ofYear(Set.copyOf(city.schools()), RandomCity.YEAR, Set.of(), Set.of());
    Map<String, List<Tally>> tallies = new TreeMap<>();
    counting
        .count(connection, query)
        .students()
        .forEach(
            student -> {
              for (RecordRow row : RecordRowRule.rows(RandomCity.YEAR, student.stays())) {
                tallies
                    .computeIfAbsent(row.school() + " " + row.grade(), key -> new ArrayList<>())
                    .add(row.tally());
              }
            });
    return tallies;
  }
}
