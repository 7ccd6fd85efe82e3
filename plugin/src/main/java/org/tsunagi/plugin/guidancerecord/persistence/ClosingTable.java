// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.guidancerecord.persistence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.osgi.service.component.annotations.Component;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.school.Grade;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.plugin.guidancerecord.domain.CanonicalClosing;
import org.tsunagi.plugin.guidancerecord.domain.ClosedRow;
import org.tsunagi.plugin.guidancerecord.domain.Closing;
import org.tsunagi.plugin.guidancerecord.domain.RemarkItem;
import org.tsunagi.plugin.platform.Json;
import org.tsunagi.plugin.platform.sql.Sql;

/** Closings and their rows, which are only added. */
@Component(service = ClosingTable.class)
public final class ClosingTable {
  private static final String CLOSING =
      "SELECT school_id, school_year, closing_number, signed_by, signed_by_name, signed_by_title,"
          + " signed_at, note, waiting_confirmed, students, previous_hash, content_hash"
          + " FROM record_closing";

  /**
   * A closed row with the number of its closing.
   *
   * @param closing the closing, without its other rows
   * @param row the row
   */
  public record Kept(Closing closing, ClosedRow row) {}

  /** Lists the closings of a school's year, the first one first. */
  public List<Closing> list(Connection connection, SchoolId school, int schoolYear) {
    return Sql.list(
        connection,
        CLOSING + " WHERE school_id = ? AND school_year = ? ORDER BY closing_number",
        ClosingTable::closing,
        school.value(),
        schoolYear);
  }

  /** Lists the rows of a closing, by student and grade. */
  public List<ClosedRow> rows(Connection connection, Closing closing) {
    return Sql.list(
        connection,
        "SELECT student_id, grade, content FROM record_closing_row WHERE school_id = ?"
            + " AND school_year = ? AND closing_number = ? ORDER BY student_id, grade",
        row -> row(row.getString(1), row.getString(2), row.getString(3)),
        closing.school().value(),
        closing.schoolYear(),
        closing.number());
  }

  /** Lists a student's rows of the newest closing of each school's year, oldest year first. */
  public List<Kept> ofStudent(Connection connection, StudentId student) {
    return Sql.list(
        connection,
        "SELECT c.school_id, c.school_year, c.closing_number, c.signed_by, c.signed_by_name,"
            + " c.signed_by_title, c.signed_at, c.note, c.waiting_confirmed, c.students,"
            + " c.previous_hash, c.content_hash, r.grade, r.content"
            + " FROM record_closing_row r JOIN record_closing c ON c.school_id = r.school_id"
            + " AND c.school_year = r.school_year AND c.closing_number = r.closing_number"
            + " WHERE r.student_id = ? AND NOT EXISTS (SELECT 1 FROM record_closing n"
            + " WHERE n.school_id = c.school_id AND n.school_year = c.school_year"
            + " AND n.closing_number > c.closing_number)"
            + " ORDER BY c.school_year, c.school_id",
        row -> new Kept(closing(row), row(student.value(), row.getString(13), row.getString(14))),
        student.value());
  }

  /** Adds a closing with all its rows. */
  public void add(Connection connection, Closing closing, List<ClosedRow> rows) {
    Sql.update(
        connection,
        "INSERT INTO record_closing (school_id, school_year, closing_number, signed_by,"
            + " signed_by_name, signed_by_title, signed_at, note, waiting_confirmed, students,"
            + " previous_hash, content_hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        closing.school().value(),
        closing.schoolYear(),
        closing.number(),
        closing.signedBy().id(),
        closing.signedBy().name(),
        closing.signedBy().title(),
        closing.signedAt(),
        closing.note(),
        closing.waitingConfirmed(),
        closing.students(),
        closing.previousHash(),
        closing.hash());
    List<Object[]> values = new ArrayList<>();
    for (ClosedRow row : rows) {
      values.add(
          new Object[] {
            closing.school().value(),
            closing.schoolYear(),
            closing.number(),
            row.student().value(),
            row.grade().name(),
            CanonicalClosing.content(row)
          });
    }
    Sql.batch(
        connection,
        "INSERT INTO record_closing_row (school_id, school_year, closing_number, student_id,"
            + " grade, content) VALUES (?, ?, ?, ?, ?, ?)",
        values);
  }

  private static Closing closing(ResultSet row) throws SQLException {
    return new Closing(
        new SchoolId(row.getString(1)),
        row.getInt(2),
        row.getInt(3),
        new Closing.Signature(row.getString(4), row.getString(5), row.getString(6)),
        row.getObject(7, OffsetDateTime.class).toInstant(),
        row.getString(8),
        row.getString(9),
        row.getInt(10),
        row.getString(11),
        row.getString(12));
  }

  private static ClosedRow row(String student, String grade, String content) {
    try {
      JsonNode root = Json.MAPPER.readTree(content);
      Map<String, Integer> figures = new TreeMap<>();
      root.path("figures").properties().forEach(e -> figures.put(e.getKey(), e.getValue().asInt()));
      List<RemarkItem> remarks = new ArrayList<>();
      root.path("remarks")
          .forEach(
              one ->
                  remarks.add(
                      new RemarkItem(
                          one.path("text").asText(), one.path("restricted").asBoolean())));
      return new ClosedRow(
          new StudentId(student),
          Grade.find(grade).orElseThrow(),
          figures,
          remarks,
          root.path("days").asText());
    } catch (JsonProcessingException e) {
      e.clearLocation();
      throw new IllegalStateException("a closed row can't be read", e);
    }
  }

  /** Finds the newest closing of a school's year. */
  public Optional<Closing> newest(Connection connection, SchoolId school, int schoolYear) {
    List<Closing> all = list(connection, school, schoolYear);
    return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
  }
}
