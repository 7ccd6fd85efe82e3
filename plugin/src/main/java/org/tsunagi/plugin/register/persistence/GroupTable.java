// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register.persistence;

import java.sql.Connection;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.osgi.service.component.annotations.Component;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.plugin.platform.sql.Sql;
import org.tsunagi.plugin.register.ClosureIntake.Written;
import org.tsunagi.plugin.register.GroupIntake;
import org.tsunagi.plugin.register.GroupNames;
import org.tsunagi.plugin.register.GroupView;

/** The table of group members. */
@Component(service = {GroupTable.class, GroupIntake.class, GroupNames.class})
public final class GroupTable implements GroupIntake, GroupNames {
  /** The day that stands for "always" in the key, where an empty value is not allowed. */
  static final LocalDate ALWAYS = LocalDate.of(1900, 4, 1);

  @Override
  public Written writeMembers(Connection connection, List<Member> members) {
    Map<SchoolId, Map<List<Object>, Optional<LocalDate>>> there = new HashMap<>();
    int added = 0;
    int changed = 0;
    for (Member member : members) {
      Map<List<Object>, Optional<LocalDate>> known =
          there.computeIfAbsent(member.school(), school -> list(connection, school));
      if (!known.containsKey(key(member))) {
        added++;
        insert(connection, member);
      } else if (!member.last().equals(known.get(key(member)))) {
        changed++;
        update(connection, member);
      }
    }
    return new Written(added, changed, members.size() - added - changed);
  }

  @Override
  public Set<String> listNames(Connection connection, SchoolId school) {
    return new TreeSet<>(
        Sql.list(
            connection,
            "SELECT DISTINCT group_name FROM closure_group_member WHERE school_id = ?",
            row -> row.getString(1),
            school.value()));
  }

  /** Lists the times in groups that touch a range, by group, student and first day. */
  public List<GroupView> list(
      Connection connection, SchoolId school, LocalDate first, LocalDate last) {
    return Sql.list(
        connection,
        "SELECT group_name, student_id, first_on, last_on FROM closure_group_member"
            + " WHERE school_id = ? AND first_on <= ? AND (last_on IS NULL OR last_on >= ?)"
            + " ORDER BY group_name, student_id, first_on",
        row -> {
          LocalDate from = row.getObject(3, LocalDate.class);
          return new GroupView(
              row.getString(1),
              row.getString(2),
              from.equals(ALWAYS) ? Optional.empty() : Optional.of(from),
              Optional.ofNullable(row.getObject(4, LocalDate.class)));
        },
        school.value(),
        last,
        first);
  }

  /** Tells whether a student has that time in the group. */
  public boolean has(Connection connection, Member member) {
    return list(connection, member.school()).containsKey(key(member));
  }

  /** Lists the students who have a stay at a school in a school year. */
  public Set<StudentId> listStudents(Connection connection, SchoolId school, int schoolYear) {
    return new HashSet<>(
        Sql.list(
            connection,
            "SELECT DISTINCT p.student_id FROM count_school s"
                + " JOIN count_stay t ON t.school_no = s.school_no AND t.school_year = ?"
                + " JOIN count_student p ON p.student_no = t.student_no WHERE s.school_id = ?",
            row -> new StudentId(row.getString(1)),
            schoolYear,
            school.value()));
  }

  private static List<Object> key(Member member) {
    return List.of(member.group(), member.student().value(), member.first().orElse(ALWAYS));
  }

  private static Map<List<Object>, Optional<LocalDate>> list(
      Connection connection, SchoolId school) {
    Map<List<Object>, Optional<LocalDate>> known = new HashMap<>();
    Sql.each(
        connection,
        "SELECT group_name, student_id, first_on, last_on FROM closure_group_member"
            + " WHERE school_id = ?",
        row ->
            known.put(
                List.of(row.getString(1), row.getString(2), row.getObject(3, LocalDate.class)),
                Optional.ofNullable(row.getObject(4, LocalDate.class))),
        school.value());
    return known;
  }

  private static void insert(Connection connection, Member member) {
    Sql.update(
        connection,
        "INSERT INTO closure_group_member (school_id, group_name, student_id, first_on, last_on)"
            + " VALUES (?, ?, ?, ?, ?)",
        member.school().value(),
        member.group(),
        member.student().value(),
        member.first().orElse(ALWAYS),
        member.last().orElse(null));
  }

  private static void update(Connection connection, Member member) {
    Sql.update(
        connection,
        "UPDATE closure_group_member SET last_on = ? WHERE school_id = ? AND group_name = ?"
            + " AND student_id = ? AND first_on = ?",
        member.last().orElse(null),
        member.school().value(),
        member.group(),
        member.student().value(),
        member.first().orElse(ALWAYS));
  }
}
