// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register.persistence;

import java.sql.Connection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tsunagi.api.attendance.AttendanceBook;
import org.tsunagi.api.attendance.AttendanceMark;
import org.tsunagi.api.calendar.PlannedDay;
import org.tsunagi.api.roster.Enrolment;
import org.tsunagi.api.school.Homeroom;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.plugin.platform.sql.Sql;
import org.tsunagi.plugin.register.domain.CopyDifference;

/**
 * Compares the counting copy with the host, row by row, holding one school year of one school at a
 * time.
 */
public final class CopyComparison {
  private final Connection connection;
  private final HostFacts host;
  private long seenInHost;
  private long seenInCopy;
  private long differences;

  /** Makes a comparison on the connection of the running transaction. */
  public CopyComparison(Connection connection, HostFacts host) {
    this.connection = connection;
    this.host = host;
  }

  /** Compares everything. */
  public CopyDifference run() {
    host.directory()
        .listSchools()
        .forEach(school -> host.years().forEach(year -> compare(school.id(), year)));
    long all =
        Sql.list(
                connection,
                "SELECT (SELECT COUNT(*) FROM count_mark) + (SELECT COUNT(*) FROM count_stay)"
                    + " + (SELECT COUNT(*) FROM count_plan) + (SELECT COUNT(*) FROM count_taken)"
                    + " + (SELECT COUNT(*) FROM count_homeroom WHERE school_no IS NOT NULL)",
                row -> row.getLong(1))
            .get(0);
    // What stands in the copy under a school or year that the host did not name is wrong as well.
    return new CopyDifference(seenInHost, all, differences + (all - seenInCopy));
  }

  private void compare(SchoolId school, int year) {
    CopyRows copy = new CopyRows(connection, school, year);
    Side<Homeroom> rooms = new Side<>(Homeroom::id);
    copy.homerooms(rooms::copy);
    host.directory().listHomerooms(school, year).forEach(rooms::host);
    rooms.end();
    Side<Enrolment> stays = new Side<>(Enrolment::id);
    copy.stays(stays::copy);
    host.directory().streamEnrolments(school, year, stays::host);
    stays.end();
    Side<PlannedDay> days = new Side<>(day -> List.of(day.grade(), day.date()));
    copy.days(days::copy);
    host.calendar().stream(school, year, days::host);
    days.end();
    Side<AttendanceBook.Taken> taken = new Side<>(day -> day);
    copy.taken(taken::copy);
    host.book().streamTaken(school, year, taken::host);
    taken.end();
    Side<AttendanceMark> marks = new Side<>(mark -> List.of(mark.student(), mark.date()));
    copy.marks(marks::copy);
    Consumer<AttendanceMark> withoutNote = mark -> marks.host(withoutNote(mark));
    host.book().stream(school, year, withoutNote);
    marks.end();
  }

  private static AttendanceMark withoutNote(AttendanceMark mark) {
    return new AttendanceMark(
        mark.school(),
        mark.student(),
        mark.date(),
        mark.code(),
        mark.detail(),
        mark.facility(),
        mark.place(),
        mark.onlineHeld(),
        mark.onlineSpecial(),
        mark.minutes(),
        mark.visit(),
        "");
  }

  /** The copy's rows of one kind, from which the host's are struck off. */
  private final class Side<T> {
    private final Function<T, Object> key;
    private final Map<Object, T> rows = new HashMap<>();

    Side(Function<T, Object> key) {
      this.key = key;
    }

    void copy(T row) {
      rows.put(key.apply(row), row);
      seenInCopy++;
    }

    void host(T row) {
      seenInHost++;
      @Nullable T mine = rows.remove(key.apply(row));
      if (!row.equals(mine)) {
        differences++;
      }
    }

    void end() {
      differences += rows.size();
    }
  }
}
