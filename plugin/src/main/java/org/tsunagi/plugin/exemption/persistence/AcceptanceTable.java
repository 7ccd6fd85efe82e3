// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.exemption.persistence;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Component;
import org.tsunagi.api.attendance.MarkChange;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.plugin.exemption.AcceptanceView;
import org.tsunagi.plugin.exemption.domain.Word;

/** The words on exempt days. A row is never rewritten: another word voids it and adds a row. */
@Component(service = AcceptanceTable.class)
public final class AcceptanceTable {
  private static final String COLUMNS =
      "SELECT acceptance_id, school_id, student_id, code_id, first_on, last_on, outcome, reason,"
          + " heard_on, document_on, document_no, learning_support, decided_by_name,"
          + " decided_by_title, decided_at, voided_at, void_reason FROM acceptance";

  /** Lists the words of a school that touch a range, voided ones included, by first day. */
  public List<AcceptanceView> list(
      Connection connection, SchoolId school, LocalDate first, LocalDate last) {
    return list(
        connection,
        COLUMNS
            + " WHERE school_id = ? AND first_on <= ? AND last_on >= ?"
            + " ORDER BY first_on, decided_at, acceptance_id",
        school.value(),
        last,
        first);
  }

  /** Lists the words on a student that touch a range, voided ones included, by first day. */
  public List<AcceptanceView> list(
      Connection connection, StudentId student, LocalDate first, LocalDate last) {
    return list(
        connection,
        COLUMNS
            + " WHERE student_id = ? AND first_on <= ? AND last_on >= ?"
            + " ORDER BY first_on, decided_at, acceptance_id",
        student.value(),
        last,
        first);
  }

  /** Adds a word and returns its id. */
  public String add(Connection connection, Word word, MarkChange.Author author, Instant now) {
    String id = UUID.randomUUID().toString();
    update(
        connection,
        "INSERT INTO acceptance (school_id, acceptance_id, student_id, code_id, first_on, last_on,"
            + " outcome, reason, heard_on, document_on, document_no, learning_support, decided_by,"
            + " decided_by_name, decided_by_title, decided_at)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        word.school().value(),
        id,
        word.student().value(),
        word.code(),
        word.period().first(),
        word.period().last(),
        word.outcome().code(),
        word.reason(),
        word.order().heardOn().orElse(null),
        word.order().documentOn().orElse(null),
        word.order().documentNo(),
        word.order().learningSupport(),
        author.id(),
        author.name(),
        author.title(),
        now);
    return id;
  }

  /** Voids a word that holds; tells whether there was one. */
  public boolean voidWord(
      Connection connection, SchoolId school, String id, String by, String reason, Instant now) {
    return update(
            connection,
            "UPDATE acceptance SET voided_by = ?, voided_at = ?, void_reason = ?"
                + " WHERE school_id = ? AND acceptance_id = ? AND voided_at IS NULL",
            by,
            now,
            reason,
            school.value(),
            id)
        == 1;
  }

  private static List<AcceptanceView> list(Connection connection, String sql, Object... values) {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      bind(statement, values);
      List<AcceptanceView> found = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          found.add(view(rows));
        }
      }
      return found;
    } catch (SQLException e) {
      throw new IllegalStateException("the statement failed", e);
    }
  }

  private static int update(Connection connection, String sql, @Nullable Object... values) {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      bind(statement, values);
      return statement.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("the statement failed", e);
    }
  }

  private static void bind(PreparedStatement statement, @Nullable Object... values)
      throws SQLException {
    for (int i = 0; i < values.length; i++) {
      Object value = values[i];
      statement.setObject(i + 1, value instanceof Instant at ? at.atOffset(ZoneOffset.UTC) : value);
    }
  }

  private static AcceptanceView view(ResultSet row) throws SQLException {
    return new AcceptanceView(
        row.getString(1),
        row.getString(2),
        row.getString(3),
        row.getString(4),
        row.getObject(5, LocalDate.class),
        row.getObject(6, LocalDate.class),
        row.getString(7),
        row.getString(8),
        Optional.ofNullable(row.getObject(9, LocalDate.class)),
        Optional.ofNullable(row.getObject(10, LocalDate.class)),
        text(row.getString(11)),
        text(row.getString(12)),
        row.getString(13),
        row.getString(14),
        row.getObject(15, OffsetDateTime.class).toInstant(),
        Optional.ofNullable(row.getObject(16, OffsetDateTime.class)).map(OffsetDateTime::toInstant),
        text(row.getString(17)));
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value;
  }
}
