// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register.persistence;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tsunagi.plugin.platform.sql.Sql;

/** The small numbers under which the counting copy keeps the host's identifiers. */
enum Numbers {
  SCHOOL(
      "school",
      "SELECT t.school_id, t.school_no FROM UNNEST(CAST(? AS varchar ARRAY)) AS k(id)"
          + " JOIN count_school t ON t.school_id = k.id",
      "INSERT INTO count_school (school_no, school_id) VALUES (?, ?)"),
  STUDENT(
      "student",
      "SELECT t.student_id, t.student_no FROM UNNEST(CAST(? AS varchar ARRAY)) AS k(id)"
          + " JOIN count_student t ON t.student_id = k.id",
      "INSERT INTO count_student (student_no, student_id) VALUES (?, ?)"),
  HOMEROOM(
      "homeroom",
      "SELECT t.homeroom_id, t.homeroom_no FROM UNNEST(CAST(? AS varchar ARRAY)) AS k(id)"
          + " JOIN count_homeroom t ON t.homeroom_id = k.id",
      "INSERT INTO count_homeroom (homeroom_no, homeroom_id) VALUES (?, ?)"),
  CODE(
      "code",
      "SELECT t.code_id, t.code_no FROM UNNEST(CAST(? AS varchar ARRAY)) AS k(id)"
          + " JOIN count_code t ON t.code_id = k.id",
      "INSERT INTO count_code (code_no, code_id) VALUES (?, ?)");

  private final String kind;
  private final String findSql;
  private final String insertSql;

  Numbers(String kind, String findSql, String insertSql) {
    this.kind = kind;
    this.findSql = findSql;
    this.insertSql = insertSql;
  }

  /** Finds the numbers of those identifiers that have one, in one statement. */
  Map<String, Integer> find(Connection connection, Collection<String> ids) {
    Map<String, Integer> found = new HashMap<>();
    if (!ids.isEmpty()) {
      Sql.each(
          connection,
          findSql,
          row -> found.put(row.getString(1), row.getInt(2)),
          Sql.array(connection, "varchar", ids));
    }
    return found;
  }

  /** Returns the number of each identifier, giving new ones where there is none. */
  Map<String, Integer> assign(Connection connection, Set<String> ids) {
    Map<String, Integer> known = find(connection, ids);
    if (known.size() == ids.size()) {
      return known;
    }
    // The lock first: a writer that waited here sees what the other one gave.
    Sql.update(connection, "UPDATE count_number SET last_no = last_no WHERE kind = ?", kind);
    known = find(connection, ids);
    Set<String> missing = new HashSet<>(ids);
    missing.removeAll(known.keySet());
    int last =
        Sql.list(
                connection,
                "SELECT last_no FROM count_number WHERE kind = ?",
                row -> row.getInt(1),
                kind)
            .get(0);
    List<Object[]> rows = new ArrayList<>();
    for (String id : missing.stream().sorted().toList()) {
      last++;
      known.put(id, last);
      rows.add(new Object[] {last, id});
    }
    Sql.batch(connection, insertSql, rows);
    Sql.update(connection, "UPDATE count_number SET last_no = ? WHERE kind = ?", last, kind);
    return known;
  }
}
