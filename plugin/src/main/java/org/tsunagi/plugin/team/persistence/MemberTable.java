// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.team.persistence;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tsunagi.api.access.Actor;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.plugin.access.domain.ChildGrants;
import org.tsunagi.plugin.access.domain.ChildGrants.Grant;
import org.tsunagi.plugin.access.domain.Relation;
import org.tsunagi.plugin.platform.sql.Sql;
import org.tsunagi.plugin.team.domain.TeamMember;

/**
 * The members of teams, and what is granted to one person.
 *
 * @param connection the connection of the command
 */
public record MemberTable(Connection connection) {
  private static final String COLUMNS =
      "SELECT member_id, version, student_id, staff_id, staff_name, team_role, first_on, last_on,"
          + " added_by_name, added_at, ended_by_name FROM team_member ";

  /** Returns the children granted to a person by teams and by emergencies, in one statement. */
  public ChildGrants grants(String staff, LocalDate today, Instant now) {
    Set<Grant> all = new HashSet<>();
    Sql.each(
        connection,
        "SELECT 1 AS kind, student_id, school_id FROM team_member"
            + " WHERE staff_id = ? AND first_on <= ? AND (last_on IS NULL OR last_on >= ?)"
            + " UNION ALL SELECT 2, student_id, school_id FROM emergency_access"
            + " WHERE staff_id = ? AND ends_at > ?",
        row ->
            all.add(
                new Grant(
                    row.getInt(1) == 1 ? Relation.TEAM : Relation.EMERGENCY,
                    new StudentId(row.getString(2)),
                    new SchoolId(row.getString(3)))),
        staff,
        today,
        today,
        staff,
        now);
    return new ChildGrants(all);
  }

  /** Lists all members a child ever had at a school, those of today first. */
  public List<TeamMember> list(SchoolId school, StudentId student) {
    return Sql.list(
        connection,
        COLUMNS + "WHERE school_id = ? AND student_id = ? ORDER BY first_on, added_at, member_id",
        MemberTable::read,
        school.value(),
        student.value());
  }

  /** Adds a member. */
  public void add(SchoolId school, TeamMember member, Actor actor) {
    Sql.update(
        connection,
        "INSERT INTO team_member (school_id, member_id, version, student_id, staff_id, staff_name,"
            + " team_role, first_on, last_on, added_by, added_by_name, added_at)"
            + " VALUES (?, ?, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        school.value(),
        member.id(),
        member.student().value(),
        member.staff(),
        member.staffName(),
        member.role(),
        member.first(),
        member.last().orElse(null),
        actor.id(),
        actor.name(),
        member.addedAt());
  }

  /** Sets the last day of a membership; tells whether it still was the version that was seen. */
  public boolean end(
      SchoolId school, TeamMember member, int version, LocalDate last, Actor actor, Instant now) {
    return Sql.update(
            connection,
            "UPDATE team_member SET last_on = ?, ended_by = ?, ended_by_name = ?, ended_at = ?,"
                + " version = version + 1 WHERE school_id = ? AND member_id = ? AND version = ?",
            last,
            actor.id(),
            actor.name(),
            now,
            school.value(),
            member.id(),
            version)
        == 1;
  }

  private static TeamMember read(ResultSet row) throws SQLException {
    return new TeamMember(
        row.getString(1),
        row.getInt(2),
        new StudentId(row.getString(3)),
        row.getString(4),
        row.getString(5),
        row.getString(6),
        row.getObject(7, LocalDate.class),
        Optional.ofNullable(row.getObject(8, LocalDate.class)),
        row.getString(9),
        row.getObject(10, OffsetDateTime.class).toInstant(),
        Optional.ofNullable(row.getString(11)));
  }
}
