// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.crediting.persistence;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
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
  static final String FIELDS =
      "d.application_id, d.decision_no, d.outcome, d.reason, d.next_step,"
          + " d.guardian_told_on, d.acknowledged, d.conditions_used, d.application_version,"
          + " d.decided_on, d.decided_by, d.decided_by_name, d.decided_by_title, d.decided_at,"
          + " r.first_on, r.last_on";

  static final String RANGES =
      " LEFT JOIN crediting_range r"
          + " ON r.school_id = d.school_id AND r.application_id = d.application_id"
          + " AND r.decision_no = d.decision_no";

  private static final String COLUMNS = "SELECT " + FIELDS + " FROM crediting_decision d" + RANGES;

  /** Returns the newest imported decision of several applications, by application. */
  public Map<String, PrincipalDecision> listImported(Connection connection, List<String> ids) {
    Map<String, Map<Integer, PrincipalDecision>> found = new LinkedHashMap<>();
    Sql.list(
        connection,
        COLUMNS
            + " JOIN UNNEST(CAST(? AS varchar ARRAY)) AS k(id) ON k.id = d.application_id"
            + " WHERE d.source = 'import' ORDER BY d.application_id, d.decision_no DESC, r.range_no",
        row -> take(row, 0, found.computeIfAbsent(row.getString(1), id -> new LinkedHashMap<>())),
        Arrays.of(connection, ids));
    Map<String, PrincipalDecision> newest = new HashMap<>();
    found.forEach((id, all) -> newest.put(id, all.values().iterator().next()));
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

  /**
   * Takes a decision, or one more range of it, from the columns after a number of others.
   *
   * @param there the decisions of the application by number
   */
  static boolean take(ResultSet row, int at, Map<Integer, PrincipalDecision> there)
      throws SQLException {
    int number = row.getInt(at + 2);
    PrincipalDecision known = there.get(number);
    List<DateRange> ranges = new ArrayList<>(known == null ? List.of() : known.said().ranges());
    LocalDate first = row.getObject(at + 15, LocalDate.class);
    if (first != null) {
      ranges.add(new DateRange(first, row.getObject(at + 16, LocalDate.class)));
    }
    there.put(number, row(row, at, ranges));
    return true;
  }

  private static PrincipalDecision row(ResultSet row, int at, List<DateRange> ranges)
      throws SQLException {
    String acknowledged = row.getString(at + 7);
    return new PrincipalDecision(
        row.getInt(at + 2),
        new ProposedDecision(
            DecisionOutcome.find(row.getString(at + 3)).orElseThrow(),
            ranges,
            row.getString(at + 4),
            row.getString(at + 5),
            Optional.ofNullable(row.getObject(at + 6, LocalDate.class)),
            acknowledged.isBlank() ? Set.of() : Set.of(acknowledged.split(" "))),
        row.getString(at + 8),
        row.getInt(at + 9),
        Optional.ofNullable(row.getObject(at + 10, LocalDate.class)),
        new Signature(
            row.getString(at + 11),
            row.getString(at + 12),
            row.getString(at + 13),
            row.getObject(at + 14, OffsetDateTime.class).toInstant()));
  }
}
