// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register;

import java.lang.management.ManagementFactory;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.sql.DataSource;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.plugin.code.Codes;
import org.tsunagi.plugin.code.ShippedCodes;
import org.tsunagi.plugin.crediting.domain.CreditingBook;
import org.tsunagi.plugin.platform.SchoolClock;
import org.tsunagi.plugin.register.persistence.CityDays;
import org.tsunagi.plugin.register.persistence.RegisterFacts;
import org.tsunagi.plugin.watch.CityScan;
import org.tsunagi.plugin.watch.domain.WatchRule;
import org.tsunagi.plugin.watch.persistence.SettingTable;

/** Measures the look at the whole city of {@link CityBench} on one day late in the year. */
final class CityLooks {
  private static final LocalDate TODAY = LocalDate.of(2026, 2, 27);
  private static final int ROUNDS = 5;

  private final DataSource database;
  private final CreditingBook book;

  CityLooks(DataSource database, CreditingBook book) {
    this.database = database;
    this.book = book;
  }

  private record Clock() implements SchoolClock {
    @Override
    public LocalDate today() {
      return TODAY;
    }

    @Override
    public Instant now() {
      return Instant.EPOCH;
    }
  }

  /** Looks some times and tells the median, the slowest, and what was found. */
  String measure(List<SchoolId> schools) throws SQLException {
    Counting counting =
        new Counting(
            new Codes(new ShippedCodes()),
            new RegisterFacts(),
            (connection, some, year, students) -> book,
            new Clock());
    CityOutlines outlines =
        new CityOutlines(
            counting, (connection, some, year, students) -> book, new CityDays(), new Clock());
    CityScan scan = new CityScan(outlines, new SettingTable());
    double[] times = new double[ROUNDS];
    Map<WatchRule, Integer> found = new EnumMap<>(WatchRule.class);
    for (int round = -1; round < ROUNDS; round++) {
      found.clear();
      long begin = System.nanoTime();
      try (Connection connection = database.getConnection()) {
        connection.setAutoCommit(false);
        if (round < 0) {
          rememberLastYear(connection);
        }
        long[] last = {System.nanoTime()};
        double before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1e9;
        boolean tell = round == ROUNDS - 1;
        scan.scan(
            connection,
            schools,
            TODAY,
            step -> {
              if (tell) {
                System.out.printf(
                    Locale.ROOT, "  step %d: %.2f s%n", step, (System.nanoTime() - last[0]) / 1e9);
              }
              last[0] = System.nanoTime();
            },
            one -> found.merge(one.finding().rule(), 1, Integer::sum));
        if (tell) {
          System.out.printf(Locale.ROOT, "  rules: %.2f s%n", (System.nanoTime() - last[0]) / 1e9);
          double own = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1e9 - before;
          System.out.printf(
              Locale.ROOT,
              "  processor time: database %.2f s, program %.2f s%n",
              CityBench.processor(connection),
              own);
        }
        connection.commit();
      }
      if (round >= 0) {
        times[round] = (System.nanoTime() - begin) / 1e9;
      }
    }
    Arrays.sort(times);
    return String.format(
        Locale.ROOT,
        "a look at the city: median %.2f s, slowest %.2f s, found %s",
        times[ROUNDS / 2],
        times[ROUNDS - 1],
        found);
  }

  /** Every child who hardly comes this year was away for 60 days last year. */
  private static void rememberLastYear(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("DELETE FROM watch_last_year");
      statement.execute(
          "INSERT INTO watch_last_year SELECT 'city-sch-' || MIN(t.school_no), 2024,"
              + " 'city-st-' || c.student_no, 60, 0 FROM city_child c"
              + " JOIN count_stay t ON t.student_no = c.student_no"
              + " WHERE c.rarely = 1 GROUP BY c.student_no");
    }
  }
}
