// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.retention.persistence;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.plugin.platform.jobs.persistence.Sql;
import org.tsunagi.plugin.retention.domain.HeldTable;

/**
 * Reads and destroys the rows of a held table. Names and conditions are constants of the features;
 * only ids are parameters.
 */
@Component(service = HeldRows.class)
public class HeldRows {
  /** Lists the child's rows of a table, each as its columns in the table's order. */
  public List<Map<String, String>> list(
      Connection connection, HeldTable table, SchoolId school, StudentId student) {
    return Sql.list(
        connection,
        "SELECT " + table.columns() + " FROM " + table.name() + " WHERE " + table.condition(),
        HeldRows::columns,
        school.value(),
        student.value());
  }

  /** Destroys the child's rows of a table and returns how many there were. */
  public int destroy(Connection connection, HeldTable table, SchoolId school, StudentId student) {
    return Sql.update(
        connection,
        "DELETE FROM " + table.name() + " WHERE " + table.condition(),
        school.value(),
        student.value());
  }

  private static Map<String, String> columns(ResultSet row) throws SQLException {
    ResultSetMetaData about = row.getMetaData();
    Map<String, String> columns = new LinkedHashMap<>();
    for (int i = 1; i <= about.getColumnCount(); i++) {
      columns.put(
          about.getColumnLabel(i).toLowerCase(Locale.ROOT),
          Optional.ofNullable(row.getString(i)).orElse(""));
    }
    return columns;
  }
}
