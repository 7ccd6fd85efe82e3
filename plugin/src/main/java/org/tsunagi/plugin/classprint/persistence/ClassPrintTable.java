// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.classprint.persistence;

import java.io.ByteArrayOutputStream;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.school.HomeroomId;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.plugin.platform.sql.Sql;

/** The papers of classes and who asked for them. */
@Component(service = ClassPrintTable.class)
public final class ClassPrintTable {
  /** How long papers are kept. */
  public static final Duration KEPT = Duration.ofDays(1);

  private static final int PIECE = 512 * 1024;
  private static final String COLUMNS =
      "SELECT id, school_id, homeroom_id, part, requested_by, made_at, left_out FROM class_print";

  /**
   * The papers of a class.
   *
   * @param id the id, which is that of the job
   * @param school the school
   * @param homeroom the class
   * @param part {@code all}, or the part's kind
   * @param requestedBy the id of the one who asked
   * @param madeAt when they were made
   * @param leftOut how many children of the class are not among them
   */
  public record Kept(
      String id,
      SchoolId school,
      HomeroomId homeroom,
      String part,
      String requestedBy,
      Instant madeAt,
      int leftOut) {}

  /** Keeps papers without content yet. */
  public void begin(Connection connection, Kept print) {
    Sql.update(
        connection,
        "INSERT INTO class_print (id, school_id, homeroom_id, part, requested_by, made_at,"
            + " left_out) VALUES (?, ?, ?, ?, ?, ?, ?)",
        print.id(),
        print.school().value(),
        print.homeroom().value(),
        print.part(),
        print.requestedBy(),
        print.madeAt(),
        print.leftOut());
  }

  /** Keeps the paper of a child. */
  public void add(
      Connection connection,
      String print,
      SchoolId school,
      StudentId student,
      int place,
      byte[] pdf) {
    String paper = print + ":" + place;
    Sql.update(
        connection,
        "INSERT INTO class_print_paper (id, school_id, student_id, print_id, place)"
            + " VALUES (?, ?, ?, ?, ?)",
        paper,
        school.value(),
        student.value(),
        print,
        place);
    for (int from = 0; from < pdf.length; from += PIECE) {
      Sql.update(
          connection,
          "INSERT INTO class_print_piece (paper_id, seq, content) VALUES (?, ?, ?)",
          paper,
          from / PIECE,
          Arrays.copyOfRange(pdf, from, Math.min(pdf.length, from + PIECE)));
    }
  }

  /** Finds papers by their id. */
  public Optional<Kept> find(Connection connection, String print) {
    return Sql.list(connection, COLUMNS + " WHERE id = ?", ClassPrintTable::kept, print).stream()
        .findFirst();
  }

  /** Lists the papers that somebody may fetch, newest first. */
  public List<Kept> list(Connection connection, String person, Instant now) {
    return Sql.list(
        connection,
        COLUMNS + " WHERE requested_by = ? AND made_at > ? ORDER BY made_at DESC, id",
        ClassPrintTable::kept,
        person,
        now.minus(KEPT));
  }

  /** Lists whose papers there are, in the order of the class. */
  public List<StudentId> listStudents(Connection connection, String print) {
    return Sql.list(
        connection,
        "SELECT student_id FROM class_print_paper WHERE print_id = ? ORDER BY place",
        row -> new StudentId(row.getString(1)),
        print);
  }

  /** Reads the papers in the order of the class. */
  public Map<StudentId, byte[]> read(Connection connection, String print) {
    Map<StudentId, ByteArrayOutputStream> papers = new LinkedHashMap<>();
    Sql.each(
        connection,
        "SELECT p.student_id, c.content FROM class_print_paper p"
            + " JOIN class_print_piece c ON c.paper_id = p.id"
            + " WHERE p.print_id = ? ORDER BY p.place, c.seq",
        row ->
            papers
                .computeIfAbsent(
                    new StudentId(row.getString(1)), student -> new ByteArrayOutputStream())
                .writeBytes(row.getBytes(2)),
        print);
    Map<StudentId, byte[]> whole = new LinkedHashMap<>();
    papers.forEach((student, bytes) -> whole.put(student, bytes.toByteArray()));
    return whole;
  }

  /** Drops papers. */
  public void drop(Connection connection, String print) {
    Sql.update(connection, "DELETE FROM class_print_paper WHERE print_id = ?", print);
    Sql.update(connection, "DELETE FROM class_print WHERE id = ?", print);
  }

  /** Drops what is older than a day. */
  public void dropOld(Connection connection, Instant now) {
    Instant limit = now.minus(KEPT);
    Sql.update(
        connection,
        "DELETE FROM class_print_paper WHERE print_id IN"
            + " (SELECT id FROM class_print WHERE made_at <= ?)",
        limit);
    Sql.update(connection, "DELETE FROM class_print WHERE made_at <= ?", limit);
  }

  private static Kept kept(ResultSet row) throws SQLException {
    return new Kept(
        row.getString(1),
        new SchoolId(row.getString(2)),
        new HomeroomId(row.getString(3)),
        row.getString(4),
        row.getString(5),
        row.getObject(6, OffsetDateTime.class).toInstant(),
        row.getInt(7));
  }
}
