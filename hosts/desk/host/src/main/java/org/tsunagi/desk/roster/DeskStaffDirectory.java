// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.desk.roster;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
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
import org.tsunagi.desk.sql.Columns;
import org.tsunagi.desk.sql.DeskSql;

/** The desk's staff and posts. */
@Component(service = StaffDirectory.class)
public final class DeskStaffDirectory implements StaffDirectory {
  private static final String MEMBERS =
      """
      SELECT s.staff_id, s.name, s.kana, p.role, c.school_id, p.homeroom_id, p.first_on, p.last_on
      """;

  private static final String POSTS =
      """
      LEFT JOIN desk_post p ON p.staff_id = s.staff_id
      LEFT JOIN desk_school c ON c.school_no = p.school_no
      """;

  /** The posts that were asked for, with all posts of those who hold them. */
  private static final String HOLDERS =
      MEMBERS
          + "FROM desk_post m JOIN desk_staff s ON s.staff_id = m.staff_id\n"
          + POSTS
          + "WHERE m.first_on <= ? AND (m.last_on IS NULL OR m.last_on >= ?)\n";

  private static final String IN_ORDER = " ORDER BY m.named_no, p.first_on, p.named_no";

  private static final String AT_SCHOOL =
      "m.role = ? AND m.school_no = (SELECT n.school_no FROM desk_school n WHERE n.school_id = ?)";

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
    if (staff.isEmpty()) {
      return List.of();
    }
    return members(
        MEMBERS
            + "FROM desk_staff s\n"
            + POSTS
            + "WHERE s.staff_id = ANY(?) ORDER BY s.staff_id, p.first_on, p.named_no",
        p -> p.texts(staff.stream().map(StaffId::value).toList()));
  }

  @Override
  public List<StaffMember> listByRole(SchoolId school, HostRole role, LocalDate on) {
    return members(
        HOLDERS + "AND " + AT_SCHOOL + IN_ORDER,
        p -> p.date(on).date(on).text(role.code()).text(school.value()));
  }

  @Override
  public List<StaffMember> listInCharge(
      SchoolId school, Optional<HomeroomId> homeroom, LocalDate on) {
    return members(
        HOLDERS + "AND ((" + AT_SCHOOL + ") OR (m.role = ? AND m.homeroom_id = ?))" + IN_ORDER,
        p ->
            p.date(on)
                .date(on)
                .text(HostRole.PRINCIPAL.code())
                .text(school.value())
                .text(HostRole.HOMEROOM_TEACHER.code())
                .text(homeroom.map(HomeroomId::value).orElse("")));
  }

  @Override
  public List<StaffMember> listHomeroomTeachers(HomeroomId homeroom, LocalDate on) {
    return members(
        HOLDERS + "AND m.role = ? AND m.homeroom_id = ?" + IN_ORDER,
        p -> p.date(on).date(on).text(HostRole.HOMEROOM_TEACHER.code()).text(homeroom.value()));
  }

  /** Makes members of rows with one post each; a person's rows may stand apart or come twice. */
  private List<StaffMember> members(String query, DeskSql.Binder binder) {
    record Row(StaffId id, String name, String kana, Optional<Post> post) {}
    Map<StaffId, Row> people = new LinkedHashMap<>();
    Map<StaffId, Set<Post>> posts = new HashMap<>();
    sql.list(
            query,
            binder,
            c -> new Row(new StaffId(c.text("staff_id")), c.text("name"), c.text("kana"), post(c)))
        .forEach(
            row -> {
              people.putIfAbsent(row.id(), row);
              Set<Post> own = posts.computeIfAbsent(row.id(), id -> new LinkedHashSet<>());
              row.post().ifPresent(own::add);
            });
    return people.values().stream()
        .map(
            row ->
                new StaffMember(
                    row.id(),
                    row.name(),
                    row.kana(),
                    List.copyOf(posts.getOrDefault(row.id(), Set.of()))))
        .toList();
  }

  private static Optional<Post> post(Columns c) throws SQLException {
    Optional<String> role = c.optionalText("role");
    if (role.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Post(
            HostRole.find(role.get()).orElseThrow(),
            c.optionalText("school_id").map(SchoolId::new),
            c.optionalText("homeroom_id").map(HomeroomId::new),
            c.date("first_on"),
            c.optionalDate("last_on")));
  }
}
