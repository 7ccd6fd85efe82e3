// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.team.persistence;

import java.sql.Connection;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.plugin.platform.sql.Sql;
import org.tsunagi.plugin.team.domain.Notice;
import org.tsunagi.plugin.team.domain.Told;

/**
 * The notices of people.
 *
 * @param connection the connection of the command
 */
public record NoticeTable(Connection connection) {
  /** Tells several people of the same thing, in one batch. */
  public void tell(
      Collection<String> people,
      SchoolId school,
      StudentId student,
      String kind,
      String about,
      String actorName,
      Instant now) {
    Sql.batch(
        connection,
        "INSERT INTO notice (person_id, notice_id, school_id, student_id, kind, about, actor_name,"
            + " told_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        people.stream()
            .map(
                person ->
                    new @Nullable Object[] {
                      person,
                      UUID.randomUUID().toString(),
                      school.value(),
                      student.value(),
                      kind,
                      about,
                      actorName,
                      now
                    })
            .toList());
  }

  /**
   * Lists a person's notices, the unseen first, then the newest; with the reason of an emergency.
   */
  public List<Notice> list(String person, int limit) {
    return Sql.list(
        connection,
        "SELECT n.notice_id, n.school_id, n.student_id, n.kind, n.about, n.actor_name,"
            + " COALESCE(e.reason, ''), n.told_at, n.seen_at FROM notice n"
            + " LEFT JOIN emergency_access e ON n.kind = 'emergency' AND e.school_id = n.school_id"
            + " AND CONCAT('emergency:', e.emergency_id) = n.about"
            + " WHERE n.person_id = ?"
            + " ORDER BY CASE WHEN n.seen_at IS NULL THEN 0 ELSE 1 END, n.told_at DESC, n.notice_id"
            + " LIMIT ?",
        row ->
            new Notice(
                row.getString(1),
                new SchoolId(row.getString(2)),
                new StudentId(row.getString(3)),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getObject(8, OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject(9, OffsetDateTime.class))
                    .map(OffsetDateTime::toInstant)),
        person,
        limit);
  }

  /** Lists whom a school's people were told of a kind, since a moment. */
  public Set<Told> listTold(SchoolId school, String kind, Instant since) {
    return new HashSet<>(
        Sql.list(
            connection,
            "SELECT person_id, student_id, about FROM notice"
                + " WHERE school_id = ? AND kind = ? AND told_at >= ?",
            row -> new Told(row.getString(1), new StudentId(row.getString(2)), row.getString(3)),
            school.value(),
            kind,
            since));
  }

  /** Notes that a person has seen a notice; tells whether it is theirs. */
  public boolean see(String person, String id, Instant now) {
    return Sql.update(
            connection,
            "UPDATE notice SET seen_at = COALESCE(seen_at, ?) WHERE person_id = ? AND notice_id = ?",
            now,
            person,
            id)
        == 1;
  }
}
