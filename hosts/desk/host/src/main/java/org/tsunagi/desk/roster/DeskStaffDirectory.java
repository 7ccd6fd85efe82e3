// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.desk.roster;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.api.access.HostRole;
import org.tsunagi.api.school.HomeroomId;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.api.staff.Post;
import org.tsunagi.api.staff.StaffDirectory;
import org.tsunagi.api.staff.StaffId;
import org.tsunagi.api.staff.StaffMember;
import org.tsunagi.api.store.Store;
import org.tsunagi.desk.sql.DeskSql;

/** The desk's staff and posts. */
@Component(service = StaffDirectory.class)
public final class DeskStaffDirectory implements StaffDirectory {
  private final DeskSql sql;

  /** Reads staff from the store. */
  @Activate
  public DeskStaffDirectory(@Reference Store store) {
    this.sql = new DeskSql(store);
  }

  @Override
  public Optional<StaffMember> find(StaffId staff) {
    return list(Set.of(staff)).stream().findFirst();
  }

  @Override
  public List<StaffMember> list(Set<StaffId> staff) {
    return listInOrder(staff.stream().map(StaffId::value).sorted().toList());
  }

  @Override
  public List<StaffMember> listByRole(SchoolId school, HostRole role, LocalDate on) {
    return listInOrder(
        sql.list(
            """
            SELECT p.staff_id FROM desk_post p JOIN desk_school c ON c.school_no = p.school_no
            WHERE c.school_id = ? AND p.role = ?
              AND p.first_on <= ? AND (p.last_on IS NULL OR p.last_on >= ?)
            ORDER BY p.named_no
            """,
            p -> p.text(school.value()).text(role.code()).date(on).date(on),
            c -> c.text("staff_id")));
  }

  @Override
  public List<StaffMember> listHomeroomTeachers(HomeroomId homeroom, LocalDate on) {
    return listInOrder(
        sql.list(
            """
            SELECT p.staff_id FROM desk_post p
            WHERE p.homeroom_id = ? AND p.role = ?
              AND p.first_on <= ? AND (p.last_on IS NULL OR p.last_on >= ?)
            ORDER BY p.named_no
            """,
            p -> p.text(homeroom.value()).text(HostRole.HOMEROOM_TEACHER.code()).date(on).date(on),
            c -> c.text("staff_id")));
  }

  private List<StaffMember> listInOrder(List<String> ids) {
    if (ids.isEmpty()) {
      return List.of();
    }
    Map<String, List<Post>> posts = listPosts(ids);
    Map<String, StaffMember> found = new LinkedHashMap<>();
    sql.list(
            "SELECT staff_id, name, kana FROM desk_staff WHERE staff_id = ANY(?)",
            p -> p.texts(ids),
            c ->
                new StaffMember(
                    new StaffId(c.text("staff_id")),
                    c.text("name"),
                    c.text("kana"),
                    posts.getOrDefault(c.text("staff_id"), List.of())))
        .forEach(member -> found.put(member.id().value(), member));
    return ids.stream().distinct().map(found::get).filter(Objects::nonNull).toList();
  }

  private Map<String, List<Post>> listPosts(Collection<String> ids) {
    record Row(String staff, Post post) {}
    Map<String, List<Post>> posts = new HashMap<>();
    sql.list(
            """
            SELECT p.staff_id, p.role, c.school_id, p.homeroom_id, p.first_on, p.last_on
            FROM desk_post p LEFT JOIN desk_school c ON c.school_no = p.school_no
            WHERE p.staff_id = ANY(?) ORDER BY p.first_on, p.named_no
            """,
            p -> p.texts(ids),
            c ->
                new Row(
                    c.text("staff_id"),
                    new Post(
                        HostRole.find(c.text("role")).orElseThrow(),
                        c.optionalText("school_id").map(SchoolId::new),
                        c.optionalText("homeroom_id").map(HomeroomId::new),
                        c.date("first_on"),
                        c.optionalDate("last_on"))))
        .forEach(
            row -> posts.computeIfAbsent(row.staff(), id -> new ArrayList<>()).add(row.post()));
    return posts;
  }
}
