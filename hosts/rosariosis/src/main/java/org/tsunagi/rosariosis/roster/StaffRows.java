// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.rosariosis.roster;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tsunagi.api.access.HostRole;
import org.tsunagi.api.school.HomeroomId;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.api.school.SchoolYear;
import org.tsunagi.api.staff.Post;
import org.tsunagi.api.staff.StaffId;
import org.tsunagi.api.staff.StaffMember;
import org.tsunagi.desk.sql.Columns;
import org.tsunagi.desk.sql.DeskSql;

/** Staff out of the host's rows, which are one per person and school year. */
final class StaffRows {
  private static final Set<HostRole> AT_THE_BOARD =
      Set.of(HostRole.INTEGRATOR, HostRole.BOARD_OFFICER, HostRole.AUDITOR);
  private static final String STAFF =
      """
      SELECT f.username, f.last_name, f.first_name, CAST(f.syear AS integer) AS school_year,
        f.profile, f.profile_id, u.title AS profile_title, f.schools,
        (SELECT string_agg(CAST(c.id AS varchar), ',' ORDER BY c.id) FROM public.schools c
          WHERE c.syear = f.syear) AS all_schools,
        p.course_period_id, p.school_id AS class_school_id
      FROM public.staff f
      LEFT JOIN public.user_profiles u ON u.id = f.profile_id
      LEFT JOIN public.course_periods p ON p.syear = f.syear
        AND (p.teacher_id = f.staff_id OR p.secondary_teacher_id = f.staff_id)
        AND p.does_attendance LIKE '%,0,%'
      WHERE f.username = ANY(?)
      ORDER BY f.username, f.syear DESC, p.course_period_id
      """;

  private final DeskSql sql;
  private final RoleRule rule;

  StaffRows(DeskSql sql, RoleRule rule) {
    this.sql = sql;
    this.rule = rule;
  }

  /** Lists staff members with the posts of every year; unknown ones are left out. */
  List<StaffMember> list(Collection<String> userNames) {
    if (userNames.isEmpty()) {
      return List.of();
    }
    Map<String, String> names = new LinkedHashMap<>();
    Map<String, Set<Post>> posts = new LinkedHashMap<>();
    sql.list(
        STAFF,
        p -> p.texts(userNames),
        c -> {
          String user = c.text("username");
          names.putIfAbsent(user, name(c));
          return posts.computeIfAbsent(user, one -> new LinkedHashSet<>()).addAll(posts(c));
        });
    List<StaffMember> members = new ArrayList<>();
    names.forEach(
        (user, name) ->
            members.add(
                new StaffMember(
                    new StaffId(user), name, "", List.copyOf(posts.getOrDefault(user, Set.of())))));
    return members;
  }

  private static String name(Columns c) throws SQLException {
    String given = c.text("first_name");
    return given.isEmpty() ? c.text("last_name") : c.text("last_name") + "　" + given;
  }

  private List<Post> posts(Columns c) throws SQLException {
    SchoolYear year = new SchoolYear(c.number("school_year"));
    List<HostRole> roles =
        rule.roles(
            new RoleRule.Profile(c.text("profile"), c.text("profile_id"), c.text("profile_title")));
    List<Post> posts = new ArrayList<>();
    for (HostRole role : roles) {
      if (AT_THE_BOARD.contains(role)) {
        posts.add(post(role, Optional.empty(), Optional.empty(), year));
        continue;
      }
      for (String school : schools(c)) {
        posts.add(post(role, Optional.of(new SchoolId(school)), Optional.empty(), year));
      }
    }
    Optional<String> room = c.optionalText("course_period_id");
    if (room.isPresent() && !roles.isEmpty()) {
      SchoolId school = new SchoolId(c.text("class_school_id"));
      posts.add(
          post(HostRole.HOMEROOM_TEACHER, Optional.of(school), room.map(HomeroomId::new), year));
    }
    return posts;
  }

  private static List<String> schools(Columns c) throws SQLException {
    String own = c.text("schools").replace(" ", "");
    String all = own.replace(",", "").isEmpty() ? c.text("all_schools") : own;
    return List.of(all.split(",", -1)).stream().filter(one -> !one.isBlank()).toList();
  }

  // The host keeps no dates of a post: a row of staff holds for its school year.
  private static Post post(
      HostRole role, Optional<SchoolId> school, Optional<HomeroomId> room, SchoolYear year) {
    LocalDate last = year.last();
    return new Post(role, school, room, year.first(), Optional.of(last));
  }
}
