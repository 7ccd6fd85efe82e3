// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.supportsheet.persistence;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.plugin.platform.sql.Sql;
import org.tsunagi.plugin.supportsheet.domain.DuePart;
import org.tsunagi.plugin.supportsheet.domain.SheetKey;
import org.tsunagi.plugin.supportsheet.domain.SheetState;

/** The parts of a school's sheets that can say what is to do, each in its newest version. */
public final class DueTable {
  private static final String NEWEST =
      "SELECT s.student_id, s.part_key, s.state, s.school_year, v.version_number, v.content"
          + " FROM sheet s JOIN sheet_version v ON v.sheet_id = s.id"
          + " AND v.version_number = s.newest_version"
          + " WHERE s.school_id = ? AND s.school_year >= ? AND s.kind IN ('b', 'meeting')"
          + " AND s.state <> 'void' ORDER BY s.student_id, s.part_key";

  private DueTable() {}

  /** Lists the parts of a school since a school year, with one statement. */
  public static List<DuePart> list(Connection connection, SchoolId school, int fromYear) {
    return Sql.list(connection, NEWEST, DueTable::row, school.value(), fromYear);
  }

  private static DuePart row(ResultSet row) throws SQLException {
    return new DuePart(
        new StudentId(row.getString(1)),
        SheetKey.find(row.getString(2)).orElseThrow(),
        SheetState.find(row.getString(3)).orElseThrow(),
        row.getInt(4),
        row.getInt(5),
        SheetJson.read(row.getString(6)));
  }
}
