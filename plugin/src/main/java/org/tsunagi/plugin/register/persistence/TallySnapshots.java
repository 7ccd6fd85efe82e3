// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register.persistence;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Component;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.school.Grade;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.api.school.SchoolYear;
import org.tsunagi.plugin.platform.sql.Sql;
import org.tsunagi.plugin.register.domain.CountedSchool;
import org.tsunagi.plugin.register.domain.Tally;

/** Tallies of whole schools as a job counted them last. */
@Component(service = TallySnapshots.class)
public final class TallySnapshots {
  private static final int BATCH = 2000;

  private static final String INSERT =
      "INSERT INTO tally_snapshot_row VALUES (" + "?, ".repeat(26) + "?)";

  private static final Comparator<CityTallies.Row> IN_ORDER =
      Comparator.comparing(CityTallies.Row::grade)
          .thenComparing(row -> row.student().value())
          .thenComparing(CityTallies.Row::first)
          .thenComparing(row -> row.month().map(YearMonth::toString).orElse(""));

  /** Replaces what is kept of the query's schools; rows go through {@link Writing}. */
  public Writing replace(Connection connection, CityQuery query, Instant now) {
    Object schools =
        Sql.array(connection, "varchar", query.schools().stream().map(SchoolId::value).toList());
    String of =
        " WHERE school_year = ? AND school_no IN (SELECT s.school_no"
            + " FROM UNNEST(CAST(? AS varchar ARRAY)) AS k(id)"
            + " JOIN count_school s ON s.school_id = k.id)";
    int year = query.schoolYear();
    boolean monthly = query.monthly();
    String months = monthly ? " AND month_no > 0" : " AND month_no = 0";
    Sql.update(connection, "DELETE FROM tally_snapshot_row" + of + months, year, schools);
    Sql.update(
        connection, "DELETE FROM tally_snapshot" + of + " AND monthly = ?", year, schools, monthly);
    Sql.update(
        connection,
        "INSERT INTO tally_snapshot SELECT s.school_no, CAST(? AS smallint), CAST(? AS boolean),"
            + " CAST(? AS date), CAST(? AS timestamp with time zone)"
            + " FROM UNNEST(CAST(? AS varchar ARRAY)) AS k(id)"
            + " JOIN count_school s ON s.school_id = k.id",
        year,
        monthly,
        query.today(),
        now,
        schools);
    return new Writing(connection, query);
  }

  /** Writes rows in batches. */
  public static final class Writing {
    private final Connection connection;
    private final CityQuery query;
    private final List<@Nullable Object[]> waiting = new ArrayList<>();
    private int written;

    private Writing(Connection connection, CityQuery query) {
      this.connection = connection;
      this.query = query;
    }

    /** Adds a row. */
    public void add(CityTallies.Row row) {
      waiting.add(values(row));
      written++;
      if (waiting.size() >= BATCH) {
        flush();
      }
    }

    /** Writes what waits; returns how many rows there were in all. */
    public int flush() {
      Sql.batch(connection, INSERT, waiting);
      waiting.clear();
      return written;
    }

    private @Nullable Object[] values(CityTallies.Row row) {
      Tally tally = row.tally();
      List<@Nullable Object> values = new ArrayList<>(27);
      values.add(row.schoolNo());
      values.add(query.schoolYear());
      values.add(row.month().map(TallySnapshots::number).orElse(0));
      values.add(row.studentNo());
      values.add(row.stay());
      values.add(row.grade().name());
      values.add(row.first());
      values.add(tally.schoolDays());
      values.add(tally.exemptDays());
      values.add(tally.daysAbsent());
      values.add(tally.creditedDays());
      values.add(tally.lateArrivals());
      values.add(tally.earlyDepartures());
      values.add(tally.separateRoomDays());
      values.add(tally.cumulativeDaysAbsent());
      values.addAll(tally.credited());
      values.add(tally.creditedActivityDays());
      values.add(tally.onlineDaysHeld());
      values.add(tally.onlineDaysTakenPart());
      values.add(tally.unknownDays());
      return values.toArray();
    }
  }

  private static int number(YearMonth month) {
    return (month.getMonthValue() + 8) % 12 + 1;
  }

  /** Lists the rows of a school in the order of the tallies: grade, student, stay, month. */
  public List<CityTallies.Row> list(
      Connection connection, SchoolId school, int schoolYear, boolean monthly) {
    YearMonth april = YearMonth.from(new SchoolYear(schoolYear).first());
    List<CityTallies.Row> rows =
        Sql.list(
            connection,
            "SELECT r.*, p.student_id FROM count_school s"
                + " JOIN tally_snapshot_row r ON r.school_no = s.school_no AND r.school_year = ?"
                + " AND r.month_no BETWEEN ? AND ?"
                + " JOIN count_student p ON p.student_no = r.student_no WHERE s.school_id = ?",
            row -> row(school, april, row),
            schoolYear,
            monthly ? 1 : 0,
            monthly ? 12 : 0,
            school.value());
    return rows.stream().sorted(IN_ORDER).toList();
  }

  private static CityTallies.Row row(SchoolId school, YearMonth april, ResultSet row)
      throws SQLException {
    int month = row.getInt(3);
    return new CityTallies.Row(
        row.getInt(1),
        row.getInt(4),
        school,
        new StudentId(row.getString(28)),
        row.getString(5),
        Grade.valueOf(row.getString(6)),
        row.getInt(7),
        month == 0 ? Optional.empty() : Optional.of(april.plusMonths(month - 1L)),
        tally(row));
  }

  private static Tally tally(ResultSet row) throws SQLException {
    List<Integer> credited = new ArrayList<>(8);
    for (int i = 16; i < 24; i++) {
      credited.add(row.getInt(i));
    }
    int required = row.getInt(8) - row.getInt(9);
    return new Tally(
        row.getInt(8),
        row.getInt(9),
        required,
        row.getInt(10),
        required - row.getInt(10) - row.getInt(27),
        row.getInt(11),
        row.getInt(12),
        row.getInt(13),
        row.getInt(14),
        row.getInt(15),
        credited,
        row.getInt(24),
        row.getInt(25),
        row.getInt(26),
        row.getInt(27));
  }

  /** Tells when each school was counted last, in the order of their numbers. */
  public List<CountedSchool> counted(Connection connection, int schoolYear, boolean monthly) {
    return Sql.list(
        connection,
        "SELECT s.school_id, t.counted_to, t.counted_at FROM tally_snapshot t"
            + " JOIN count_school s ON s.school_no = t.school_no"
            + " WHERE t.school_year = ? AND t.monthly = ? ORDER BY t.school_no",
        row ->
            new CountedSchool(
                new SchoolId(row.getString(1)),
                row.getObject(2, LocalDate.class),
                row.getObject(3, OffsetDateTime.class).toInstant()),
        schoolYear,
        monthly);
  }
}
