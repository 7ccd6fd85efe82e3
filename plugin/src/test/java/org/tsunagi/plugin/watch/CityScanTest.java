// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.api.school.SchoolYear;
import org.tsunagi.plugin.code.Codes;
import org.tsunagi.plugin.code.ShippedCodes;
import org.tsunagi.plugin.code.domain.CodesInForce;
import org.tsunagi.plugin.platform.Migrations;
import org.tsunagi.plugin.platform.SchoolClock;
import org.tsunagi.plugin.register.CityOutlines;
import org.tsunagi.plugin.register.Counting;
import org.tsunagi.plugin.register.domain.StayCount;
import org.tsunagi.plugin.register.domain.StudentCount;
import org.tsunagi.plugin.register.persistence.CityDays;
import org.tsunagi.plugin.register.persistence.FactsQuery;
import org.tsunagi.plugin.register.persistence.RandomCity;
import org.tsunagi.plugin.register.persistence.RegisterFacts;
import org.tsunagi.plugin.watch.domain.RollingWindow;
import org.tsunagi.plugin.watch.domain.SettingVersion;
import org.tsunagi.plugin.watch.domain.SettingsPart;
import org.tsunagi.plugin.watch.domain.StudentWatch;
import org.tsunagi.plugin.watch.domain.WatchDay;
import org.tsunagi.plugin.watch.domain.WatchFinding;
import org.tsunagi.plugin.watch.domain.WatchRule;
import org.tsunagi.plugin.watch.domain.WatchRules;
import org.tsunagi.plugin.watch.domain.WatchSettings;
import org.tsunagi.plugin.watch.domain.WatchSettings.InRun;
import org.tsunagi.plugin.watch.persistence.CityNotes;
import org.tsunagi.plugin.watch.persistence.SettingTable;
import org.tsunagi.testing.TestDatabases;

/** The look at a whole city against the pure rules on every student's full year. */
class CityScanTest {
  private static final int CITIES = Integer.getInteger("tsunagi.random.cities", 20);
  private static final LocalDate FIRST = LocalDate.of(2026, 5, 18);
  private static final int SPAN = 75;

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
      return today.atStartOfDay(java.time.ZoneId.of("Asia/Tokyo")).toInstant();
    }
  }

  @ParameterizedTest
  @MethodSource("org.tsunagi.testing.TestDatabases#both")
  void aLookAtRandomCitiesFindsWhatThePureRulesFindInEveryStudentsYear(TestDatabases.Named database)
      throws SQLException {
    long seed = Long.getLong("tsunagi.random.seed", System.nanoTime());
    System.out.println("looks at random cities on " + database + ", seed " + seed);
    Migrations.run(database.dataSource());
    Map<WatchRule, Integer> seen = new EnumMap<>(WatchRule.class);
    try (Connection connection = database.dataSource().getConnection()) {
      connection.setAutoCommit(false);
      for (int i = 0;
          i < CITIES || (i < 15 * CITIES && seen.size() < WatchRule.values().length);
          i++) {
        RandomCity city = new RandomCity(seed + i, new ShippedCodes().catalogue());
        city.store(connection);
        SplittableRandom random = new SplittableRandom(seed - i);
        note(connection, city, random);
        for (int look = 0; look < 3; look++) {
          LocalDate on = on(city, random);
          Map<String, List<WatchFinding>> wanted = wanted(connection, city, on);
          assertEquals(wanted, got(connection, city, on), "seed " + (seed + i) + " on " + on);
          wanted
              .values()
              .forEach(all -> all.forEach(one -> seen.merge(one.rule(), 1, Integer::sum)));
          connection.commit();
        }
      }
    }
    assertEquals(Set.of(WatchRule.values()), seen.keySet(), "rules seen: " + seen);
    assertTrue(seen.values().stream().mapToInt(n -> n).sum() > 10 * CITIES, "seen: " + seen);
    System.out.println(seen);
  }

  private static LocalDate on(RandomCity city, SplittableRandom random) {
    LocalDate on = FIRST.plusDays(random.nextInt(SPAN + 10) - 2);
    return on.isAfter(city.today) ? city.today : on;
  }

  private static Counting counting(RandomCity city) {
    return new Counting(
        new CityCodes(city.inForce),
        new RegisterFacts(),
        (c, schools, year, students) -> city.book,
        new Clock(city.today));
  }

  private static Map<String, List<WatchFinding>> got(
      Connection connection, RandomCity city, LocalDate on) {
    CityOutlines outlines =
        new CityOutlines(
            counting(city),
            (c, schools, year, students) -> city.book,
            new CityDays(),
            new Clock(city.today));
    Map<String, List<WatchFinding>> got = new TreeMap<>();
    new CityScan(outlines, new SettingTable())
        .scan(
            connection,
            city.schools(),
            on,
            step -> {},
            one ->
                got.computeIfAbsent(one.school() + " " + one.student(), key -> new ArrayList<>())
                    .add(one.finding()));
    return got;
  }

  private static Map<String, List<WatchFinding>> wanted(
      Connection connection, RandomCity city, LocalDate on) {
    FactsQuery query =
        FactsQuery.ofYear(Set.copyOf(city.schools()), RandomCity.YEAR, Set.of(), Set.of());
    CityNotes notes = CityNotes.load(connection, city.schools(), new SchoolYear(RandomCity.YEAR));
    Map<String, List<WatchFinding>> wanted = new TreeMap<>();
    for (StudentCount student : counting(city).count(connection, query).students()) {
      student.stays().stream()
          .map(StayCount::stay)
          .filter(stay -> stay.period().contains(on))
          .findFirst()
          .map(stay -> stay.grade().calendar().school())
          .ifPresent(
              school -> {
                WatchSettings settings =
                    new SettingTable().inForce(connection, school, on).settings();
                List<WatchFinding> open =
                    WatchRules.find(watch(student, notes, settings), settings, on).stream()
                        .filter(WatchFinding::open)
                        .toList();
                if (!open.isEmpty()) {
                  wanted.put(school + " " + student.student(), open);
                }
              });
    }
    return wanted;
  }

  private static StudentWatch watch(StudentCount student, CityNotes notes, WatchSettings settings) {
    int[] last = notes.lastYear().getOrDefault(student.student(), new int[2]);
    return new StudentWatch(
        new SchoolYear(RandomCity.YEAR),
        student.stays().stream()
            .flatMap(stay -> stay.days().stream())
            .flatMap(day -> WatchDay.of(day).stream())
            .sorted(Comparator.comparing(WatchDay::date))
            .toList(),
        last[0] + (settings.creditedCounts() ? last[1] : 0),
        notes.contacts().getOrDefault(student.student(), List.of()),
        !notes.answers().getOrDefault(student.student(), "asking").equals("asking"));
  }

  /** Writes settings of some schools, tries, answers and figures of last year. */
  private static void note(Connection connection, RandomCity city, SplittableRandom random)
      throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String table :
          List.of(
              "watch_contact",
              "watch_answer",
              "watch_last_year",
              "watch_setting",
              "watch_setting_school")) {
        statement.execute("DELETE FROM " + table);
      }
    }
    set(connection, city, random);
    for (int i = 0; i < RandomCity.STUDENTS; i++) {
      String school = "S" + (1 + random.nextInt(3));
      String student = "K" + (1000 - 1 - random.nextInt(RandomCity.STUDENTS));
      LocalDate date = FIRST.plusDays(random.nextInt(SPAN));
      if (random.nextInt(4) == 0) {
        run(
            connection,
            "INSERT INTO watch_contact (school_id, contact_id, student_id, contact_on, how, reached,"
                + " safety_confirmed, aim, method, outcome, recorded_by, recorded_by_name,"
                + " recorded_by_title, recorded_at) VALUES (?, ?, ?, ?, 'phone', false, ?, '', '',"
                + " '', 't', 't', '', CURRENT_TIMESTAMP)",
            school,
            "c" + i,
            student,
            date,
            random.nextInt(4) == 0);
      }
      if (random.nextInt(6) == 0) {
        run(
            connection,
            "INSERT INTO watch_answer VALUES (?, ?, ?, ?, ?, '', 't', 't', '', CURRENT_TIMESTAMP)",
            school,
            "a" + i,
            student,
            date,
            random.nextBoolean() ? "asking" : "no");
      }
      if (random.nextInt(3) == 0) {
        run(
            connection,
            "INSERT INTO watch_last_year VALUES (?, ?, ?, ?, ?)",
            school,
            RandomCity.YEAR - 1,
            "K" + (999 - i),
            random.nextInt(60),
            random.nextInt(30));
      }
    }
  }

  private static void run(Connection connection, String sql, Object... values) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      statement.executeUpdate();
    }
  }

  private static void set(Connection connection, RandomCity city, SplittableRandom random) {
    List<String> targets = List.of("", "D", "S1", "S2");
    for (int version = 1; version <= 2; version++) {
      for (String target : targets) {
        if (random.nextInt(4) == 0) {
          String scope = target.isEmpty() ? "board" : target.equals("D") ? "district" : "school";
          new SettingTable()
              .add(
                  connection,
                  new SettingVersion(
                      scope,
                      target,
                      version,
                      "",
                      FIRST.plusDays(random.nextInt(SPAN) - 40),
                      part(settings(random), random),
                      scope.equals("district") ? List.of(new SchoolId("S3")) : List.of(),
                      "t",
                      "t",
                      Instant.EPOCH));
        }
      }
    }
  }

  /** Now and then only the days of the year are decided. */
  private static SettingsPart part(WatchSettings all, SplittableRandom random) {
    SettingsPart few =
        new SettingsPart(
            null,
            null,
            all.cumulative(),
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null);
    return random.nextInt(3) == 0 ? few : SettingsPart.of(all);
  }

  private static WatchSettings settings(SplittableRandom random) {
    int first = 1 + random.nextInt(5);
    int days = 1 + random.nextInt(6);
    InRun[] all = InRun.values();
    boolean weighs = random.nextBoolean();
    return new WatchSettings(
        first,
        first + 1 + random.nextInt(5),
        3 + random.nextInt(25),
        random.nextBoolean(),
        all[random.nextInt(3)],
        all[random.nextInt(3)],
        random.nextBoolean(),
        random.nextBoolean()
            ? List.of()
            : List.of(new RollingWindow(days, days + random.nextInt(12))),
        weighs ? random.nextInt(101) : 0,
        weighs ? random.nextInt(101) : 0,
        weighs ? random.nextInt(101) : 0,
        random.nextInt(5),
        random.nextInt(40),
        1 + random.nextInt(3));
  }
}
