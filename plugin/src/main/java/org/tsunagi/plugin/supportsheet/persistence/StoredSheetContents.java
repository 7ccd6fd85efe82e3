// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.supportsheet.persistence;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.plugin.team.SheetContents;

/** The stored contents of sheets by their hash, for acknowledgements. */
@Component(service = SheetContents.class)
public final class StoredSheetContents implements SheetContents {
  @Override
  public Optional<Current> find(
      Connection connection, SchoolId school, StudentId student, String partKey) {
    String sql =
        "SELECT v.version_number, v.content FROM sheet s"
            + " JOIN sheet_version v ON v.sheet_id = s.id"
            + " WHERE s.school_id = ? AND s.student_id = ?"
            + " AND s.part_key = ? AND v.version_number = s.newest_version";
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      select.setString(1, school.value());
      select.setString(2, student.value());
      select.setString(3, partKey);
      try (ResultSet row = select.executeQuery()) {
        return row.next()
            ? Optional.of(new Current(row.getInt(1), hash(row.getString(2))))
            : Optional.empty();
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the sheets can't be read", e);
    }
  }

  private static String hash(String content) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
