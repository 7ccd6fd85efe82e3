// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.sql.DataSource;
import org.tsunagi.api.roster.Enrolment;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.school.Grade;
import org.tsunagi.api.school.HomeroomId;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.plugin.code.Codes;
import org.tsunagi.plugin.code.ShippedCodes;
import org.tsunagi.plugin.crediting.domain.CreditingBook;
import org.tsunagi.plugin.platform.SchoolClock;
import org.tsunagi.plugin.register.domain.SheetExplanation;
import org.tsunagi.plugin.register.domain.StayCount;
import org.tsunagi.plugin.register.persistence.RegisterFacts;

/** Measures explained years of single students in the city of {@link CityBench}. */
final class ExplainedYears {
  private static final LocalDate TODAY = LocalDate.of(2026, 3, 31);

  private final DataSource database;

  ExplainedYears(DataSource database) {
    this.database = database;
  }

  /** One student's year, loaded and explained as the service does it, on an open connection. */
  String measure() throws SQLException {
    Counting counting =
        new Counting(
            new Codes(new ShippedCodes()),
            new RegisterFacts(),
            (connection, schools, year, students) -> CreditingBook.EMPTY,
            new Clock());
    double[] times = new double[200];
    try (Connection connection = database.getConnection()) {
      for (int i = -50; i < times.length; i++) {
        int student = (i + 60) * 997 % CityFacts.STUDENTS + 1;
        long begin = System.nanoTime();
        List<Enrolment> stays = stays(connection, student);
        List<StayCount> counts =
            counting
                .countStudent(
                    connection, new StudentId("city-st-" + student), stays, CityFacts.YEAR)
                .orElseThrow()
                .stays();
        SheetExplanation.explain(counts, Optional.empty(), "daysAbsent").orElseThrow();
        if (i >= 0) {
          times[i] = (System.nanoTime() - begin) / 1e6;
        }
      }
    }
    Arrays.sort(times);
    return String.format(
        Locale.ROOT, "an explained year: p50 %.1f ms, p95 %.1f ms", times[100], times[190]);
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

  private static List<Enrolment> stays(Connection connection, int student) throws SQLException {
    List<Enrolment> stays = new ArrayList<>();
    try (PreparedStatement statement =
        connection.prepareStatement(
            "SELECT t.stay_id, s.school_id, t.grade, h.homeroom_id, t.first_day, t.last_day"
                + " FROM count_stay t JOIN count_school s ON s.school_no = t.school_no"
                + " JOIN count_homeroom h ON h.homeroom_no = t.homeroom_no"
                + " WHERE t.student_no = ?")) {
      statement.setInt(1, student);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          Integer last = row.getObject(6, Integer.class);
          stays.add(
              new Enrolment(
                  row.getString(1),
                  new StudentId("city-st-" + student),
                  new SchoolId(row.getString(2)),
                  CityFacts.YEAR,
                  Grade.valueOf(row.getString(3)),
                  Optional.of(new HomeroomId(row.getString(4))),
                  1,
                  LocalDate.ofEpochDay(row.getInt(5)),
                  Optional.ofNullable(last).map(LocalDate::ofEpochDay)));
        }
      }
    }
    return stays;
  }
}
