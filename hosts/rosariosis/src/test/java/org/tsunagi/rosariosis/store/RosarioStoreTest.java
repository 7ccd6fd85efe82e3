// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.rosariosis.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tsunagi.rosariosis.HostDatabase;

class RosarioStoreTest {
  private final HostDatabase host = HostDatabase.open();

  @Test
  void theVersionOfTheHostIsRead() {
    try (RosarioStore store = new RosarioStore(host.ours())) {
      assertEquals("11.8.6", store.hostVersion());
    }
  }

  @Test
  void aHostWithoutAColumnWeReadIsRefusedByItsName() {
    host.run("ALTER TABLE course_periods RENAME COLUMN does_attendance TO other");
    UnknownHostSchema refusal =
        assertThrows(UnknownHostSchema.class, () -> new RosarioStore(host.ours()));
    assertTrue(refusal.getMessage().contains("course_periods.does_attendance"));
    assertTrue(refusal.getMessage().contains("11.8.6"));
  }

  @Test
  void aColumnThatMayNotBeReadIsRefusedToo() {
    host.run("REVOKE SELECT ON schedule FROM tsunagi");
    UnknownHostSchema refusal =
        assertThrows(UnknownHostSchema.class, () -> new RosarioStore(host.ours()));
    assertTrue(refusal.getMessage().contains("schedule.course_period_id"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE public.attendance_period SET attendance_code = 1",
        "INSERT INTO public.attendance_codes (syear, school_id, title) VALUES (2026, 1, 'x')",
        "DELETE FROM public.students",
        "UPDATE public.student_enrollment SET end_date = NULL",
        "SELECT password FROM public.staff",
        "CREATE TABLE public.mine (id integer)",
        "DROP TABLE public.schedule",
      })
  void ourRoleCanChangeNothingOfTheHost(String sql) throws SQLException {
    try (RosarioStore store = new RosarioStore(host.ours());
        Connection connection = store.dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      assertEquals(
          "42501", assertThrows(SQLException.class, () -> statement.execute(sql)).getSQLState());
    }
  }

  @Test
  void aSecondStartChangesNothing() {
    new RosarioStore(host.ours()).close();
    new RosarioStore(host.ours()).close();
    host.setUp();
    new RosarioStore(host.ours()).close();
  }

  @Test
  void afterUninstallingTheHostIsAsBefore() throws SQLException {
    String before = shape();
    new RosarioStore(host.ours()).close();
    assertTrue(!shape().equals(before), "the triggers are there");
    // The role may own things in other databases of this server, so only this one's are dropped.
    host.run(HostDatabase.shipped("uninstall.sql").replace("DROP ROLE tsunagi;", ""));
    assertEquals(before.replace("tsunagi", ""), shape().replace("tsunagi", ""));
    host.run("INSERT INTO attendance_completed VALUES (22, '2026-11-09', 1, 0)");
  }

  private String shape() throws SQLException {
    try (Connection connection = DriverManager.getConnection(host.url());
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                """
                SELECT string_agg(thing, ',' ORDER BY thing) FROM (
                  SELECT n.nspname || '.' || c.relname AS thing FROM pg_class c
                  JOIN pg_namespace n ON n.oid = c.relnamespace
                  WHERE n.nspname IN ('public', 'tsunagi')
                  UNION ALL SELECT 'trigger ' || tgname FROM pg_trigger WHERE NOT tgisinternal
                  UNION ALL SELECT 'function ' || p.proname FROM pg_proc p
                    JOIN pg_namespace n ON n.oid = p.pronamespace
                    WHERE n.nspname IN ('public', 'tsunagi')) t
                """)) {
      rows.next();
      return rows.getString(1);
    }
  }
}
