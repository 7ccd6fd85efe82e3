// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.retention;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.plugin.access.Ground;
import org.tsunagi.plugin.retention.domain.HeldAboutChild;
import org.tsunagi.plugin.retention.domain.HeldDigest;
import org.tsunagi.plugin.retention.domain.HeldTable;
import org.tsunagi.plugin.retention.domain.HeldTable.AtEnd;
import org.tsunagi.plugin.retention.persistence.HeldRows;
import org.tsunagi.testing.TestDatabases;

/**
 * Every table that knows a student is taken out and destroyed with the child, on both databases.
 */
class HeldCatalogueTest {
  private static final SchoolId SCHOOL = new SchoolId("S1");
  private static final Set<String> STUDENT_COLUMNS = Set.of("student_id", "student_no");

  /** Finds every feature's word as the framework would. */
  static List<HeldAboutChild> features() {
    List<HeldAboutChild> features = new ArrayList<>();
    for (JavaClass type : new ClassFileImporter().importPackages("org.tsunagi.plugin")) {
      if (!type.isInterface() && type.isAssignableTo(HeldAboutChild.class)) {
        try {
          features.add((HeldAboutChild) type.reflect().getConstructor().newInstance());
        } catch (ReflectiveOperationException e) {
          throw new AssertionError(type.getName(), e);
        }
      }
    }
    return features;
  }

  private static List<HeldTable> tables() {
    return features().stream().flatMap(feature -> feature.tables().stream()).toList();
  }

  @ParameterizedTest
  @MethodSource("org.tsunagi.testing.TestDatabases#both")
  void everyTableThatKnowsAStudentIsDeclared(TestDatabases.Named database) throws Exception {
    Set<String> declared = tables().stream().map(HeldTable::name).collect(Collectors.toSet());
    Set<String> knowing = new TreeSet<>();
    try (Ground ground = new Ground(database);
        Connection connection = ground.open();
        ResultSet columns =
            connection.getMetaData().getColumns(null, connection.getSchema(), null, null)) {
      while (columns.next()) {
        String column = columns.getString("COLUMN_NAME").toLowerCase(Locale.ROOT);
        if (STUDENT_COLUMNS.contains(column)) {
          knowing.add(columns.getString("TABLE_NAME").toLowerCase(Locale.ROOT));
        }
      }
    }
    assertFalse(knowing.isEmpty());
    knowing.removeAll(declared);
    assertEquals(
        Set.of(), knowing, "a HeldAboutChild has to declare these tables (see docs/integrator.md)");
  }

  @ParameterizedTest
  @MethodSource("org.tsunagi.testing.TestDatabases#both")
  void everythingIsTakenOutAndDestroyedForOneChildAndNothingOfAnother(TestDatabases.Named database)
      throws Exception {
    List<HeldTable> tables = new ArrayList<>(tables());
    Collections.reverse(tables);
    try (Ground ground = new Ground(database)) {
      try (Connection connection = ground.open()) {
        insert(connection, "count_school", 1);
        for (int child = 1; child <= 2; child++) {
          for (HeldTable table : tables) {
            insert(connection, table.name(), child);
          }
        }
      }
      HeldRegistry registry = new HeldRegistry(features(), new HeldRows());
      Map<String, Integer> before = counts(ground, registry, "s1");
      tables.forEach(table -> assertEquals(1, before.get(table.name()), table.name()));
      Map<String, Integer> other = counts(ground, registry, "s2");
      ground.runSql(
          connection -> {
            registry.destroy(connection, SCHOOL, new StudentId("s1"));
            return true;
          });
      Map<String, Integer> after = counts(ground, registry, "s1");
      for (HeldTable table : tables) {
        int left = table.atEnd() == AtEnd.DESTROYED ? 0 : 1;
        assertEquals(left, after.get(table.name()), table.name());
      }
      assertEquals(other, counts(ground, registry, "s2"));
    }
  }

  private static Map<String, Integer> counts(Ground ground, HeldRegistry registry, String student) {
    Map<String, Integer> counts = new TreeMap<>();
    List<HeldDigest.Rows> all =
        ground.runSql(connection -> registry.readAll(connection, SCHOOL, new StudentId(student)));
    all.forEach(one -> counts.put(one.table().name(), one.rows().size()));
    return counts;
  }

  /** Inserts a row of a child, with a value in every column that wants one. */
  private static void insert(Connection connection, String table, int child) throws SQLException {
    boolean upper = connection.getMetaData().storesUpperCaseIdentifiers();
    List<String> names = new ArrayList<>();
    List<Object> values = new ArrayList<>();
    try (ResultSet columns =
        connection
            .getMetaData()
            .getColumns(
                null,
                connection.getSchema(),
                upper ? table.toUpperCase(Locale.ROOT) : table,
                null)) {
      while (columns.next()) {
        String name = columns.getString("COLUMN_NAME").toLowerCase(Locale.ROOT);
        if ("NO".equals(columns.getString("IS_NULLABLE"))) {
          names.add(name);
          values.add(
              value(name, columns.getInt("DATA_TYPE"), columns.getString("TYPE_NAME"), child));
        }
      }
    }
    String marks = String.join(", ", Collections.nCopies(names.size(), "?"));
    try (PreparedStatement statement =
        connection.prepareStatement(
            "INSERT INTO "
                + table
                + " ("
                + String.join(", ", names)
                + ") VALUES ("
                + marks
                + ")")) {
      for (int i = 0; i < values.size(); i++) {
        statement.setObject(i + 1, values.get(i));
      }
      statement.executeUpdate();
    }
  }

  private static Object value(String name, int type, String typeName, int child) {
    if (name.equals("school_id")) {
      return SCHOOL.value();
    }
    if (name.equals("student_id")) {
      return "s" + child;
    }
    if (name.equals("school_no")) {
      return 1;
    }
    if (typeName.toLowerCase(Locale.ROOT).contains("uuid")) {
      return new UUID(0, child);
    }
    return switch (type) {
      case Types.DATE -> LocalDate.of(2026, 11, 20);
      case Types.TIMESTAMP, Types.TIMESTAMP_WITH_TIMEZONE ->
          OffsetDateTime.of(2026, 11, 20, 0, 0, 0, 0, ZoneOffset.UTC);
      case Types.BOOLEAN, Types.BIT -> true;
      case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY -> new byte[] {(byte) child};
      case Types.VARCHAR, Types.CHAR, Types.LONGVARCHAR -> Integer.toString(child);
      default -> child;
    };
  }
}
