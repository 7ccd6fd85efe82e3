// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.watch.persistence;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.plugin.platform.sql.Sql;
import org.tsunagi.plugin.platform.sql.SqlException;
import org.tsunagi.plugin.watch.domain.WatchTask;

/** Who takes care of a finding, with the next step; the newest version is in force. */
@Component(service = TaskTable.class)
public final class TaskTable {
  private static final String COLUMNS =
      "task_id, version, student_id, finding_key, raised_on, next_step, person_id, person_name,"
          + " person_title, due_on, done_on, recorded_by, recorded_by_name, recorded_at";

  private static final String NEWEST =
      "SELECT t.task_id, t.version, t.student_id, t.finding_key, t.raised_on, t.next_step,"
          + " t.person_id, t.person_name, t.person_title, t.due_on, t.done_on, t.recorded_by,"
          + " t.recorded_by_name, t.recorded_at FROM watch_task t WHERE t.school_id = ?"
          + " AND NOT EXISTS (SELECT 1 FROM watch_task n WHERE n.school_id = t.school_id"
          + " AND n.task_id = t.task_id AND n.version > t.version)";

  /** Lists the tasks of a school as they stand. */
  public List<WatchTask> list(Connection connection, SchoolId school) {
    return Sql.list(connection, NEWEST, TaskTable::row, school.value());
  }

  /** Finds a task as it stands. */
  public Optional<WatchTask> find(Connection connection, SchoolId school, String task) {
    return Sql.list(connection, NEWEST + " AND t.task_id = ?", TaskTable::row, school.value(), task)
        .stream()
        .findFirst();
  }

  /** Lists all versions of a task, newest first. */
  public List<WatchTask> listVersions(Connection connection, SchoolId school, String task) {
    return Sql.list(
        connection,
        "SELECT "
            + COLUMNS
            + " FROM watch_task WHERE school_id = ? AND task_id = ? ORDER BY version DESC",
        TaskTable::row,
        school.value(),
        task);
  }

  /**
   * Adds a version.
   *
   * @throws SqlException where somebody added the same version first
   */
  public void add(Connection connection, SchoolId school, WatchTask row) {
    Sql.update(
        connection,
        "INSERT INTO watch_task ("
            + COLUMNS
            + ", school_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        row.id(),
        row.version(),
        row.student().value(),
        row.findingKey(),
        row.raisedOn(),
        row.nextStep(),
        row.personId(),
        row.personName(),
        row.personTitle(),
        row.dueOn(),
        row.doneOn().orElse(null),
        row.recordedBy(),
        row.recordedByName(),
        row.recordedAt(),
        school.value());
  }

  private static WatchTask row(ResultSet row) throws SQLException {
    return new WatchTask(
        row.getString(1),
        row.getInt(2),
        new StudentId(row.getString(3)),
        row.getString(4),
        row.getObject(5, LocalDate.class),
        row.getString(6),
        row.getString(7),
        row.getString(8),
        row.getString(9),
        row.getObject(10, LocalDate.class),
        Optional.ofNullable(row.getObject(11, LocalDate.class)),
        row.getString(12),
        row.getString(13),
        row.getObject(14, OffsetDateTime.class).toInstant());
  }
}
