// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.duplicate.persistence;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.plugin.duplicate.domain.RowMove;
import org.tsunagi.plugin.platform.sql.Sql;
import org.tsunagi.plugin.platform.sql.SqlException;

/**
 * The rows of other features that name a student. Names of tables are constants of the features,
 * names of columns come from the database's catalogue; only ids and keys are parameters. Keys are
 * compared as text, so that they can be noted and found again.
 *
 * @param connection the connection of the command
 */
public record MergeRows(Connection connection) {
  private static final Set<String> OWNER = Set.of("school_id", "student_id");
  private static final Map<String, String> PART =
      Map.of(
          "sheet", "part_key",
          "sheet_draft", "part_key",
          "acknowledgement", "part_key",
          "attachment", "CASE WHEN place_kind = 'sheet' THEN place_key ELSE '' END");

  /**
   * A table's keys.
   *
   * @param name its name
   * @param key the columns that name a row, without the owner
   * @param unique what no two rows of one student may share, without the owner
   */
  public record Table(String name, List<String> key, Set<List<String>> unique) {}

  /** Looks a table up in the database's catalogue. */
  public Table table(String name) {
    try {
      DatabaseMetaData about = connection.getMetaData();
      String stored = about.storesUpperCaseIdentifiers() ? name.toUpperCase(Locale.ROOT) : name;
      Set<String> key = new LinkedHashSet<>();
      try (ResultSet rows = about.getPrimaryKeys(null, connection.getSchema(), stored)) {
        while (rows.next()) {
          key.add(rows.getString("COLUMN_NAME").toLowerCase(Locale.ROOT));
        }
      }
      Map<String, Set<String>> indexes = new LinkedHashMap<>();
      indexes.put("key", key);
      try (ResultSet rows = about.getIndexInfo(null, connection.getSchema(), stored, true, false)) {
        while (rows.next()) {
          String column = rows.getString("COLUMN_NAME");
          if (column != null) {
            indexes
                .computeIfAbsent(rows.getString("INDEX_NAME"), index -> new TreeSet<>())
                .add(column.toLowerCase(Locale.ROOT));
          }
        }
      }
      return new Table(name, without(key), unique(indexes.values()));
    } catch (SQLException e) {
      throw new SqlException(e);
    }
  }

  private static Set<List<String>> unique(Collection<Set<String>> indexes) {
    Set<List<String>> unique = new HashSet<>();
    for (Set<String> index : indexes) {
      if (index.contains("student_id")) {
        unique.add(without(index));
      }
    }
    return unique;
  }

  private static List<String> without(Set<String> columns) {
    return columns.stream().filter(one -> !OWNER.contains(one)).sorted().toList();
  }

  /** Lists a student's rows of a table. */
  public List<RowMove.Row> list(Table table, SchoolId school, StudentId student) {
    Set<String> columns = new TreeSet<>(table.key());
    table.unique().forEach(columns::addAll);
    List<String> names = List.copyOf(columns);
    StringBuilder select = new StringBuilder("SELECT ");
    names.forEach(name -> select.append("CAST(").append(name).append(" AS varchar), "));
    select.append(PART.getOrDefault(table.name(), "''")).append(" FROM ").append(table.name());
    return Sql.list(
        connection,
        select.append(" WHERE school_id = ? AND student_id = ?").toString(),
        row -> row(table, names, row),
        school.value(),
        student.value());
  }

  private static RowMove.Row row(Table table, List<String> names, ResultSet row)
      throws SQLException {
    Map<String, String> all = new TreeMap<>();
    for (int i = 0; i < names.size(); i++) {
      String value = row.getString(i + 1);
      all.put(names.get(i), value == null ? "" : value);
    }
    Set<Map<String, String>> unique = new HashSet<>();
    table.unique().forEach(columns -> unique.add(only(all, columns)));
    return new RowMove.Row(only(all, table.key()), row.getString(names.size() + 1), unique);
  }

  private static Map<String, String> only(Map<String, String> all, List<String> columns) {
    Map<String, String> some = new TreeMap<>(all);
    some.keySet().retainAll(columns);
    return some;
  }

  /** Gives rows to another student; returns how many were found. */
  public int move(
      String table, SchoolId school, String from, String to, List<Map<String, String>> keys) {
    int moved = 0;
    for (Map<String, String> key : keys) {
      StringBuilder update =
          new StringBuilder("UPDATE ").append(table).append(" SET student_id = ? WHERE");
      update.append(" school_id = ? AND student_id = ?");
      List<Object> values = new ArrayList<>(List.of(to, school.value(), from));
      key.forEach(
          (column, value) -> {
            update.append(" AND CAST(").append(column).append(" AS varchar) = ?");
            values.add(value);
          });
      moved += Sql.update(connection, update.toString(), values.toArray());
    }
    return moved;
  }
}
