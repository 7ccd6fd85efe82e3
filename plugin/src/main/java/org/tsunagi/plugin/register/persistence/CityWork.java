// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register.persistence;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.tsunagi.plugin.platform.sql.Sql;
import org.tsunagi.plugin.platform.sql.SqlException;

/**
 * The work tables of a roll-up: temporary, so that two roll-ups never meet, and gone with the
 * transaction.
 */
final class CityWork {
  private static final String CREATE = "CREATE LOCAL TEMPORARY TABLE IF NOT EXISTS ";

  /**
   * Every table with its columns. States of a day: 0 open, 1 closed for the student, 2 closed for
   * the grade. Words on a mark: 1 credited, 2 not accepted. Homeroom 0 is none.
   */
  private static final List<String> TABLES =
      List.of(
          "roll_school (school_no integer PRIMARY KEY, asked integer NOT NULL,"
              + " special_counted integer NOT NULL)",
          "roll_date (epoch_day integer PRIMARY KEY, on_date date NOT NULL,"
              + " month_no integer NOT NULL)",
          "roll_period (period_no integer PRIMARY KEY, first_day integer NOT NULL,"
              + " last_day integer NOT NULL)",
          "roll_code (code_no integer NOT NULL, first_day integer NOT NULL,"
              + " last_day integer NOT NULL, row_no integer NOT NULL, code_id varchar(255) NOT NULL,"
              + " kind varchar(255) NOT NULL, effect integer NOT NULL, sheet_row integer NOT NULL,"
              + " late integer NOT NULL, early integer NOT NULL, separate integer NOT NULL,"
              + " activity integer NOT NULL, ict integer NOT NULL, decided integer NOT NULL)",
          "roll_code_day (code_no integer NOT NULL, epoch_day integer NOT NULL,"
              + " row_no integer NOT NULL, period_no integer NOT NULL, called integer NOT NULL,"
              + " PRIMARY KEY (code_no, epoch_day))",
          "roll_decision (decision_no integer NOT NULL, student_no integer NOT NULL,"
              + " school_no integer NOT NULL, anchor integer NOT NULL, kind varchar(255) NOT NULL,"
              + " facility varchar(255) NOT NULL, first_day integer NOT NULL,"
              + " last_day integer NOT NULL)",
          "roll_bound (stay_no integer NOT NULL, kind varchar(255) NOT NULL,"
              + " facility varchar(255) NOT NULL, first_day integer NOT NULL,"
              + " last_day integer NOT NULL)",
          "roll_acceptance (student_no integer NOT NULL, code_id varchar(255) NOT NULL,"
              + " first_day integer NOT NULL, last_day integer NOT NULL, outcome integer NOT NULL)",
          "roll_minutes (student_no integer NOT NULL, epoch_day integer NOT NULL,"
              + " minutes integer NOT NULL)",
          "roll_visit (student_no integer NOT NULL, epoch_day integer NOT NULL)",
          "roll_told (student_no integer NOT NULL)",
          "roll_rule (school_no integer NOT NULL, first_day integer NOT NULL,"
              + " last_day integer NOT NULL, needed_visits integer NOT NULL,"
              + " needed_minutes integer NOT NULL, day_minutes integer NOT NULL,"
              + " rounding integer NOT NULL, evidence integer NOT NULL)",
          "roll_grade (grade_no integer PRIMARY KEY, school_no integer NOT NULL,"
              + " grade varchar(2) NOT NULL, calendar_no integer NOT NULL)",
          "roll_day (calendar_no integer NOT NULL, epoch_day integer NOT NULL,"
              + " taken integer NOT NULL, odd integer NOT NULL, PRIMARY KEY (calendar_no, epoch_day))",
          "roll_several (student_no integer PRIMARY KEY)",
          "roll_stay (stay_no integer NOT NULL, student_no integer NOT NULL,"
              + " grade_no integer NOT NULL, homeroom_no integer NOT NULL,"
              + " stay_id varchar(255) NOT NULL, first_day integer NOT NULL,"
              + " last_day integer NOT NULL, asked integer NOT NULL, whole integer NOT NULL)",
          "roll_part (stay_no integer NOT NULL, student_no integer NOT NULL,"
              + " grade_no integer NOT NULL, homeroom_no integer NOT NULL,"
              + " first_day integer NOT NULL, last_day integer NOT NULL)",
          "roll_closed (grade_no integer NOT NULL, epoch_day integer NOT NULL,"
              + " scope integer NOT NULL, homeroom_no integer NOT NULL,"
              + " group_name varchar(255) NOT NULL, online integer NOT NULL)",
          "roll_in_group (student_no integer NOT NULL, group_name varchar(255) NOT NULL,"
              + " epoch_day integer NOT NULL)",
          "roll_room (grade_no integer NOT NULL, homeroom_no integer NOT NULL,"
              + " counted integer NOT NULL)",
          "roll_room_closed (grade_no integer NOT NULL, homeroom_no integer NOT NULL,"
              + " epoch_day integer NOT NULL)",
          "roll_grade_closed (grade_no integer NOT NULL, epoch_day integer NOT NULL)",
          "roll_piece (stay_no integer NOT NULL, student_no integer NOT NULL,"
              + " grade_no integer NOT NULL, calendar_no integer NOT NULL,"
              + " homeroom_no integer NOT NULL, member_no integer NOT NULL, period_no integer NOT NULL,"
              + " first_day integer NOT NULL, last_day integer NOT NULL, span_no bigint NOT NULL)",
          "roll_span (span_no bigint NOT NULL, grade_no integer NOT NULL,"
              + " calendar_no integer NOT NULL, homeroom_no integer NOT NULL, member_no integer NOT NULL,"
              + " first_day integer NOT NULL, last_day integer NOT NULL)",
          "roll_span_day (span_no bigint NOT NULL, epoch_day integer NOT NULL,"
              + " state integer NOT NULL, held integer NOT NULL, untaken integer NOT NULL)",
          "roll_span_sum (span_no bigint NOT NULL, days bigint NOT NULL)",
          "roll_marked (school_no integer NOT NULL, student_no integer NOT NULL,"
              + " called integer NOT NULL)",
          "roll_elsewhere (student_no integer NOT NULL)",
          "roll_twice (student_no integer NOT NULL, epoch_day integer NOT NULL)",
          "roll_merged (student_no integer NOT NULL, epoch_day integer NOT NULL,"
              + " code_no integer NOT NULL, flags integer NOT NULL, minutes integer,"
              + " facility varchar(255) NOT NULL, more integer NOT NULL)",
          "roll_called (student_no integer NOT NULL, epoch_day integer NOT NULL,"
              + " row_no integer NOT NULL, minutes integer, facility varchar(255))",
          "roll_ask (student_no integer NOT NULL, epoch_day integer NOT NULL,"
              + " stay_no integer NOT NULL, school_no integer NOT NULL, month_no integer NOT NULL,"
              + " effect integer NOT NULL, ict integer NOT NULL, minutes integer NOT NULL)",
          "roll_word (student_no integer NOT NULL, epoch_day integer NOT NULL,"
              + " word integer NOT NULL)",
          "roll_verdict (verdict_no integer PRIMARY KEY, days bigint NOT NULL,"
              + " credited bigint NOT NULL, rest bigint NOT NULL)",
          "roll_wish (student_no integer NOT NULL, away_only integer NOT NULL)",
          "roll_sure (grade_no integer NOT NULL, homeroom_no integer NOT NULL," + " since integer)",
          "roll_wanted (student_no integer NOT NULL)",
          "roll_weight (code_no integer NOT NULL, epoch_day integer NOT NULL,"
              + " weight bigint NOT NULL, called integer NOT NULL,"
              + " PRIMARY KEY (code_no, epoch_day))",
          "roll_seen (school_no integer NOT NULL, student_no integer NOT NULL,"
              + " weight bigint NOT NULL, last_mark integer NOT NULL, called integer NOT NULL)",
          "roll_runner (student_no integer NOT NULL, last_mark integer NOT NULL)",
          "roll_sum (stay_no integer NOT NULL, period_no integer NOT NULL, days bigint NOT NULL,"
              + " credited bigint NOT NULL, rest bigint NOT NULL)");

  private final Connection connection;
  private final boolean postgres;

  CityWork(Connection connection) {
    this.connection = connection;
    try {
      postgres = connection.getMetaData().getDatabaseProductName().equals("PostgreSQL");
    } catch (SQLException e) {
      throw new SqlException(e);
    }
  }

  /** Makes the tables empty; H2 must be told not to commit. */
  void open() {
    if (postgres) {
      Sql.update(connection, "SET LOCAL work_mem = '96MB'");
      Sql.update(connection, "SET LOCAL jit = off");
    }
    for (String table : TABLES) {
      Sql.update(
          connection, CREATE + table + " ON COMMIT DROP" + (postgres ? "" : " TRANSACTIONAL"));
      Sql.update(connection, "DELETE FROM " + table.substring(0, table.indexOf(' ')));
    }
  }

  /**
   * Runs statements that join everything with everything. The planner takes the last of so many
   * joins for a handful of rows and then loops over whole tables, a thousand times too slow; it is
   * told not to.
   */
  void withoutLoops(Runnable statements) {
    without("SET LOCAL enable_nestloop = ", statements);
  }

  /**
   * Runs statements that group all marks. The planner takes the groups for too many and would sort
   * the marks, on disk; it is told not to loop nor to sort.
   */
  void byHash(Runnable statements) {
    withoutLoops(() -> without("SET LOCAL enable_sort = ", statements));
  }

  private void without(String setting, Runnable statements) {
    if (postgres) {
      Sql.update(connection, setting + "off");
    }
    statements.run();
    if (postgres) {
      Sql.update(connection, setting + "on");
    }
  }

  /** Tells the planner what the tables hold that do not come from the copy. */
  void termsFilled() {
    for (String table : List.of("school", "date", "period", "code", "decision", "acceptance")) {
      filled("roll_" + table);
    }
    filled("roll_minutes");
    filled("roll_rule");
  }

  /** Tells PostgreSQL's planner what a table has come to hold; H2 plans without. */
  void filled(String table) {
    if (postgres) {
      Sql.update(connection, "ANALYZE " + table);
    }
  }
}
