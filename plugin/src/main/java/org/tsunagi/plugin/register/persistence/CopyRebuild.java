// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register.persistence;

import java.sql.Connection;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.tsunagi.api.attendance.AttendanceBook;
import org.tsunagi.api.attendance.AttendanceMark;
import org.tsunagi.api.calendar.PlannedDay;
import org.tsunagi.api.roster.Enrolment;
import org.tsunagi.api.school.HomeroomId;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.plugin.platform.sql.Sql;

/** Makes the counting copy again from everything the host streams, in the running transaction. */
public final class CopyRebuild {
  private static final int BATCH = 2000;

  private final Connection connection;
  private final HostFacts host;
  private long rows;

  /** Makes a rebuild on the connection of the running transaction. */
  public CopyRebuild(Connection connection, HostFacts host) {
    this.connection = connection;
    this.host = host;
  }

  /**
   * Empties the copy and fills it.
   *
   * @return how many rows it holds now
   */
  public long run() {
    Sql.update(connection, "DELETE FROM count_mark");
    Sql.update(connection, "DELETE FROM count_taken");
    Sql.update(connection, "DELETE FROM count_plan");
    Sql.update(connection, "DELETE FROM count_stay");
    Sql.update(connection, "UPDATE count_homeroom SET school_no = NULL");
    host.directory()
        .listSchools()
        .forEach(school -> host.years().forEach(year -> read(school.id(), year)));
    return rows;
  }

  private void read(SchoolId school, int year) {
    var rooms = host.directory().listHomerooms(school, year);
    RosterCopy.writeHomerooms(connection, rooms);
    rows += rooms.size();
    Batches<Enrolment> stays =
        new Batches<>(batch -> RosterCopy.writeStays(connection, batch, Set.of()));
    host.directory().streamEnrolments(school, year, stays);
    stays.end();
    Batches<PlannedDay> days = new Batches<>(batch -> CalendarCopy.write(connection, batch));
    host.calendar().stream(school, year, days);
    days.end();
    Batches<AttendanceMark> marks = new Batches<>(batch -> new MarkBatch(connection).write(batch));
    host.book().stream(school, year, marks);
    marks.end();
    Batches<AttendanceBook.Taken> taken = new Batches<>(this::writeTaken);
    host.book().streamTaken(school, year, taken);
    taken.end();
  }

  private void writeTaken(List<AttendanceBook.Taken> batch) {
    Map<HomeroomId, List<LocalDate>> byRoom = new HashMap<>();
    for (AttendanceBook.Taken taken : batch) {
      byRoom.computeIfAbsent(taken.homeroom(), room -> new ArrayList<>()).add(taken.date());
    }
    byRoom.forEach((room, dates) -> MarkCopy.writeTaken(connection, room, dates, true));
  }

  /** Gathers what is streamed into batches. */
  private final class Batches<T> implements Consumer<T> {
    private final Consumer<List<T>> writer;
    private final List<T> waiting = new ArrayList<>();

    Batches(Consumer<List<T>> writer) {
      this.writer = writer;
    }

    @Override
    public void accept(T item) {
      waiting.add(item);
      rows++;
      if (waiting.size() == BATCH) {
        end();
      }
    }

    void end() {
      if (!waiting.isEmpty()) {
        writer.accept(List.copyOf(waiting));
        waiting.clear();
      }
    }
  }
}
