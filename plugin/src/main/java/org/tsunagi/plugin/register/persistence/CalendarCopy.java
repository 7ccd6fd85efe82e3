// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register.persistence;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.api.calendar.CalendarFeed;
import org.tsunagi.api.calendar.PlannedDay;
import org.tsunagi.plugin.platform.Transactions;
import org.tsunagi.plugin.platform.sql.Sql;

/** Keeps planned days in the counting copy, in the transaction that changes them. */
@Component(service = CalendarFeed.class)
public final class CalendarCopy implements CalendarFeed {
  private final Transactions transactions;

  /** Makes the feed. */
  @Activate
  public CalendarCopy(@Reference Transactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public void daysChanged(List<PlannedDay> days) {
    transactions.runSql(
        connection -> {
          write(connection, days);
          return true;
        });
  }

  static void write(Connection connection, List<PlannedDay> days) {
    Map<String, Integer> schools =
        Numbers.SCHOOL.assign(
            connection, days.stream().map(day -> day.school().value()).collect(Collectors.toSet()));
    Map<List<Object>, PlannedDay> latest = new LinkedHashMap<>();
    for (PlannedDay day : days) {
      latest.put(List.of(day.school(), day.grade(), day.date()), day);
    }
    List<Object[]> keys = new ArrayList<>();
    List<Object[]> rows = new ArrayList<>();
    for (PlannedDay day : latest.values()) {
      Object school = schools.getOrDefault(day.school().value(), 0);
      String grade = day.grade().name();
      int on = Days.of(day.date());
      keys.add(new Object[] {school, grade, on});
      rows.add(new Object[] {school, grade, on, day.schoolDay(), day.registerTaken(), day.title()});
    }
    Sql.batch(
        connection,
        "DELETE FROM count_plan WHERE school_no = ? AND grade = ? AND epoch_day = ?",
        keys);
    Sql.batch(
        connection,
        "INSERT INTO count_plan (school_no, grade, epoch_day, school_day, register_taken, title)"
            + " VALUES (?, ?, ?, ?, ?, ?)",
        rows);
  }
}
