// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.task;

import java.sql.Connection;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.api.access.Actor;
import org.tsunagi.api.access.HostRole;
import org.tsunagi.api.roster.StudentDirectory;
import org.tsunagi.api.roster.StudentDirectory.Listed;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.roster.StudentQuery;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.api.staff.Post;
import org.tsunagi.plugin.access.Gate;
import org.tsunagi.plugin.access.Privilege;
import org.tsunagi.plugin.access.Target;
import org.tsunagi.plugin.access.domain.SheetStage;
import org.tsunagi.plugin.platform.SchoolClock;
import org.tsunagi.plugin.platform.Transactions;
import org.tsunagi.plugin.supportsheet.DuePoints;
import org.tsunagi.plugin.supportsheet.domain.OpenPointRule.OpenPoint;
import org.tsunagi.plugin.supportsheet.domain.SheetKind;
import org.tsunagi.plugin.task.domain.PersonRule;
import org.tsunagi.plugin.watch.OpenSteps;
import org.tsunagi.plugin.watch.domain.WatchTask;

/**
 * Lists what there is to do at a school, as far as the one who asks may read where it is written.
 */
@Component(service = TaskService.class)
public final class TaskService {
  private static final int MOST = 1000;
  private static final Comparator<PersonTask> BY_DAY =
      Comparator.comparing((PersonTask task) -> task.dueOn().orElse(LocalDate.MAX))
          .thenComparing(PersonTask::homeroom)
          .thenComparing(PersonTask::name);

  private final Gate gate;
  private final Transactions transactions;
  private final StudentDirectory directory;
  private final DuePoints points;
  private final OpenSteps steps;
  private final SchoolClock clock;

  /** Makes the service. */
  @Activate
  public TaskService(
      @Reference Gate gate,
      @Reference Transactions transactions,
      @Reference StudentDirectory directory,
      @Reference DuePoints points,
      @Reference OpenSteps steps,
      @Reference SchoolClock clock) {
    this.gate = gate;
    this.transactions = transactions;
    this.directory = directory;
    this.points = points;
    this.steps = steps;
    this.clock = clock;
  }

  /** Lists the schools at which an actor holds a post today. */
  List<SchoolId> schools(Actor actor) {
    return actor.posts().stream()
        .filter(post -> post.heldOn(clock.today()))
        .flatMap(post -> post.school().stream())
        .distinct()
        .toList();
  }

  /**
   * Lists what is to do at the schools of an actor's posts, by day; what the actor may not read is
   * left out, and so is whoever left the school.
   *
   * @param everybody whether what others are to do is listed too
   */
  public List<PersonTask> list(Actor actor, boolean everybody) {
    return transactions.runSql(
        connection -> {
          List<PersonTask> all = new ArrayList<>();
          for (SchoolId school : schools(actor)) {
            all.addAll(list(connection, actor, school));
          }
          return all.stream().filter(task -> everybody || task.mine()).sorted(BY_DAY).toList();
        });
  }

  private List<PersonTask> list(Connection connection, Actor actor, SchoolId school) {
    List<DuePoints.Due> dues = points.list(connection, school);
    List<WatchTask> open = steps.list(connection, school);
    Map<StudentId, Listed> children = children(school, dues, open);
    List<PersonTask> all = new ArrayList<>();
    Map<String, SheetStage> stages = new HashMap<>();
    for (DuePoints.Due due : dues) {
      Listed child = children.get(due.student());
      if (child != null && permits(actor, Privilege.SHEET_READ, child)) {
        points
            .shown(connection, actor, due, child.student(), child.enrolment(), stages)
            .forEach(point -> all.add(ofSheet(actor, child, due, point)));
      }
    }
    for (WatchTask step : open) {
      Listed child = children.get(step.student());
      if (child != null && permits(actor, Privilege.WATCH_READ, child)) {
        all.add(ofWatch(actor, child, step));
      }
    }
    return all;
  }

  private boolean permits(Actor actor, Privilege privilege, Listed child) {
    return gate.permits(
        actor, privilege, new Target.OfStudent(child.student().id(), List.of(child.enrolment())));
  }

  private Map<StudentId, Listed> children(
      SchoolId school, List<DuePoints.Due> dues, List<WatchTask> open) {
    Set<StudentId> ids = dues.stream().map(DuePoints.Due::student).collect(Collectors.toSet());
    open.forEach(step -> ids.add(step.student()));
    Map<StudentId, Listed> found = new HashMap<>();
    if (!ids.isEmpty()) {
      StudentQuery query =
          new StudentQuery(
              Set.of(school), clock.today(), "", Optional.empty(), Set.of(), ids, 0, MOST);
      directory.list(query).forEach(one -> found.put(one.student().id(), one));
    }
    return found;
  }

  private PersonTask ofSheet(Actor actor, Listed child, DuePoints.Due due, OpenPoint point) {
    String kind =
        due.part().key().kind() == SheetKind.MEETING
            ? "agreement"
            : point.row().isEmpty() ? "japanese" : "review";
    return new PersonTask(
        kind,
        due.student().value(),
        child.student().name(),
        child.homeroomName(),
        point.text(),
        point.person(),
        point.due(),
        point.late(clock.today()),
        PersonRule.means(point.person(), person(actor, child)),
        due.part().key().text(),
        point.row(),
        due.version());
  }

  private PersonTask ofWatch(Actor actor, Listed child, WatchTask step) {
    return new PersonTask(
        "watch",
        step.student().value(),
        child.student().name(),
        child.homeroomName(),
        step.nextStep(),
        step.personName(),
        Optional.of(step.dueOn()),
        step.dueOn().isBefore(clock.today()),
        step.personId().equals(actor.id()),
        "",
        step.id(),
        step.version());
  }

  private PersonRule.Person person(Actor actor, Listed child) {
    return new PersonRule.Person(actor.name(), roles(actor.posts(), child, clock.today()));
  }

  /**
   * Returns the roles of posts at the child's school; a homeroom teacher's for the own class only.
   */
  static Set<HostRole> roles(List<Post> posts, Listed child, LocalDate today) {
    Set<HostRole> roles = new HashSet<>();
    for (Post post : posts) {
      boolean here =
          post.heldOn(today) && post.school().equals(Optional.of(child.enrolment().school()));
      boolean own =
          post.role() != HostRole.HOMEROOM_TEACHER
              || (post.homeroom().isPresent()
                  && post.homeroom().equals(child.enrolment().homeroom()));
      if (here && own) {
        roles.add(post.role());
      }
    }
    return roles;
  }
}
