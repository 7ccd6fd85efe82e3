// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register.persistence;

import java.sql.Connection;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.api.attendance.AttendanceMark;
import org.tsunagi.api.attendance.MarkFeed;
import org.tsunagi.api.school.HomeroomId;
import org.tsunagi.api.school.SchoolYear;
import org.tsunagi.plugin.platform.Transactions;
import org.tsunagi.plugin.platform.sql.Sql;

/** Keeps marks and taken days in the counting copy, in the transaction that changes them. */
@Component(service = MarkFeed.class)
public final class MarkCopy implements MarkFeed {
  private final Transactions transactions;

  /** Makes the feed. */
  @Activate
  public MarkCopy(@Reference Transactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public void marksChanged(List<AttendanceMark> marks) {
    transactions.runSql(
        connection -> {
          new MarkBatch(connection).write(marks);
          return true;
        });
  }

  @Override
  public void marksCleared(List<Blank> blanks) {
    transactions.runSql(
        connection -> {
          clear(connection, blanks);
          return true;
        });
  }

  @Override
  public void takenChanged(HomeroomId homeroom, LocalDate date, boolean taken) {
    transactions.runSql(
        connection -> {
          writeTaken(connection, homeroom, List.of(date), taken);
          return true;
        });
  }

  private static void clear(Connection connection, List<Blank> blanks) {
    Map<String, Integer> schools =
        Numbers.SCHOOL.find(
            connection, blanks.stream().map(blank -> blank.school().value()).distinct().toList());
    Map<String, Integer> students =
        Numbers.STUDENT.find(
            connection, blanks.stream().map(blank -> blank.student().value()).distinct().toList());
    List<Object[]> keys = new ArrayList<>();
    for (Blank blank : blanks) {
      Integer school = schools.get(blank.school().value());
      Integer student = students.get(blank.student().value());
      if (school != null && student != null) {
        int year = SchoolYear.of(blank.date()).year();
        keys.add(new Object[] {school, year, student, Days.of(blank.date())});
      }
    }
    Sql.batch(
        connection,
        "DELETE FROM count_mark WHERE school_no = ? AND school_year = ? AND student_no = ?"
            + " AND epoch_day = ?",
        keys);
  }

  static void writeTaken(
      Connection connection, HomeroomId homeroom, List<LocalDate> dates, boolean taken) {
    Integer room =
        Numbers.HOMEROOM.assign(connection, Set.of(homeroom.value())).get(homeroom.value());
    List<Object[]> keys = dates.stream().map(date -> new Object[] {room, Days.of(date)}).toList();
    Sql.batch(connection, "DELETE FROM count_taken WHERE homeroom_no = ? AND epoch_day = ?", keys);
    if (taken) {
      Sql.batch(connection, "INSERT INTO count_taken (homeroom_no, epoch_day) VALUES (?, ?)", keys);
    }
  }
}
