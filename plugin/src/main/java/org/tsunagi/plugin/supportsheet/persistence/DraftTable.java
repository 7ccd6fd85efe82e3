// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.supportsheet.persistence;

import java.sql.Connection;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.plugin.platform.sql.Sql;
import org.tsunagi.plugin.supportsheet.domain.SheetDraft;
import org.tsunagi.plugin.supportsheet.domain.SheetKey;

/**
 * What people have typed and not saved yet.
 *
 * @param connection the connection of the running transaction
 */
public record DraftTable(Connection connection) {
  private static final String ONE =
      " WHERE school_id = ? AND student_id = ? AND part_key = ? AND writer_id = ?";

  /** Lists the drafts of all writers of a part. */
  public List<SheetDraft> list(SchoolId school, StudentId student, SheetKey key) {
    return Sql.list(
        connection,
        "SELECT writer_id, writer_name, based_on, content, seen_at FROM sheet_draft"
            + " WHERE school_id = ? AND student_id = ? AND part_key = ? ORDER BY seen_at",
        row ->
            new SheetDraft(
                row.getString(1),
                row.getString(2),
                row.getInt(3),
                SheetJson.read(row.getString(4)),
                row.getObject(5, OffsetDateTime.class).toInstant()),
        school.value(),
        student.value(),
        key.text());
  }

  /** Lists the parts of a child's sheet of which a writer has a draft, the newest first. */
  public List<SheetKey> listKeys(SchoolId school, StudentId student, String writer) {
    return Sql.list(
        connection,
        "SELECT part_key FROM sheet_draft WHERE school_id = ? AND student_id = ?"
            + " AND writer_id = ? ORDER BY seen_at DESC",
        row -> SheetKey.find(row.getString(1)).orElseThrow(),
        school.value(),
        student.value(),
        writer);
  }

  /** Keeps a writer's draft in place of the one before. */
  public void keep(SchoolId school, StudentId student, SheetKey key, SheetDraft draft) {
    String content = SheetJson.write(draft.content());
    Instant at = draft.seenAt();
    int changed =
        Sql.update(
            connection,
            "UPDATE sheet_draft SET based_on = ?, content = ?, seen_at = ?, writer_name = ?" + ONE,
            draft.basedOn(),
            content,
            at,
            draft.writerName(),
            school.value(),
            student.value(),
            key.text(),
            draft.writer());
    if (changed == 0) {
      Sql.update(
          connection,
          "INSERT INTO sheet_draft (school_id, student_id, part_key, writer_id, writer_name,"
              + " based_on, content, seen_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
          school.value(),
          student.value(),
          key.text(),
          draft.writer(),
          draft.writerName(),
          draft.basedOn(),
          content,
          at);
    }
  }

  /** Takes a writer's draft away; tells whether there was one. */
  public boolean drop(SchoolId school, StudentId student, SheetKey key, String writer) {
    return Sql.update(
            connection,
            "DELETE FROM sheet_draft" + ONE,
            school.value(),
            student.value(),
            key.text(),
            writer)
        > 0;
  }
}
