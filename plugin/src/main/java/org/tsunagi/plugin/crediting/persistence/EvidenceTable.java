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
import java.util.OptionalInt;
import java.util.UUID;
import org.osgi.service.component.annotations.Component;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.plugin.crediting.domain.EvidenceEntry;
import org.tsunagi.plugin.crediting.domain.EvidenceKind;
import org.tsunagi.plugin.crediting.domain.Signature;
import org.tsunagi.plugin.platform.jobs.persistence.Sql;
import org.tsunagi.plugin.shared.DateRange;

/** The table of evidence. A wrong entry is voided. */
@Component(service = EvidenceTable.class)
public class EvidenceTable {
  private static final String COLUMNS =
      "SELECT school_id, evidence_id, student_id, on_day, kind, minutes, content, who, who_role,"
          + " facility_id, source, noted_by, noted_by_name, noted_at, void_reason"
          + " FROM crediting_evidence";

  /**
   * An entry as it is kept.
   *
   * @param school the school that keeps it
   * @param id its id
   * @param entry what it says
   * @param source {@code hand} or {@code csv}
   * @param noted who noted it
   * @param voidReason why it was voided; empty while it holds
   */
  public record Kept(
      SchoolId school,
      String id,
      EvidenceEntry entry,
      String source,
      Signature noted,
      String voidReason) {}

  /** Finds an entry. */
  public Optional<Kept> find(Connection connection, String id) {
    return Sql.find(
        connection, COLUMNS + " WHERE evidence_id = ? FOR UPDATE", EvidenceTable::row, id);
  }

  /** Lists a student's entries of a range, voided ones included, by day. */
  public List<Kept> list(Connection connection, StudentId student, DateRange range) {
    return Sql.list(
        connection,
        COLUMNS
            + " WHERE student_id = ? AND on_day BETWEEN ? AND ?"
            + " ORDER BY on_day, kind, noted_at, evidence_id",
        EvidenceTable::row,
        student.value(),
        range.first(),
        range.last());
  }

  /** Lists the entries in force of several students, oldest first. */
  public List<Kept> listInForce(Connection connection, List<StudentId> students) {
    return Sql.list(
        connection,
        COLUMNS
            + " JOIN UNNEST(CAST(? AS varchar ARRAY)) AS k(id) ON k.id = student_id"
            + " WHERE voided_at IS NULL ORDER BY on_day, noted_at, evidence_id",
        EvidenceTable::row,
        Arrays.of(connection, students.stream().map(StudentId::value).toList()));
  }

  /** Adds an entry. */
  public String add(
      Connection connection, SchoolId school, EvidenceEntry entry, String source, Signature by) {
    String id = UUID.randomUUID().toString();
    Sql.update(
        connection,
        "INSERT INTO crediting_evidence (school_id, evidence_id, student_id, on_day, kind, minutes,"
            + " content, who, who_role, facility_id, source, noted_by, noted_by_name, noted_at,"
            + " voided_by_name, void_reason)"
            + " VALUES (?, ?, ?, ?, ?, CAST(NULLIF(?, '') AS integer), ?, ?, ?, ?, ?, ?, ?, ?, '', '')",
        school.value(),
        id,
        entry.student().value(),
        entry.on(),
        entry.kind().code(),
        entry.minutes().isPresent() ? Integer.toString(entry.minutes().getAsInt()) : "",
        entry.content(),
        entry.who(),
        entry.role(),
        entry.facility(),
        source,
        by.by(),
        by.name(),
        by.at());
    return id;
  }

  /** Voids an entry that holds; tells whether it did. */
  public boolean voidEntry(
      Connection connection, Kept entry, String byName, Instant at, String reason) {
    return Sql.update(
            connection,
            "UPDATE crediting_evidence SET voided_by_name = ?, voided_at = ?, void_reason = ?"
                + " WHERE school_id = ? AND evidence_id = ? AND voided_at IS NULL",
            byName,
            at,
            reason,
            entry.school().value(),
            entry.id())
        == 1;
  }

  private static Kept row(ResultSet row) throws SQLException {
    int minutes = row.getInt(6);
    OptionalInt told = row.wasNull() ? OptionalInt.empty() : OptionalInt.of(minutes);
    return new Kept(
        new SchoolId(row.getString(1)),
        row.getString(2),
        new EvidenceEntry(
            new StudentId(row.getString(3)),
            row.getObject(4, LocalDate.class),
            EvidenceKind.find(row.getString(5)).orElseThrow(),
            told,
            row.getString(7),
            row.getString(8),
            row.getString(9),
            row.getString(10)),
        row.getString(11),
        new Signature(
            row.getString(12),
            row.getString(13),
            "",
            row.getObject(14, OffsetDateTime.class).toInstant()),
        row.getString(15));
  }
}
