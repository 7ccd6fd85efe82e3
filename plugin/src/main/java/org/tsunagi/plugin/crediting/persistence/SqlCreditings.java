// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.crediting.persistence;

import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.api.school.SchoolYear;
import org.tsunagi.plugin.crediting.domain.Acceptance;
import org.tsunagi.plugin.crediting.domain.CreditingBook;
import org.tsunagi.plugin.crediting.domain.Creditings;
import org.tsunagi.plugin.crediting.domain.DecisionOutcome;
import org.tsunagi.plugin.crediting.domain.Facility;
import org.tsunagi.plugin.crediting.domain.FiledDecision;
import org.tsunagi.plugin.crediting.domain.FilingRule;
import org.tsunagi.plugin.crediting.domain.IctRule;
import org.tsunagi.plugin.crediting.domain.IctRuleLevels;
import org.tsunagi.plugin.crediting.domain.IctRules;
import org.tsunagi.plugin.crediting.domain.Outcome;
import org.tsunagi.plugin.crediting.domain.StoredIctRule;
import org.tsunagi.plugin.platform.jobs.persistence.Sql;
import org.tsunagi.plugin.shared.DateRange;

/** The file on learning elsewhere, read with one statement; facilities stay in memory. */
@Component(service = Creditings.class)
public final class SqlCreditings implements Creditings {
  private static final String NO_DAYS =
      "CAST(NULL AS date), CAST(NULL AS date), CAST(NULL AS date)";

  /** What follows on a range: for all students of the schools, or with one more join for some. */
  private static final String COUNT =
      "SELECT 'count' AS what, '' AS student, '' AS school, '' AS id, '' AS one, '' AS two,"
          + " '' AS three, CAST(NULL AS date) AS d1, CAST(NULL AS date) AS d2,"
          + " CAST(NULL AS date) AS d3, CAST(NULL AS date) AS d4, CAST(NULL AS date) AS d5,"
          + " changes AS n1, 0 AS n2, 0 AS place FROM change_count WHERE name = 'facility'";

  private static final String RULES =
      " UNION ALL SELECT 'rule', r.scope, k.id, r.rule_id, r.basis, r.span, r.rounding, r.first_on,"
          + " CAST(NULL AS date), "
          + NO_DAYS
          + ", r.visits_per_month, r.minutes_per_day, 0"
          + " FROM UNNEST(CAST(? AS varchar ARRAY)) AS k(id)"
          + " LEFT JOIN school_profile p ON p.school_id = k.id"
          + " JOIN ict_rule r ON r.voided_at IS NULL AND r.first_on <= ?"
          + " AND (r.scope = 'installation' OR (r.scope = 'school' AND r.school_id = k.id)"
          + " OR (r.scope = 'municipality' AND r.prefecture = p.prefecture"
          + " AND r.municipality = p.municipality))";

  private static final String CREDITINGS =
      " UNION ALL SELECT 'crediting', a.student_id, a.school_id, a.application_id, a.kind,"
          + " a.facility_id, COALESCE(d.outcome, ''), a.first_on, a.last_on, r.first_on, r.last_on,"
          + " d.decided_on, 0, 0, COALESCE(r.range_no, 0)"
          + " FROM UNNEST(CAST(? AS varchar ARRAY)) AS k(id) JOIN crediting_application a"
          + " ON a.school_id = k.id AND a.first_on <= ? AND a.last_on >= ?"
          + " LEFT JOIN crediting_decision d ON d.school_id = a.school_id"
          + " AND d.application_id = a.application_id AND d.decision_no = a.newest_decision"
          + " LEFT JOIN crediting_range r ON r.school_id = d.school_id"
          + " AND r.application_id = d.application_id AND r.decision_no = d.decision_no";

  private static final String ACCEPTANCES =
      " UNION ALL SELECT 'acceptance', a.student_id, a.school_id, a.acceptance_id, a.code_id,"
          + " '', a.outcome, a.first_on, a.last_on, "
          + NO_DAYS
          + ", 0, 0, 0 FROM UNNEST(CAST(? AS varchar ARRAY)) AS k(id) JOIN acceptance a"
          + " ON a.school_id = k.id AND a.first_on <= ? AND a.last_on >= ?"
          + " AND a.voided_at IS NULL";

  private static final String EVIDENCE =
      " UNION ALL SELECT 'evidence', a.student_id, a.school_id, '', a.kind, '', '', a.on_day,"
          + " CAST(NULL AS date), "
          + NO_DAYS
          + ", COALESCE(a.minutes, -1), 0, 0 FROM UNNEST(CAST(? AS varchar ARRAY)) AS k(id)"
          + " JOIN crediting_evidence a ON a.school_id = k.id AND a.on_day <= ? AND a.on_day >= ?"
          + " AND a.kind IN ('visit', 'ict') AND a.voided_at IS NULL";

  private static final String WANTED =
      " JOIN UNNEST(CAST(? AS varchar ARRAY)) AS w(id) ON w.id = a.student_id";
  private static final String ORDER = " ORDER BY 1, 4, 15";
  private static final String OF_ALL = COUNT + RULES + CREDITINGS + ACCEPTANCES + EVIDENCE + ORDER;
  private static final String OF_SOME =
      COUNT + RULES + CREDITINGS + WANTED + ACCEPTANCES + WANTED + EVIDENCE + WANTED + ORDER;

  private final FacilityTable facilities;
  private volatile Facilities cached = new Facilities(-1, Map.of());

  /** Makes it. */
  @Activate
  public SqlCreditings(@Reference FacilityTable facilities) {
    this.facilities = facilities;
  }

  /** Facilities with the stamp at which they were read. */
  private record Facilities(long changes, Map<String, Facility> byId) {}

  @Override
  public CreditingBook load(
      Connection connection, Set<SchoolId> schools, int schoolYear, Set<StudentId> students) {
    SchoolYear year = new SchoolYear(schoolYear);
    Array at = Arrays.of(connection, schools.stream().map(SchoolId::value).toList());
    List<Object> values = new ArrayList<>(List.of(at, year.last()));
    for (int part = 0; part < 3; part++) {
      values.addAll(List.of(at, year.last(), year.first()));
      if (!students.isEmpty()) {
        values.add(Arrays.of(connection, students.stream().map(StudentId::value).toList()));
      }
    }
    Found found = new Found();
    Sql.list(connection, students.isEmpty() ? OF_ALL : OF_SOME, found::take, values.toArray());
    return found.book(facilities(connection, found.changes));
  }

  private Map<String, Facility> facilities(Connection connection, long changes) {
    Facilities known = cached;
    if (known.changes() == changes) {
      return known.byId();
    }
    Map<String, Facility> read = new HashMap<>();
    facilities
        .list(connection)
        .forEach(one -> read.put(one.entry().place().id(), one.entry().place()));
    cached = new Facilities(changes, Map.copyOf(read));
    return read;
  }

  /** An application with its newest decision, row by row. */
  private record Filed(
      StudentId student,
      SchoolId school,
      String kind,
      String facility,
      String outcome,
      DateRange period,
      Optional<LocalDate> decidedOn,
      List<DateRange> ranges) {
    List<FiledDecision> decisions(String id) {
      return FilingRule.decisions(
              id, kind, facility, period, DecisionOutcome.find(outcome), ranges, decidedOn)
          .stream()
          .map(one -> new FiledDecision(school, period.first(), one))
          .toList();
    }
  }

  /** What the statement found. */
  private static final class Found {
    private long changes;
    private final Map<String, Filed> applications = new LinkedHashMap<>();
    private final Map<StudentId, List<Acceptance>> acceptances = new HashMap<>();
    private final Map<StudentId, Set<LocalDate>> visits = new HashMap<>();
    private final Map<StudentId, Map<LocalDate, Integer>> minutes = new HashMap<>();
    private final Map<SchoolId, List<StoredIctRule>> rules = new HashMap<>();

    boolean take(ResultSet row) throws SQLException {
      switch (row.getString(1)) {
        case "count" -> changes = row.getLong(13);
        case "crediting" -> application(row);
        case "acceptance" -> acceptance(row);
        case "evidence" -> evidence(row);
        default -> rule(row);
      }
      return true;
    }

    private void application(ResultSet row) throws SQLException {
      String id = row.getString(4);
      Filed filed = applications.get(id);
      if (filed == null) {
        filed =
            new Filed(
                new StudentId(row.getString(2)),
                new SchoolId(row.getString(3)),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                range(row, 8),
                Optional.ofNullable(row.getObject(12, LocalDate.class)),
                new ArrayList<>());
        applications.put(id, filed);
      }
      if (row.getObject(10, LocalDate.class) != null) {
        filed.ranges().add(range(row, 10));
      }
    }

    private void acceptance(ResultSet row) throws SQLException {
      acceptances
          .computeIfAbsent(new StudentId(row.getString(2)), one -> new ArrayList<>())
          .add(
              new Acceptance(
                  row.getString(4),
                  row.getString(5),
                  range(row, 8),
                  Outcome.find(row.getString(7)).orElseThrow()));
    }

    private void evidence(ResultSet row) throws SQLException {
      StudentId student = new StudentId(row.getString(2));
      LocalDate day = row.getObject(8, LocalDate.class);
      if (row.getString(5).equals("visit")) {
        visits.computeIfAbsent(student, one -> new HashSet<>()).add(day);
      } else if (row.getInt(13) >= 0) {
        minutes
            .computeIfAbsent(student, one -> new HashMap<>())
            .merge(day, row.getInt(13), (a, b) -> Math.min(a + b, 1440));
      }
    }

    private void rule(ResultSet row) throws SQLException {
      rules
          .computeIfAbsent(new SchoolId(row.getString(3)), one -> new ArrayList<>())
          .add(
              new StoredIctRule(
                  row.getString(4),
                  new StoredIctRule.Scope(row.getString(2), "", "", ""),
                  row.getObject(8, LocalDate.class),
                  new IctRule(
                      IctRule.Basis.find(row.getString(5)).orElseThrow(),
                      row.getInt(13),
                      row.getInt(14),
                      IctRule.Span.find(row.getString(6)).orElseThrow(),
                      IctRule.Rounding.find(row.getString(7)).orElseThrow()),
                  "",
                  ""));
    }

    private static DateRange range(ResultSet row, int column) throws SQLException {
      return new DateRange(
          row.getObject(column, LocalDate.class), row.getObject(column + 1, LocalDate.class));
    }

    CreditingBook book(Map<String, Facility> facilities) {
      Map<StudentId, List<FiledDecision>> decisions = new HashMap<>();
      applications.forEach(
          (id, filed) ->
              decisions
                  .computeIfAbsent(filed.student(), one -> new ArrayList<>())
                  .addAll(filed.decisions(id)));
      Map<SchoolId, IctRules> joined = new HashMap<>();
      rules.forEach(
          (school, own) -> joined.put(school, IctRuleLevels.rules(IctRuleLevels.join(own))));
      return new CreditingBook(decisions, acceptances, visits, minutes, facilities, joined);
    }
  }
}
