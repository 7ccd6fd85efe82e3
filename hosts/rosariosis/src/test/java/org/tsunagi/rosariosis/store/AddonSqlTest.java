// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.rosariosis.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tsunagi.rosariosis.HostDatabase;

/** The add-on's install.sql and delete.sql, run as the host runs them. */
class AddonSqlTest {
  private final HostDatabase host = HostDatabase.open();

  @BeforeEach
  void tables() {
    host.run(
        "CREATE TABLE profile_exceptions (profile_id integer, modname varchar(150), can_use"
            + " varchar(1), can_edit varchar(1), PRIMARY KEY (profile_id, modname));"
            + " CREATE TABLE staff_exceptions (user_id integer, modname varchar(150));"
            + " CREATE TABLE student_field_categories (id serial PRIMARY KEY, title text, include"
            + " varchar(100))");
  }

  /** Runs a file as the host does: every empty text becomes null first. */
  private void runAsTheHost(String file) {
    host.run(HostDatabase.shipped(file).replaceAll("(?<=[ ,(=>])''", "NULL"));
  }

  private String ask(String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection(host.url());
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }

  @Test
  void installingMakesALongSecretOnce() throws SQLException {
    runAsTheHost("install.sql");
    String secret = ask("SELECT config_value FROM config WHERE title = 'TSUNAGI_SECRET'");
    assertEquals(72, secret.length());
    runAsTheHost("install.sql");
    assertEquals(
        secret, ask("SELECT min(config_value) FROM config WHERE title = 'TSUNAGI_SECRET'"));
    assertEquals("3", ask("SELECT count(*) FROM config WHERE title LIKE 'TSUNAGI%'"));
    assertEquals("3", ask("SELECT count(*) FROM profile_exceptions"));
  }

  @Test
  void deletingLeavesNothingOfOurs() throws SQLException {
    host.run(
        "INSERT INTO profile_exceptions VALUES (1, 'Students/Student.php&category_id=1', 'Y',"
            + " 'Y')");
    runAsTheHost("install.sql");
    host.run(
        "INSERT INTO student_field_categories (id, title, include) VALUES (7, 'A', 'Tsunagi/Tab'),"
            + " (8, 'B', 'Other/Tab');"
            + " INSERT INTO profile_exceptions VALUES"
            + " (1, 'Students/Student.php&category_id=7', 'Y', 'Y'),"
            + " (1, 'Tsunagi/Page.php&path=/pages/watch', 'Y', 'Y');"
            + " INSERT INTO staff_exceptions VALUES (1, 'Tsunagi/Page.php')");
    runAsTheHost("delete.sql");
    runAsTheHost("delete.sql");
    assertEquals(
        "Students/Student.php&category_id=1",
        ask("SELECT string_agg(modname, ',') FROM profile_exceptions"));
    assertEquals("0", ask("SELECT count(*) FROM staff_exceptions"));
    assertEquals(
        "8", ask("SELECT string_agg(CAST(id AS text), ',') FROM student_field_categories"));
    assertEquals("0", ask("SELECT count(*) FROM config WHERE title LIKE 'TSUNAGI%'"));
  }
}
