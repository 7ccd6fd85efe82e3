// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.rosariosis.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.tsunagi.desk.sql.StoreException;

/**
 * The columns of RosarioSIS that this bundle reads, and its version.
 *
 * <p>Another column more is no matter; one that is missing or may not be read stops the start,
 * because a wrong count would be worse than none.
 */
final class HostSchema {
  /** Versions this bundle was tried with; others are told in the log. */
  static final Set<String> TRIED = Set.of("11.8.6");

  private static final List<String> COLUMNS =
      List.of(
          "schools: id syear title",
          "students: student_id last_name first_name",
          "student_enrollment: id syear school_id student_id grade_id start_date end_date"
              + " calendar_id",
          "school_gradelevels: id short_name title",
          "schedule: student_id school_id syear start_date end_date course_period_id",
          "course_periods: course_period_id course_id school_id syear short_name teacher_id"
              + " secondary_teacher_id does_attendance",
          "course_period_school_periods: course_period_id period_id",
          "students_join_people: id student_id person_id student_relation",
          "people: person_id last_name first_name",
          "people_join_contacts: id person_id value",
          "staff: staff_id syear username first_name last_name profile profile_id schools",
          "user_profiles: id title",
          "school_marking_periods: syear school_id mp title start_date end_date",
          "attendance_calendar: syear school_id school_date calendar_id minutes block",
          "attendance_codes: id syear school_id short_name state_code table_name",
          "attendance_period: student_id school_date period_id attendance_code course_period_id",
          "attendance_completed: staff_id school_date period_id table_name",
          "school_periods: period_id sort_order",
          "config: title config_value");

  private HostSchema() {}

  /** Lists what is missing, each as {@code table.column}; empty when all is there. */
  static List<String> missing(DataSource database) {
    Set<String> there = readable(database);
    List<String> missing = new ArrayList<>();
    for (String line : COLUMNS) {
      int colon = line.indexOf(':');
      String table = line.substring(0, colon);
      for (String column : line.substring(colon + 2).split(" ", -1)) {
        if (!there.contains(table + "." + column)) {
          missing.add(table + "." + column);
        }
      }
    }
    return missing;
  }

  private static Set<String> readable(DataSource database) {
    Set<String> there = new HashSet<>();
    try (Connection connection = database.getConnection();
        PreparedStatement statement =
            connection.prepareStatement(
                """
                SELECT c.relname || '.' || a.attname
                FROM pg_class c
                JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname = 'public'
                JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
                WHERE c.relkind IN ('r', 'p', 'v')
                  AND has_column_privilege(c.oid, a.attnum, 'SELECT')
                """);
        ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        there.add(rows.getString(1));
      }
    } catch (SQLException e) {
      throw new StoreException(e);
    }
    return there;
  }

  /** Returns the version the host's database names; {@code unknown} when it names none. */
  static String version(DataSource database) {
    try (Connection connection = database.getConnection();
        PreparedStatement statement =
            connection.prepareStatement(
                "SELECT config_value FROM public.config WHERE title = 'VERSION'");
        ResultSet rows = statement.executeQuery()) {
      String version = rows.next() ? rows.getString(1) : null;
      return version == null || version.isBlank() ? "unknown" : version;
    } catch (SQLException e) {
      throw new StoreException(e);
    }
  }
}
