// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.crediting.persistence;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Component;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.plugin.crediting.domain.ApplicationFile;
import org.tsunagi.plugin.crediting.domain.CreditingApplication;
import org.tsunagi.plugin.crediting.domain.FacilityEntry;
import org.tsunagi.plugin.crediting.domain.PrincipalDecision;
import org.tsunagi.plugin.platform.jobs.persistence.Sql;
import org.tsunagi.plugin.shared.DateRange;

/**
 * Applications with all that was written about them, with two statements whatever their number:
 * applications with facilities and decisions, then what was found and said.
 */
@Component(service = ApplicationFiles.class)
public class ApplicationFiles {
  private static final String FILES =
      "SELECT "
          + ApplicationTable.FIELDS
          + ", "
          + FacilityTable.FIELDS
          + ", "
          + DecisionTable.FIELDS
          + " FROM crediting_application a"
          + " LEFT JOIN facility f ON f.facility_id = a.facility_id"
          + " LEFT JOIN crediting_decision d ON d.school_id = a.school_id"
          + " AND d.application_id = a.application_id"
          + DecisionTable.RANGES;

  private static final String NEWEST_FIRST =
      " ORDER BY a.first_on DESC, a.application_id, d.decision_no DESC, r.range_no";

  private static final String OF_SCHOOLS =
      FILES
          + " JOIN UNNEST(CAST(? AS varchar ARRAY)) AS k(id) ON k.id = a.school_id"
          + " WHERE a.first_on <= ? AND a.last_on >= ?"
          + " ORDER BY a.first_on, a.student_id, a.application_id, d.decision_no DESC, r.range_no";

  /** Lists a student's applications, newest first. */
  public List<ApplicationFile> ofStudent(Connection connection, StudentId student) {
    return read(connection, FILES + " WHERE a.student_id = ?" + NEWEST_FIRST, student.value());
  }

  /** Lists all applications of the student who has a certain one, newest first. */
  public List<ApplicationFile> besides(Connection connection, String application) {
    return read(
        connection,
        FILES
            + " WHERE a.student_id = (SELECT o.student_id FROM crediting_application o"
            + " WHERE o.application_id = ?)"
            + NEWEST_FIRST,
        application);
  }

  /** Lists the applications of schools whose period meets a range, by first day. */
  public List<ApplicationFile> ofSchools(
      Connection connection, Set<SchoolId> schools, DateRange range) {
    return read(
        connection,
        OF_SCHOOLS,
        Arrays.of(connection, schools.stream().map(SchoolId::value).toList()),
        range.last(),
        range.first());
  }

  private static List<ApplicationFile> read(
      Connection connection, String sql, Object... parameters) {
    Map<String, CreditingApplication> applications = new LinkedHashMap<>();
    Map<String, FacilityEntry> facilities = new HashMap<>();
    Map<String, Map<Integer, PrincipalDecision>> decisions = new HashMap<>();
    int facility = ApplicationTable.WIDTH;
    int decision = facility + FacilityTable.WIDTH;
    Sql.list(
        connection,
        sql,
        row -> {
          String id = row.getString(2);
          if (applications.put(id, ApplicationTable.row(row)) == null
              && row.getString(facility + 1) != null) {
            facilities.put(id, FacilityTable.row(row, facility).entry());
          }
          return row.getString(decision + 1) != null
              && DecisionTable.take(
                  row, decision, decisions.computeIfAbsent(id, key -> new LinkedHashMap<>()));
        },
        parameters);
    ConditionTable.Notes notes =
        ConditionTable.notes(connection, List.copyOf(applications.keySet()));
    List<ApplicationFile> files = new ArrayList<>();
    applications.forEach(
        (id, one) ->
            files.add(
                new ApplicationFile(
                    one,
                    Optional.ofNullable(facilities.get(id)),
                    List.copyOf(decisions.getOrDefault(id, Map.of()).values()),
                    notes.entries().getOrDefault(id, List.of()),
                    notes.talks().getOrDefault(id, List.of()))));
    return files;
  }
}
