// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.task;

import java.sql.Connection;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.api.access.HostRole;
import org.tsunagi.api.roster.StudentDirectory;
import org.tsunagi.api.roster.StudentDirectory.Listed;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.roster.StudentQuery;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.api.school.SchoolYear;
import org.tsunagi.api.staff.StaffDirectory;
import org.tsunagi.api.staff.StaffMember;
import org.tsunagi.plugin.platform.SchoolClock;
import org.tsunagi.plugin.supportsheet.DuePoints;
import org.tsunagi.plugin.supportsheet.domain.OpenPointRule.OpenPoint;
import org.tsunagi.plugin.task.domain.PersonRule;
import org.tsunagi.plugin.team.Telling;
import org.tsunagi.plugin.team.domain.Told;
import org.tsunagi.plugin.watch.OpenSteps;
import org.tsunagi.plugin.watch.SchoolReminder;
import org.tsunagi.plugin.watch.domain.WatchTask;

/**
 * Tells people on its day that something is to do: once for each thing and day, by a notice without
 * its content; a mail says only how many notices there are.
 */
@Component(service = SchoolReminder.class)
public final class TaskReminder implements SchoolReminder {
  private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
  private static final int MOST = 1000;

  private final StudentDirectory directory;
  private final StaffDirectory staff;
  private final DuePoints points;
  private final OpenSteps steps;
  private final SchoolClock clock;

  /** Makes it. */
  @Activate
  public TaskReminder(
      @Reference StudentDirectory directory,
      @Reference StaffDirectory staff,
      @Reference DuePoints points,
      @Reference OpenSteps steps,
      @Reference SchoolClock clock) {
    this.directory = directory;
    this.staff = staff;
    this.points = points;
    this.steps = steps;
    this.clock = clock;
  }

  @Override
  public Map<String, Integer> remind(Connection connection, SchoolId school) {
    LocalDate today = clock.today();
    Instant since = SchoolYear.of(today).first().minusYears(1).atStartOfDay(TOKYO).toInstant();
    Set<Told> before = Telling.listTold(connection, school, Telling.TASK, since);
    Map<String, Integer> numbers = new HashMap<>();
    for (Told told : due(connection, school, today)) {
      if (!before.contains(told)) {
        Telling.remind(connection, school, told, clock.now());
        numbers.merge(told.person(), 1, Integer::sum);
      }
    }
    return numbers;
  }

  /** Lists who is to be told of what is due up to a day, each once. */
  private Set<Told> due(Connection connection, SchoolId school, LocalDate today) {
    List<DuePoints.Due> dues =
        points.list(connection, school).stream()
            .filter(due -> due.points().stream().anyMatch(point -> reached(point.due(), today)))
            .toList();
    List<Told> all = new ArrayList<>();
    Map<StudentId, Listed> children = children(school, dues, today);
    List<StaffMember> people = dues.isEmpty() ? List.of() : people(school, today);
    for (DuePoints.Due due : dues) {
      Optional.ofNullable(children.get(due.student()))
          .ifPresent(child -> all.addAll(told(due, child, people, today)));
    }
    for (WatchTask step : steps.list(connection, school)) {
      if (!step.dueOn().isAfter(today)) {
        all.add(
            new Told(step.personId(), step.student(), "watch:" + step.id() + "@" + step.dueOn()));
      }
    }
    return Set.copyOf(all);
  }

  private static List<Told> told(
      DuePoints.Due due, Listed child, List<StaffMember> people, LocalDate today) {
    List<Told> all = new ArrayList<>();
    for (OpenPoint point : due.points()) {
      if (reached(point.due(), today)) {
        String about =
            due.part().key().text() + ":" + point.row() + "@" + point.due().orElseThrow();
        people.stream()
            .filter(one -> meant(point, one, child, today))
            .forEach(one -> all.add(new Told(one.id().value(), due.student(), about)));
      }
    }
    return all;
  }

  private static boolean meant(OpenPoint point, StaffMember member, Listed child, LocalDate today) {
    return PersonRule.means(
        point.person(),
        new PersonRule.Person(member.name(), TaskService.roles(member.posts(), child, today)));
  }

  private static boolean reached(Optional<LocalDate> due, LocalDate today) {
    return due.filter(day -> !day.isAfter(today)).isPresent();
  }

  private Map<StudentId, Listed> children(
      SchoolId school, List<DuePoints.Due> dues, LocalDate today) {
    Set<StudentId> ids = dues.stream().map(DuePoints.Due::student).collect(Collectors.toSet());
    Map<StudentId, Listed> found = new HashMap<>();
    if (!ids.isEmpty()) {
      StudentQuery query =
          new StudentQuery(Set.of(school), today, "", Optional.empty(), Set.of(), ids, 0, MOST);
      directory.list(query).forEach(one -> found.put(one.student().id(), one));
    }
    return found;
  }

  private List<StaffMember> people(SchoolId school, LocalDate today) {
    Map<String, StaffMember> people = new HashMap<>();
    for (HostRole role : HostRole.values()) {
      staff.listByRole(school, role, today).forEach(one -> people.put(one.id().value(), one));
    }
    return List.copyOf(people.values());
  }
}
