// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.watch.persistence;

import java.sql.Connection;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Component;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.plugin.platform.sql.Sql;
import org.tsunagi.plugin.watch.domain.KeptFinding;
import org.tsunagi.plugin.watch.domain.LookedSchool;
import org.tsunagi.plugin.watch.domain.WatchRule;

/** What the last look at many schools found. */
@Component(service = LookTable.class)
public final class LookTable {
  private static final int BATCH = 2000;

  private static final String OF_SCHOOLS =
      " WHERE school_id IN (SELECT k.id FROM UNNEST(CAST(? AS varchar ARRAY)) AS k(id))";

  /** Replaces what is kept of schools; findings go through {@link Writing}. */
  public Writing replace(Connection connection, List<SchoolId> schools, LocalDate on, Instant now) {
    Object ids = ids(connection, schools);
    Sql.update(connection, "DELETE FROM watch_look_finding" + OF_SCHOOLS, ids);
    Sql.update(connection, "DELETE FROM watch_look" + OF_SCHOOLS, ids);
    Sql.batch(
        connection,
        "INSERT INTO watch_look (school_id, looked_on, looked_at) VALUES (?, ?, ?)",
        schools.stream().map(school -> new Object[] {school.value(), on, now}).toList());
    return new Writing(connection);
  }

  private static Object ids(Connection connection, List<SchoolId> schools) {
    return Sql.array(connection, "varchar", schools.stream().map(SchoolId::value).toList());
  }

  /** Writes findings in batches. */
  public static final class Writing {
    private final Connection connection;
    private final List<Object[]> waiting = new ArrayList<>();
    private int written;

    private Writing(Connection connection) {
      this.connection = connection;
    }

    /** Adds a finding. */
    public void add(KeptFinding one) {
      waiting.add(
          new Object[] {
            one.school().value(),
            one.student().value(),
            one.key(),
            one.rule().name(),
            one.since(),
            one.raisedOn(),
            one.days(),
            one.of(),
            one.reason()
          });
      written++;
      if (waiting.size() >= BATCH) {
        flush();
      }
    }

    /** Writes what waits; returns how many findings there were in all. */
    public int flush() {
      Sql.batch(
          connection,
          "INSERT INTO watch_look_finding (school_id, student_id, finding_key, rule, since,"
              + " raised_on, days, of_days, reason) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
          waiting);
      waiting.clear();
      return written;
    }
  }

  /** Tells when each school was looked at last, by id. */
  public List<LookedSchool> looked(Connection connection) {
    return Sql.list(
        connection,
        "SELECT school_id, looked_on, looked_at FROM watch_look ORDER BY school_id",
        row ->
            new LookedSchool(
                new SchoolId(row.getString(1)),
                row.getObject(2, LocalDate.class),
                row.getObject(3, OffsetDateTime.class).toInstant()));
  }

  /** Hands out what is kept of some schools, by school, student and day. */
  public void each(Connection connection, List<SchoolId> schools, Consumer<KeptFinding> findings) {
    Sql.each(
        connection,
        "SELECT school_id, student_id, finding_key, rule, since, raised_on, days, of_days, reason"
            + " FROM watch_look_finding"
            + OF_SCHOOLS
            + " ORDER BY school_id, student_id, raised_on, finding_key",
        row ->
            findings.accept(
                new KeptFinding(
                    new SchoolId(row.getString(1)),
                    new StudentId(row.getString(2)),
                    row.getString(3),
                    WatchRule.valueOf(row.getString(4)),
                    row.getObject(5, LocalDate.class),
                    row.getObject(6, LocalDate.class),
                    row.getInt(7),
                    row.getInt(8),
                    row.getString(9))),
        ids(connection, schools));
  }
}
