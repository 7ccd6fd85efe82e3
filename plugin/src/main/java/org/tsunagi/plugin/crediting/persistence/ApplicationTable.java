// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.crediting.persistence;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Component;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.plugin.crediting.domain.ApplicationContent;
import org.tsunagi.plugin.crediting.domain.CreditingApplication;
import org.tsunagi.plugin.crediting.domain.Signature;
import org.tsunagi.plugin.platform.Json;
import org.tsunagi.plugin.platform.jobs.persistence.Sql;
import org.tsunagi.plugin.shared.DateRange;

/** The table of applications; what one said before it was changed is kept. */
@Component(service = ApplicationTable.class)
public class ApplicationTable {
  static final String FIELDS =
      "a.school_id, a.application_id, a.student_id, a.kind, a.list_id, a.facility_id,"
          + " a.provider, a.guide, a.activity, a.first_on, a.last_on, a.plan, a.next_step,"
          + " a.version, a.newest_decision, a.source, a.applied_by, a.applied_by_name,"
          + " a.applied_by_title, a.applied_at";

  /** How many columns an application has in a row. */
  static final int WIDTH = 20;

  private static final String COLUMNS = "SELECT " + FIELDS + " FROM crediting_application a";

  /** Finds an application and keeps others from writing it until the transaction ends. */
  public Optional<CreditingApplication> findLocked(Connection connection, String id) {
    return Sql.find(
        connection, COLUMNS + " WHERE a.application_id = ? FOR UPDATE", ApplicationTable::row, id);
  }

  /** Lists the applications of several students, oldest first. */
  public List<CreditingApplication> list(Connection connection, List<StudentId> students) {
    return Sql.list(
        connection,
        COLUMNS
            + " JOIN UNNEST(CAST(? AS varchar ARRAY)) AS k(id) ON k.id = a.student_id"
            + " ORDER BY a.applied_at, a.application_id",
        ApplicationTable::row,
        Arrays.of(connection, students.stream().map(StudentId::value).toList()));
  }

  /** Adds an application. */
  public CreditingApplication add(
      Connection connection,
      SchoolId school,
      StudentId student,
      ApplicationContent content,
      boolean imported,
      Signature by) {
    String id = UUID.randomUUID().toString();
    Sql.update(
        connection,
        "INSERT INTO crediting_application (school_id, application_id, student_id, kind, list_id,"
            + " facility_id, provider, guide, activity, first_on, last_on, plan, next_step,"
            + " version, newest_decision, source, applied_by, applied_by_name, applied_by_title,"
            + " applied_at, changed_by_name, changed_at)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1, 0, ?, ?, ?, ?, ?, ?, ?)",
        school.value(),
        id,
        student.value(),
        content.kind(),
        content.list(),
        content.facility(),
        content.provider(),
        content.guide(),
        content.activity(),
        content.period().first(),
        content.period().last(),
        content.plan(),
        content.nextStep(),
        imported ? "import" : "hand",
        by.by(),
        by.name(),
        by.title(),
        by.at(),
        by.name(),
        by.at());
    return new CreditingApplication(school, id, student, content, 1, 0, imported, by);
  }

  /** Replaces what an application asks for and keeps what it said. */
  public void change(
      Connection connection,
      CreditingApplication before,
      ApplicationContent content,
      Signature by) {
    keep(connection, before, by);
    Sql.update(
        connection,
        "UPDATE crediting_application SET kind = ?, list_id = ?, facility_id = ?, provider = ?,"
            + " guide = ?, activity = ?, first_on = ?, last_on = ?, plan = ?, next_step = ?,"
            + " version = version + 1, changed_by_name = ?, changed_at = ?"
            + " WHERE school_id = ? AND application_id = ?",
        content.kind(),
        content.list(),
        content.facility(),
        content.provider(),
        content.guide(),
        content.activity(),
        content.period().first(),
        content.period().last(),
        content.plan(),
        content.nextStep(),
        by.name(),
        by.at(),
        before.school().value(),
        before.id());
  }

  private static void keep(Connection connection, CreditingApplication before, Signature by) {
    String content;
    try {
      content = Json.MAPPER.writeValueAsString(before.content());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an application can't be written as JSON", e);
    }
    Sql.update(
        connection,
        "INSERT INTO crediting_application_past (school_id, application_id, version, content,"
            + " replaced_by, replaced_by_name, replaced_at) VALUES (?, ?, ?, ?, ?, ?, ?)",
        before.school().value(),
        before.id(),
        before.version(),
        content,
        by.by(),
        by.name(),
        by.at());
  }

  static CreditingApplication row(ResultSet row) throws SQLException {
    return new CreditingApplication(
        new SchoolId(row.getString(1)),
        row.getString(2),
        new StudentId(row.getString(3)),
        new ApplicationContent(
            row.getString(4),
            row.getString(5),
            row.getString(6),
            row.getString(7),
            row.getString(8),
            row.getString(9),
            new DateRange(row.getObject(10, LocalDate.class), row.getObject(11, LocalDate.class)),
            row.getString(12),
            row.getString(13)),
        row.getInt(14),
        row.getInt(15),
        row.getString(16).equals("import"),
        new Signature(
            row.getString(17),
            row.getString(18),
            row.getString(19),
            row.getObject(20, OffsetDateTime.class).toInstant()));
  }
}
