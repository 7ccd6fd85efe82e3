// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.crediting.persistence;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Component;
import org.tsunagi.plugin.crediting.domain.CreditingApplication;
import org.tsunagi.plugin.crediting.domain.DecisionOutcome;
import org.tsunagi.plugin.crediting.domain.PrincipalDecision;
import org.tsunagi.plugin.crediting.domain.ProposedDecision;
import org.tsunagi.plugin.crediting.domain.Signature;
import org.tsunagi.plugin.platform.jobs.persistence.Sql;
import org.tsunagi.plugin.shared.DateRange;

/** The table of decisions. Rows are only added. */
@Component(service = DecisionTable.class)
public class DecisionTable {
  private static final String COLUMNS =
      "SELECT d.application_id, d.decision_no, d.outcome, d.reason, d.next_step,"
          + " d.guardian_told_on, d.acknowledged, d.conditions_used, d.application_version,"
          + " d.decided_on, d.decided_by, d.decided_by_name, d.decided_by_title, d.decided_at,"
          + " r.first_on, r.last_on FROM crediting_decision d LEFT JOIN crediting_range r"
          + " ON r.school_id = d.school_id AND r.application_id = d.application_id"
          + " AND r.decision_no = d.decision_no";

  /** Lists the decisions of an application, newest first. */
  public List<PrincipalDecision> list(Connection connection, CreditingApplication application) {
    List<PrincipalDecision> found = new ArrayList<>();
    read(
            connection,
            COLUMNS
                + " WHERE d.school_id = ? AND d.application_id = ?"
                + " ORDER BY d.decision_no DESC, r.range_no",
            application.school().value(),
            application.id())
        .values()
        .forEach(found::add);
    return found;
  }

  /** Returns the decisions in force of several applications, by application. */
  public Map<String, PrincipalDecision> listNewest(Connection connection, List<String> ids) {
    Map<String, PrincipalDecision> newest = new LinkedHashMap<>();
    read(
            connection,
            COLUMNS
                + " JOIN crediting_application a ON a.school_id = d.school_id"
                + " AND a.application_id = d.application_id AND a.newest_decision = d.decision_no"
                + " JOIN UNNEST(CAST(? AS varchar ARRAY)) AS k(id) ON k.id = a.application_id"
                + " ORDER BY d.application_id, r.range_no",
            Arrays.of(connection, ids))
        .forEach((key, decision) -> newest.put(key.application(), decision));
    return newest;
  }

  /** Returns the newest imported decision of several applications, by application. */
  public Map<String, PrincipalDecision> listImported(Connection connection, List<String> ids) {
    Map<String, PrincipalDecision> newest = new LinkedHashMap<>();
    read(
            connection,
            COLUMNS
                + " JOIN UNNEST(CAST(? AS varchar ARRAY)) AS k(id) ON k.id = d.application_id"
                + " WHERE d.source = 'import' ORDER BY d.application_id, d.decision_no, r.range_no",
            Arrays.of(connection, ids))
        .forEach((key, decision) -> newest.put(key.application(), decision));
    return newest;
  }

  /** Adds the next decision of an application; nobody else may write the application meanwhile. */
  public int add(
      Connection connection,
      CreditingApplication application,
      ProposedDecision said,
      String conditionsUsed,
      Optional<LocalDate> decidedOn,
      boolean imported,
      Signature by) {
    int number = application.newestDecision() + 1;
    Sql.update(
        connection,
        "INSERT INTO crediting_decision (school_id, application_id, decision_no, outcome, reason,"
            + " next_step, guardian_told_on, acknowledged, conditions_used, application_version,"
            + " decided_by, decided_by_name, decided_by_title, decided_on, decided_at, source)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        application.school().value(),
        application.id(),
        number,
        said.outcome().code(),
        said.reason(),
        said.nextStep(),
        said.guardianToldOn(),
        String.join(" ", said.acknowledged().stream().sorted().toList()),
        conditionsUsed,
        application.version(),
        by.by(),
        by.name(),
        by.title(),
        decidedOn,
        by.at(),
        imported ? "import" : "hand");
    int range = 0;
    for (DateRange days : said.ranges()) {
      Sql.update(
          connection,
          "INSERT INTO crediting_range (school_id, application_id, decision_no, range_no, first_on,"
              + " last_on) VALUES (?, ?, ?, ?, ?, ?)",
          application.school().value(),
          application.id(),
          number,
          ++range,
          days.first(),
          days.last());
    }
    Sql.update(
        connection,
        "UPDATE crediting_application SET newest_decision = ? WHERE school_id = ?"
            + " AND application_id = ?",
        number,
        application.school().value(),
        application.id());
    return number;
  }

  private record Key(String application, int number) {}

  private static Map<Key, PrincipalDecision> read(
      Connection connection, String sql, Object... parameters) {
    Map<Key, PrincipalDecision> found = new LinkedHashMap<>();
    Sql.list(
        connection,
        sql,
        row -> {
          Key key = new Key(row.getString(1), row.getInt(2));
          PrincipalDecision there = found.get(key);
          List<DateRange> ranges =
              new ArrayList<>(there == null ? List.of() : there.said().ranges());
          LocalDate first = row.getObject(15, LocalDate.class);
          if (first != null) {
            ranges.add(new DateRange(first, row.getObject(16, LocalDate.class)));
          }
          return found.put(key, row(row, ranges));
        },
        parameters);
    return found;
  }

  private static PrincipalDecision row(ResultSet row, List<DateRange> ranges) throws SQLException {
    String acknowledged = row.getString(7);
    return new PrincipalDecision(
        row.getInt(2),
        new ProposedDecision(
            DecisionOutcome.find(row.getString(3)).orElseThrow(),
            ranges,
            row.getString(4),
            row.getString(5),
            Optional.ofNullable(row.getObject(6, LocalDate.class)),
            acknowledged.isBlank() ? Set.of() : Set.of(acknowledged.split(" "))),
        row.getString(8),
        row.getInt(9),
        Optional.ofNullable(row.getObject(10, LocalDate.class)),
        new Signature(
            row.getString(11),
            row.getString(12),
            row.getString(13),
            row.getObject(14, OffsetDateTime.class).toInstant()));
  }
}
