// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register.persistence;

import java.sql.Connection;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.plugin.register.ClosureIntake.Written;
import org.tsunagi.plugin.register.GroupIntake;

/** The table of group members. */
@Component(service = GroupIntake.class)
public final class GroupTable implements GroupIntake {
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
