// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.plugin.code.ShippedCodes;
import org.tsunagi.plugin.crediting.domain.CreditingBook;
import org.tsunagi.plugin.crediting.domain.CreditingDecision;
import org.tsunagi.plugin.crediting.domain.FiledDecision;
import org.tsunagi.plugin.crediting.domain.Outcome;
import org.tsunagi.plugin.platform.Migrations;
import org.tsunagi.plugin.register.domain.Figure;
import org.tsunagi.plugin.register.persistence.CityQuery;
import org.tsunagi.plugin.register.persistence.CityTallies;
import org.tsunagi.plugin.shared.DateRange;

/**
 * Measures a whole city on PostgreSQL: the roll-up of a year beside the bare grouping of a plain
 * table of student-days, both in one run, and disk. Run by {@code mvn -Pbench verify}; it prints
 * and asserts nothing of speed, but that both tell the same figures.
 */
public final class CityBench {
  private static final int ROUNDS = 3;

  /** What to measure: {@code years}, {@code looks}, {@code sums}, or several of them. */
  private static final String PARTS =
      System.getProperty("tsunagi.city.parts", "years, looks, sums");

  private static final LocalDate TODAY = LocalDate.of(2026, 3, 31);

  private static final String PLAIN =
      """
      SELECT school_no, student_no, count(*) FILTER (WHERE code_no <> 21),
        count(*) FILTER (WHERE code_no IN (7, 8, 20)), count(*) FILTER (WHERE code_no IN (5, 6)),
        count(*) FILTER (WHERE code_no IN (9, 10, 11)), count(*) FILTER (WHERE code_no = 1),
        count(*) FILTER (WHERE code_no = 2), count(*) FILTER (WHERE code_no IN (3, 4))
      FROM plain_day GROUP BY school_no, student_no
      """;

  private final DataSource database;

  private CityBench(DataSource database) {
    this.database = database;
  }

  /**
   * Runs it.
   *
   * @param arguments a folder for the database, which is kept there; or nothing
   */
  public static void main(String[] arguments) throws Exception {
    boolean kept = arguments.length > 0;
    Path folder = kept ? Path.of(arguments[0]) : Files.createTempDirectory("tsunagi-city");
    try (EmbeddedPostgres server =
        EmbeddedPostgres.builder()
            .setDataDirectory(folder)
            .setCleanDataDirectory(!kept)
            .setServerConfig("fsync", "off")
            .setServerConfig("shared_buffers", "5GB")
            .setServerConfig("effective_cache_size", "12GB")
            .setServerConfig("work_mem", "64MB")
            .setServerConfig("maintenance_work_mem", "512MB")
            .setServerConfig("max_wal_size", "8GB")
            .setServerConfig("max_parallel_workers", "2")
            .setServerConfig("max_parallel_workers_per_gather", "2")
            .setLocaleConfig("locale", "C.UTF-8")
            .start()) {
      CityBench bench = new CityBench(server.getPostgresDatabase());
      bench.prepare();
      bench.disk();
      if (PARTS.contains("years")) {
        say("%s", new ExplainedYears(server.getPostgresDatabase()).measure());
      }
      CityQuery query = bench.query();
      if (PARTS.contains("looks")) {
        CityLooks looks = new CityLooks(server.getPostgresDatabase(), query.book());
        say("%s", looks.measure(query.schools()));
      }
      if (PARTS.contains("sums")) {
        bench.rollUps(query);
      }
    }
  }

  /** The processor time of a connection's server process, in seconds; Linux only, else 0. */
  static double processor(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT pg_backend_pid()")) {
      row.next();
      Path stat = Path.of("/proc/" + row.getInt(1) + "/stat");
      if (!Files.exists(stat)) {
        return 0;
      }
      String text = Files.readString(stat);
      String[] fields = text.substring(text.lastIndexOf(')') + 2).split(" ");
      return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / 100.0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void say(String format, Object... values) {
    System.out.printf(Locale.ROOT, format + "%n", values);
  }

  private long number(String sql) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    }
  }

  private void prepare() throws SQLException {
    if (number("SELECT count(*) FROM pg_tables WHERE tablename = 'plain_day'") == 0) {
      Migrations.run(database);
      try (Connection connection = database.getConnection();
          Statement statement = connection.createStatement()) {
        CityFacts.make(connection);
        statement.execute("VACUUM ANALYZE");
      }
    }
    say(
        "%d student-days, %d marks, %d stays, %d closures",
        number("SELECT count(*) FROM plain_day"),
        number("SELECT count(*) FROM count_mark"),
        number("SELECT count(*) FROM count_stay"),
        number("SELECT count(*) FROM closure"));
  }

  private void rollUps(CityQuery query) throws SQLException {
    double[] plain = new double[ROUNDS];
    double[] rolled = new double[ROUNDS];
    plain(0);
    for (int round = -1; round < ROUNDS; round++) {
      long begin = System.nanoTime();
      long[] sums = plain(2);
      long middle = System.nanoTime();
      Map<Figure, Long> figures = rollUp(query, round == ROUNDS - 1);
      long end = System.nanoTime();
      if (round >= 0) {
        plain[round] = (middle - begin) / 1e9;
        rolled[round] = (end - middle) / 1e9;
        say("plain %.2f s, roll-up %.2f s", plain[round], rolled[round]);
      }
      compare(sums, figures);
    }
    Arrays.sort(plain);
    Arrays.sort(rolled);
    double one = plain[ROUNDS / 2];
    double other = rolled[ROUNDS / 2];
    say("median: plain %.2f s, roll-up %.2f s, ratio %.2f", one, other, other / one);
  }

  private long[] plain(int workers) throws SQLException {
    long[] sums = new long[7];
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("SET jit = off"); // without a fetch size, so that it may run in parallel
      statement.execute("SET max_parallel_workers_per_gather = " + workers);
      double before = processor(connection);
      try (ResultSet rows = statement.executeQuery(PLAIN)) {
        while (rows.next()) {
          for (int i = 0; i < sums.length; i++) {
            sums[i] += rows.getLong(i + 3);
          }
        }
      }
      if (workers == 0) {
        say("processor time of the plain grouping: %.2f s", processor(connection) - before);
      }
    }
    return sums;
  }

  private Map<Figure, Long> rollUp(CityQuery query, boolean tell) throws SQLException {
    Map<Figure, Long> sums = new EnumMap<>(Figure.class);
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      long[] last = {System.nanoTime()};
      new CityTallies()
          .rollUp(
              connection,
              query,
              step -> {
                if (tell) {
                  say("  step %d: %.2f s", step, (System.nanoTime() - last[0]) / 1e9);
                }
                last[0] = System.nanoTime();
              },
              row -> {
                for (Figure figure : Figure.values()) {
                  sums.merge(figure, (long) figure.of(row.tally()), Long::sum);
                }
              });
      connection.rollback();
      if (tell) {
        say("processor time of the roll-up: %.2f s", processor(connection));
      }
    }
    return sums;
  }

  private static void compare(long[] plain, Map<Figure, Long> figures) {
    List<Long> wanted = new ArrayList<>();
    for (long sum : plain) {
      wanted.add(sum);
    }
    wanted.set(2, plain[2] + plain[3]);
    wanted.remove(3);
    List<Long> got =
        List.of(
            figures.get(Figure.SCHOOL_DAYS),
            figures.get(Figure.EXEMPT_DAYS),
            figures.get(Figure.DAYS_ABSENT) + figures.get(Figure.CREDITED_DAYS),
            figures.get(Figure.LATE_ARRIVALS),
            figures.get(Figure.EARLY_DEPARTURES),
            figures.get(Figure.SEPARATE_ROOM_DAYS));
    if (!got.equals(wanted)) {
      throw new IllegalStateException("the roll-up tells " + got + ", the plain table " + wanted);
    }
  }

  private CityQuery query() throws SQLException {
    List<SchoolId> schools = new ArrayList<>();
    for (int school = 1; school <= CityFacts.SCHOOLS; school++) {
      schools.add(new SchoolId("city-sch-" + school));
    }
    return new CityQuery(
        schools, CityFacts.YEAR, TODAY, false, new ShippedCodes().catalogue(), book());
  }

  /** Four of five children who learn elsewhere have a granted decision. */
  private CreditingBook book() throws SQLException {
    Map<StudentId, List<FiledDecision>> decisions = new HashMap<>();
    DateRange year = new DateRange(LocalDate.of(2025, 4, 1), LocalDate.of(2026, 3, 31));
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT m.student_no, c.code_id, MIN(m.school_no) FROM count_mark m"
                    + " JOIN count_code c ON c.code_no = m.code_no WHERE m.code_no IN (9, 10, 11)"
                    + " GROUP BY 1, 2")) {
      while (rows.next()) {
        int student = rows.getInt(1);
        CreditingDecision decision =
            new CreditingDecision(
                "d" + student,
                rows.getString(2),
                Optional.empty(),
                year,
                student % 5 == 0 ? Outcome.REFUSED : Outcome.GRANTED,
                Optional.empty(),
                Optional.empty());
        SchoolId school = new SchoolId("city-sch-" + rows.getInt(3));
        decisions.put(
            new StudentId("city-st-" + student),
            List.of(new FiledDecision(school, year.first(), decision)));
      }
    }
    say("%d children with a decision", decisions.size());
    return new CreditingBook(decisions, Map.of(), Map.of(), Map.of(), Map.of(), Map.of());
  }

  private void disk() throws SQLException {
    double days = number("SELECT count(*) FROM plain_day");
    long plain = number("SELECT pg_total_relation_size('plain_day')");
    long heap = number("SELECT pg_relation_size('plain_day')");
    long copy =
        number(
            "SELECT sum(pg_total_relation_size(c.oid))::bigint FROM pg_class c"
                + " WHERE c.relkind = 'r' AND (c.relname LIKE 'count!_%' ESCAPE '!'"
                + " OR c.relname LIKE 'closure%')");
    say(
        "disk: copy %d MB = %.2f bytes a student-day; plain %d MB = %.1f (heap alone %.1f)",
        copy >> 20, copy / days, plain >> 20, plain / days, heap / days);
  }
}
