// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.crediting.persistence;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Component;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.plugin.crediting.domain.LearningResult;
import org.tsunagi.plugin.crediting.domain.Signature;
import org.tsunagi.plugin.platform.jobs.persistence.Sql;
import org.tsunagi.plugin.shared.DateRange;

/** The table of learning results. A wrong one is voided. */
@Component(service = LearningResultTable.class)
public class LearningResultTable {
  /**
   * A result as it is kept.
   *
   * @param school the school that keeps it
   * @param id its id
   * @param student the student
   * @param result what it says
   * @param noted who noted it
   * @param voidReason why it was voided; empty while it holds
   */
  public record Kept(
      SchoolId school,
      String id,
      StudentId student,
      LearningResult result,
      Signature noted,
      String voidReason) {}

  /** Lists a student's results that meet a range, by first day. */
  public List<Kept> list(Connection connection, StudentId student, DateRange range) {
    return Sql.list(
        connection,
        "SELECT school_id, result_id, student_id, subject, first_on, last_on, content,"
            + " suits_curriculum, told_how, told_on, noted_by, noted_by_name, noted_at, void_reason"
            + " FROM learning_result WHERE student_id = ? AND first_on <= ? AND last_on >= ?"
            + " ORDER BY first_on, subject, noted_at",
        LearningResultTable::row,
        student.value(),
        range.last(),
        range.first());
  }

  /** Adds a result; its id is given here. */
  public String add(
      Connection connection,
      SchoolId school,
      StudentId student,
      LearningResult result,
      Signature by) {
    String id = UUID.randomUUID().toString();
    Sql.update(
        connection,
        "INSERT INTO learning_result (school_id, result_id, student_id, subject, first_on, last_on,"
            + " content, suits_curriculum, told_how, told_on, noted_by, noted_by_name, noted_at,"
            + " voided_by_name, void_reason)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '', '')",
        school.value(),
        id,
        student.value(),
        result.subject(),
        result.period().first(),
        result.period().last(),
        result.content(),
        result.suitsCurriculum(),
        result.toldHow(),
        result.toldOn(),
        by.by(),
        by.name(),
        by.at());
    return id;
  }

  /** Voids a result of a student that holds; tells whether it did. */
  public boolean voidResult(
      Connection connection,
      SchoolId school,
      StudentId student,
      String id,
      String byName,
      Instant at,
      String reason) {
    return Sql.update(
            connection,
            "UPDATE learning_result SET voided_by_name = ?, voided_at = ?, void_reason = ?"
                + " WHERE school_id = ? AND student_id = ? AND result_id = ?"
                + " AND voided_at IS NULL",
            byName,
            at,
            reason,
            school.value(),
            student.value(),
            id)
        == 1;
  }

  private static Kept row(ResultSet row) throws SQLException {
    return new Kept(
        new SchoolId(row.getString(1)),
        row.getString(2),
        new StudentId(row.getString(3)),
        new LearningResult(
            row.getString(4),
            new DateRange(row.getObject(5, LocalDate.class), row.getObject(6, LocalDate.class)),
            row.getString(7),
            row.getBoolean(8),
            row.getString(9),
            Optional.ofNullable(row.getObject(10, LocalDate.class))),
        new Signature(
            row.getString(11),
            row.getString(12),
            "",
            row.getObject(13, OffsetDateTime.class).toInstant()),
        row.getString(14));
  }
}
