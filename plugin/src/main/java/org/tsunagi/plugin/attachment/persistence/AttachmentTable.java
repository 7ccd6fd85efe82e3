// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.attachment.persistence;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.plugin.attachment.domain.Attachment;
import org.tsunagi.plugin.attachment.domain.FileKind;
import org.tsunagi.plugin.attachment.domain.SizeSetting;
import org.tsunagi.plugin.platform.sql.Sql;

/**
 * The tables of attached files and of their setting.
 *
 * @param connection the connection of the command
 */
public record AttachmentTable(Connection connection) {
  /** Counts the settings that this process wrote. */
  public static final AtomicLong SETTING_WRITES = new AtomicLong();

  private static final String ALL =
      "SELECT attachment_id, student_id, place_kind, place_key, section_id, section_class,"
          + " file_name, file_kind, byte_count, sha256, added_by, added_by_name, added_by_title,"
          + " added_at, voided_by_name, void_reason FROM attachment"
          + " WHERE school_id = ? AND student_id = ?";

  /** Lists the files of a part or an entry, the oldest first. */
  public List<Attachment> list(SchoolId school, StudentId student, String kind, String key) {
    return Sql.list(
        connection,
        ALL + " AND place_kind = ? AND place_key = ? ORDER BY added_at, attachment_id",
        AttachmentTable::row,
        school.value(),
        student.value(),
        kind,
        key);
  }

  /** Lists all files of a child at a school. */
  public List<Attachment> list(SchoolId school, StudentId student) {
    return Sql.list(
        connection,
        ALL + " ORDER BY added_at, attachment_id",
        AttachmentTable::row,
        school.value(),
        student.value());
  }

  /** Finds a file, and holds it against others who void it. */
  public Optional<Attachment> find(SchoolId school, StudentId student, String id) {
    return Sql.list(
            connection,
            ALL + " AND attachment_id = ?",
            AttachmentTable::row,
            school.value(),
            student.value(),
            id)
        .stream()
        .findFirst();
  }

  /** Adds a file. */
  public void add(SchoolId school, Attachment one) {
    Sql.update(
        connection,
        "INSERT INTO attachment (school_id, attachment_id, student_id, place_kind, place_key,"
            + " section_id, section_class, file_name, file_kind, byte_count, sha256, added_by,"
            + " added_by_name, added_by_title, added_at, voided_by_name, void_reason)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '', '')",
        school.value(),
        one.id(),
        one.student().value(),
        one.place().kind(),
        one.place().key(),
        one.place().section(),
        one.place().sharing(),
        one.name(),
        one.kind().code(),
        one.bytes(),
        one.sha256(),
        one.addedById(),
        one.addedBy(),
        one.addedTitle(),
        one.addedAt());
  }

  /** Voids a file; false where somebody did meanwhile. */
  public boolean voidFile(SchoolId school, String id, String byName, String reason, Instant at) {
    return Sql.update(
            connection,
            "UPDATE attachment SET voided_by_name = ?, void_reason = ?, voided_at = ?"
                + " WHERE school_id = ? AND attachment_id = ? AND voided_at IS NULL",
            byName,
            reason,
            at,
            school.value(),
            id)
        == 1;
  }

  /** Returns the setting in force. */
  public SizeSetting setting() {
    return Sql.list(
            connection,
            "SELECT version, most_megabytes, set_by_name FROM attachment_setting"
                + " ORDER BY version DESC LIMIT 1",
            row -> new SizeSetting(row.getInt(1), row.getInt(2), row.getString(3)))
        .stream()
        .findFirst()
        .orElse(SizeSetting.ORDINARY);
  }

  /** Adds a setting. */
  public void addSetting(SizeSetting one, String by, Instant at) {
    Sql.update(
        connection,
        "INSERT INTO attachment_setting (version, most_megabytes, set_by, set_by_name, set_at)"
            + " VALUES (?, ?, ?, ?, ?)",
        one.version(),
        one.megabytes(),
        by,
        one.setBy(),
        at);
    SETTING_WRITES.incrementAndGet();
  }

  private static Attachment row(ResultSet row) throws SQLException {
    return new Attachment(
        row.getString(1),
        new StudentId(row.getString(2)),
        new Attachment.Place(
            row.getString(3), row.getString(4), row.getString(5), row.getString(6)),
        row.getString(7),
        FileKind.find(row.getString(8)).orElse(FileKind.TXT),
        row.getInt(9),
        row.getString(10),
        row.getString(11),
        row.getString(12),
        row.getString(13),
        row.getObject(14, OffsetDateTime.class).toInstant(),
        row.getString(15),
        row.getString(16));
  }
}
