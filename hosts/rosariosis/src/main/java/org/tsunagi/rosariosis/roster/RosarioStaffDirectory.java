// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.rosariosis.roster;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.api.access.HostRole;
import org.tsunagi.api.school.HomeroomId;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.api.school.SchoolYear;
import org.tsunagi.api.staff.Post;
import org.tsunagi.api.staff.StaffDirectory;
import org.tsunagi.api.staff.StaffId;
import org.tsunagi.api.staff.StaffMember;
import org.tsunagi.api.store.Store;
import org.tsunagi.desk.sql.DeskSql;
import org.tsunagi.rosariosis.RosarioSettings;

/** The host's staff by user name, which stays when the host numbers them anew each April. */
@Component(service = StaffDirectory.class)
public final class RosarioStaffDirectory implements StaffDirectory {
  private final DeskSql sql;
  private final StaffRows rows;

  /** Reads the host's tables through our store. */
  @Activate
  public RosarioStaffDirectory(@Reference Store store, @Reference RosarioSettings settings) {
    this.sql = new DeskSql(store);
    this.rows = new StaffRows(sql, new RoleRule(settings.roles()));
  }

  @Override
  public Optional<StaffMember> find(StaffId staff) {
    return rows.list(List.of(staff.value())).stream().findFirst();
  }

  @Override
  public List<StaffMember> list(Set<StaffId> staff) {
    return rows.list(staff.stream().map(StaffId::value).toList());
  }

  @Override
  public List<StaffMember> listByRole(SchoolId school, HostRole role, LocalDate on) {
    return holding(
        ofSchool(school, on),
        on,
        post -> post.role() == role && post.school().map(school::equals).orElse(true));
  }

  @Override
  public List<StaffMember> listInCharge(
      SchoolId school, Optional<HomeroomId> homeroom, LocalDate on) {
    List<StaffMember> all = new ArrayList<>();
    List<String> teachers = homeroom.map(this::teachers).orElse(List.of());
    List<String> users = new ArrayList<>(teachers);
    users.addAll(ofSchool(school, on));
    List<StaffMember> known = rows.list(users);
    all.addAll(teaching(known, teachers, homeroom, on));
    known.stream()
        .filter(one -> !all.contains(one))
        .filter(
            one ->
                one.posts().stream()
                    .anyMatch(
                        post ->
                            post.role() == HostRole.PRINCIPAL
                                && post.heldOn(on)
                                && post.school().filter(school::equals).isPresent()))
        .forEach(all::add);
    return all;
  }

  @Override
  public List<StaffMember> listHomeroomTeachers(HomeroomId homeroom, LocalDate on) {
    List<String> teachers = teachers(homeroom);
    return teaching(rows.list(teachers), teachers, Optional.of(homeroom), on);
  }

  private static List<StaffMember> teaching(
      List<StaffMember> known, List<String> order, Optional<HomeroomId> homeroom, LocalDate on) {
    return known.stream()
        .filter(
            one ->
                one.posts().stream()
                    .anyMatch(
                        post ->
                            post.role() == HostRole.HOMEROOM_TEACHER
                                && post.homeroom().equals(homeroom)
                                && homeroom.isPresent()
                                && post.heldOn(on)))
        .sorted(Comparator.comparingInt(one -> order.indexOf(one.id().value())))
        .toList();
  }

  private List<StaffMember> holding(List<String> users, LocalDate on, Predicate<Post> wanted) {
    return rows.list(users).stream()
        .filter(one -> one.posts().stream().anyMatch(p -> p.heldOn(on) && wanted.test(p)))
        .toList();
  }

  private List<String> teachers(HomeroomId homeroom) {
    return sql.list(
        """
        SELECT f.username FROM public.course_periods p
        JOIN public.staff f ON f.staff_id = p.teacher_id OR f.staff_id = p.secondary_teacher_id
        WHERE p.course_period_id = ? AND f.username IS NOT NULL
        ORDER BY CASE WHEN f.staff_id = p.teacher_id THEN 0 ELSE 1 END
        """,
        p -> p.number(HostIds.of(homeroom.value())),
        c -> c.text("username"));
  }

  private List<String> ofSchool(SchoolId school, LocalDate on) {
    return sql.list(
        """
        SELECT f.username FROM public.staff f
        WHERE f.syear = ? AND f.username IS NOT NULL AND f.profile IN ('admin', 'teacher')
          AND (f.schools IS NULL OR f.schools LIKE '%,' || CAST(? AS varchar) || ',%')
        ORDER BY f.username
        """,
        p -> p.number(SchoolYear.of(on).year()).text(String.valueOf(HostIds.of(school.value()))),
        c -> c.text("username"));
  }
}
