// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.retention.persistence;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import org.tsunagi.api.access.Actor;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.api.school.SchoolYear;
import org.tsunagi.plugin.platform.jobs.persistence.Sql;

/** The tables of keeping and destroying, and who has left a school. */
@Component(service = RetentionTable.class)
public class RetentionTable {
  private static final String DESTRUCTIONS =
      "SELECT destruction_id, student_id, state, left_on, due_on, reason, counts, content_hash,"
          + " proposed_by, proposed_by_name, closed_by_name FROM destruction WHERE school_id = ?";

  /**
   * A setting.
   *
   * @param version its number, from 1; 0 for the default
   * @param years how many years
   * @param basis by what rule
   */
  public record Setting(int version, int years, String basis) {}

  /**
   * A hold that is in force.
   *
   * @param id its id
   * @param student the student
   * @param reason why
   * @param byName who
   */
  public record Hold(String id, StudentId student, String reason, String byName) {}

  /**
   * A destruction.
   *
   * @param id its id
   * @param student the student
   * @param state whether it waits, is done or was dropped
   * @param leftOn the last day at the school
   * @param dueOn the last day of keeping
   * @param reason why
   * @param counts kinds and numbers of rows, as {@code sheets=2 consents=1}
   * @param hash the hash over all rows
   * @param proposer the id of who proposed it
   * @param proposerName the name
   * @param closerName who did it or dropped it
   */
  public record Destruction(
      String id,
      StudentId student,
      String state,
      LocalDate leftOn,
      LocalDate dueOn,
      String reason,
      String counts,
      String hash,
      String proposer,
      String proposerName,
      String closerName) {}

  /**
   * Who has left.
   *
   * @param student the student
   * @param leftOn the last day at the school
   */
  public record Left(StudentId student, LocalDate leftOn) {}

  /** Finds the setting in force. */
  public Optional<Setting> findSetting(Connection connection, SchoolId school) {
    return Sql.find(
        connection,
        "SELECT version, keep_years, basis FROM retention_setting WHERE school_id = ?"
            + " ORDER BY version DESC",
        row -> new Setting(row.getInt(1), row.getInt(2), row.getString(3)),
        school.value());
  }

  /** Adds a setting. */
  public void addSetting(
      Connection connection, SchoolId school, Setting one, Actor by, Instant at) {
    Sql.update(
        connection,
        "INSERT INTO retention_setting (school_id, version, keep_years, basis, set_by, set_by_name,"
            + " set_at) VALUES (?, ?, ?, ?, ?, ?, ?)",
        school.value(),
        one.version(),
        one.years(),
        one.basis(),
        by.id(),
        by.name(),
        at);
  }

  /**
   * Lists who was at a school, with the last day of the newest stay; an open stay ends with its
   * school year at the latest.
   */
  public List<Left> listLastDays(Connection connection, SchoolId school) {
    Map<StudentId, LocalDate> last = new LinkedHashMap<>();
    Sql.list(
        connection,
        "SELECT n.student_id, t.school_year, MAX(t.last_day),"
            + " SUM(CASE WHEN t.last_day IS NULL THEN 1 ELSE 0 END) FROM count_stay t"
            + " JOIN count_school s ON s.school_no = t.school_no"
            + " JOIN count_student n ON n.student_no = t.student_no WHERE s.school_id = ?"
            + " GROUP BY n.student_id, t.school_year ORDER BY n.student_id, t.school_year",
        row -> {
          LocalDate yearEnd = new SchoolYear(row.getInt(2)).last();
          LocalDate end = row.getInt(4) > 0 ? yearEnd : LocalDate.ofEpochDay(row.getLong(3));
          return last.merge(new StudentId(row.getString(1)), end, (a, b) -> a.isAfter(b) ? a : b);
        },
        school.value());
    return last.entrySet().stream()
        .map(entry -> new Left(entry.getKey(), entry.getValue()))
        .sorted(Comparator.comparing(Left::leftOn))
        .toList();
  }

  /** Lists the holds in force. */
  public List<Hold> listHolds(Connection connection, SchoolId school) {
    return Sql.list(
        connection,
        "SELECT hold_id, student_id, reason, held_by_name FROM retention_hold"
            + " WHERE school_id = ? AND released_at IS NULL ORDER BY held_at",
        row ->
            new Hold(
                row.getString(1),
                new StudentId(row.getString(2)),
                row.getString(3),
                row.getString(4)),
        school.value());
  }

  /** Adds a hold. */
  public void addHold(Connection connection, SchoolId school, Hold one, Actor by, Instant at) {
    Sql.update(
        connection,
        "INSERT INTO retention_hold (school_id, hold_id, student_id, reason, held_by, held_by_name,"
            + " held_at, released_by, released_by_name, release_reason)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, '', '', '')",
        school.value(),
        one.id(),
        one.student().value(),
        one.reason(),
        by.id(),
        by.name(),
        at);
  }

  /** Releases a hold; false where there is none in force. */
  public boolean release(
      Connection connection, SchoolId school, String id, String reason, Actor by, Instant at) {
    return Sql.update(
            connection,
            "UPDATE retention_hold SET released_by = ?, released_by_name = ?, released_at = ?,"
                + " release_reason = ?"
                + " WHERE school_id = ? AND hold_id = ? AND released_at IS NULL",
            by.id(),
            by.name(),
            at,
            reason,
            school.value(),
            id)
        == 1;
  }

  /** Lists the destructions of a school, newest first. */
  public List<Destruction> listDestructions(Connection connection, SchoolId school) {
    return Sql.list(
        connection,
        DESTRUCTIONS + " ORDER BY proposed_at DESC",
        RetentionTable::row,
        school.value());
  }

  /** Finds a destruction that waits, and holds it against other people. */
  public Optional<Destruction> hold(Connection connection, SchoolId school, String id) {
    return Sql.find(
        connection,
        DESTRUCTIONS + " AND destruction_id = ? AND state = 'proposed' FOR UPDATE",
        RetentionTable::row,
        school.value(),
        id);
  }

  /** Adds a proposal. */
  public void propose(Connection connection, SchoolId school, Destruction one, Instant at) {
    Sql.update(
        connection,
        "INSERT INTO destruction (school_id, destruction_id, student_id, state, left_on, due_on,"
            + " reason, counts, content_hash, proposed_by, proposed_by_name, proposed_at,"
            + " closed_by, closed_by_name) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '', '')",
        school.value(),
        one.id(),
        one.student().value(),
        one.state(),
        one.leftOn(),
        one.dueOn(),
        one.reason(),
        one.counts(),
        one.hash(),
        one.proposer(),
        one.proposerName(),
        at);
  }

  /** Closes a proposal: done or dropped. */
  public void close(
      Connection connection, SchoolId school, String id, String state, Actor by, Instant at) {
    Sql.update(
        connection,
        "UPDATE destruction SET state = ?, closed_by = ?, closed_by_name = ?, closed_at = ?"
            + " WHERE school_id = ? AND destruction_id = ?",
        state,
        by.id(),
        by.name(),
        at,
        school.value(),
        id);
  }

  private static Destruction row(ResultSet row) throws SQLException {
    return new Destruction(
        row.getString(1),
        new StudentId(row.getString(2)),
        row.getString(3),
        row.getObject(4, LocalDate.class),
        row.getObject(5, LocalDate.class),
        row.getString(6),
        row.getString(7),
        row.getString(8),
        row.getString(9),
        row.getString(10),
        row.getString(11));
  }
}
