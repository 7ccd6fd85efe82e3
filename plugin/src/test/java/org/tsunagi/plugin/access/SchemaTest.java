// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import jakarta.persistence.Column;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Table;
import jakarta.persistence.metamodel.EntityType;
import java.lang.reflect.Field;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tsunagi.testing.TestDatabases;

class SchemaTest {
  @ParameterizedTest
  @MethodSource("org.tsunagi.testing.TestDatabases#both")
  void everyEntityFitsTheMigratedTables(TestDatabases.Named database) throws Exception {
    try (Ground ground = new Ground(database);
        EntityManager entities = ground.entities().createEntityManager();
        Connection connection = ground.open()) {
      Set<EntityType<?>> types = ground.entities().getMetamodel().getEntities();
      assertFalse(types.isEmpty());
      List<String> wrong = new ArrayList<>();
      for (EntityType<?> type : types) {
        entities
            .createQuery("SELECT e FROM " + type.getName() + " e")
            .setMaxResults(1)
            .getResultList();
        compare(connection, type.getJavaType(), wrong);
      }
      assertEquals(List.of(), wrong);
    }
  }

  private static void compare(Connection connection, Class<?> entity, List<String> wrong)
      throws SQLException {
    String table = entity.getAnnotation(Table.class).name();
    boolean upper = connection.getMetaData().storesUpperCaseIdentifiers();
    Set<String> columns = new HashSet<>();
    for (Field field : entity.getDeclaredFields()) {
      Column mapping = field.getAnnotation(Column.class);
      if (mapping != null) {
        columns.add(mapping.name());
        String named = table + "." + mapping.name();
        try (ResultSet column =
            connection
                .getMetaData()
                .getColumns(null, null, cased(table, upper), cased(mapping.name(), upper))) {
          if (!column.next()) {
            wrong.add(named + " is in no table");
          } else {
            compare(column, field, mapping, named, wrong);
          }
        }
      }
    }
    try (ResultSet all =
        connection.getMetaData().getColumns(null, null, cased(table, upper), null)) {
      while (all.next()) {
        String name = all.getString("COLUMN_NAME").toLowerCase(Locale.ROOT);
        if (!columns.contains(name) && "NO".equals(all.getString("IS_NULLABLE"))) {
          wrong.add(table + "." + name + " is needed and mapped nowhere");
        }
      }
    }
  }

  private static void compare(
      ResultSet column, Field field, Column mapping, String named, List<String> wrong)
      throws SQLException {
    boolean nullable = "YES".equals(column.getString("IS_NULLABLE"));
    if (nullable != mapping.nullable()) {
      wrong.add(named + " differs in being nullable");
    }
    if (field.getType() == String.class && column.getInt("COLUMN_SIZE") != mapping.length()) {
      wrong.add(named + " has the length " + column.getInt("COLUMN_SIZE"));
    }
  }

  private static String cased(String name, boolean upper) {
    return upper ? name.toUpperCase(Locale.ROOT) : name;
  }
}
