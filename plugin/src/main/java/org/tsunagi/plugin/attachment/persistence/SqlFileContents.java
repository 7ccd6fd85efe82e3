// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.attachment.persistence;

import java.io.ByteArrayOutputStream;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Component;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.plugin.attachment.domain.FileContents;
import org.tsunagi.plugin.platform.sql.Sql;

/** Contents in the database, in pieces that both databases take. */
@Component(service = FileContents.class)
public final class SqlFileContents implements FileContents {
  private static final int PIECE = 512 << 10;

  @Override
  public void keep(Connection connection, SchoolId school, String id, byte[] content) {
    List<@Nullable Object[]> rows = new ArrayList<>();
    for (int from = 0; from < content.length; from += PIECE) {
      byte[] piece = Arrays.copyOfRange(content, from, Math.min(content.length, from + PIECE));
      rows.add(new Object[] {school.value(), id, rows.size(), piece});
    }
    Sql.batch(
        connection,
        "INSERT INTO attachment_content (school_id, attachment_id, piece, content)"
            + " VALUES (?, ?, ?, ?)",
        rows);
  }

  @Override
  public byte[] read(Connection connection, SchoolId school, String id) {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    Sql.each(
        connection,
        "SELECT content FROM attachment_content WHERE school_id = ? AND attachment_id = ?"
            + " ORDER BY piece",
        row -> content.writeBytes(row.getBytes(1)),
        school.value(),
        id);
    return content.toByteArray();
  }
}
