// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.watch;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.api.access.Actor;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.api.staff.StaffDirectory;
import org.tsunagi.api.staff.StaffId;
import org.tsunagi.api.staff.StaffMember;
import org.tsunagi.plugin.access.AuditTrail;
import org.tsunagi.plugin.access.Gate;
import org.tsunagi.plugin.access.Privilege;
import org.tsunagi.plugin.platform.SchoolClock;
import org.tsunagi.plugin.platform.Transactions;
import org.tsunagi.plugin.platform.sql.SqlException;
import org.tsunagi.plugin.shared.Decision;
import org.tsunagi.plugin.shared.Finding;
import org.tsunagi.plugin.shared.Malformed;
import org.tsunagi.plugin.shared.Missing;
import org.tsunagi.plugin.shared.RefusedException;
import org.tsunagi.plugin.shared.Stale;
import org.tsunagi.plugin.watch.WatchPlaces.Place;
import org.tsunagi.plugin.watch.domain.ReportRule;
import org.tsunagi.plugin.watch.domain.WatchTask;
import org.tsunagi.plugin.watch.persistence.NoteTable;
import org.tsunagi.plugin.watch.persistence.TaskTable;

/** Who takes care of what was noticed, and what comes next. */
@Component(service = WatchTaskService.class)
public final class WatchTaskService {
  private final Gate gate;
  private final Transactions transactions;
  private final AuditTrail audit;
  private final SchoolClock clock;
  private final WatchPlaces places;
  private final StaffDirectory staff;
  private final WatchBoards boards;
  private final TaskTable tasks;
  private final NoteTable notes;

  /** Makes the service. */
  @Activate
  public WatchTaskService(
      @Reference Gate gate,
      @Reference Transactions transactions,
      @Reference AuditTrail audit,
      @Reference SchoolClock clock,
      @Reference WatchPlaces places,
      @Reference StaffDirectory staff,
      @Reference WatchBoards boards,
      @Reference TaskTable tasks,
      @Reference NoteTable notes) {
    this.gate = gate;
    this.transactions = transactions;
    this.audit = audit;
    this.clock = clock;
    this.places = places;
    this.staff = staff;
    this.boards = boards;
    this.tasks = tasks;
    this.notes = notes;
  }

  /**
   * Begins a task, or its next step where the one before is done.
   *
   * @throws Stale where somebody already takes care of the finding
   */
  public TaskView begin(Actor actor, TaskCommand command) {
    if (command.student() == null) {
      throw new Malformed("student に児童生徒の sourcedId を入れてください。");
    }
    Place place = places.student(new StudentId(command.student()));
    gate.require(actor, Privilege.WATCH_WRITE, place.target());
    String key =
        command.findingKey() == null ? "NOTED@" + clock.today() : command.findingKey().strip();
    String id =
        UUID.nameUUIDFromBytes(
                (place.student().value() + "|" + key).getBytes(StandardCharsets.UTF_8))
            .toString();
    return save(actor, place, new Target(id, key), command);
  }

  /**
   * Saves another step, another person or that it is done.
   *
   * @throws Missing where there is no such task, or the actor may not know
   * @throws Stale where somebody saved meanwhile
   */
  public TaskView save(Actor actor, SchoolId school, String id, TaskCommand command) {
    WatchTask row =
        transactions
            .runSql(connection -> tasks.find(connection, school, id))
            .orElseThrow(Missing::new);
    Place place = places.student(row.student());
    gate.require(actor, Privilege.WATCH_WRITE, place.target());
    return save(actor, place, new Target(id, row.findingKey()), command);
  }

  /** Lists the versions of a task, newest first. */
  public List<TaskView> listVersions(Actor actor, SchoolId school, String id) {
    List<WatchTask> rows =
        transactions.runSql(connection -> tasks.listVersions(connection, school, id));
    if (rows.isEmpty()) {
      throw new Missing();
    }
    gate.require(actor, Privilege.WATCH_READ, places.student(rows.get(0).student()).target());
    return rows.stream().map(TaskView::of).toList();
  }

  private record Target(String id, String key) {}

  private TaskView save(Actor actor, Place place, Target target, TaskCommand command) {
    try {
      return transactions.runSql(connection -> write(connection, actor, place, target, command));
    } catch (SqlException e) {
      if (!e.duplicate()) {
        throw e;
      }
      throw stale(
          command,
          transactions.runSql(connection -> tasks.find(connection, place.school(), target.id())));
    }
  }

  private TaskView write(
      Connection connection, Actor actor, Place place, Target target, TaskCommand command) {
    Optional<WatchTask> now = tasks.find(connection, place.school(), target.id());
    if (now.map(WatchTask::version).orElse(0) != command.version()) {
      throw stale(command, now);
    }
    if (command.done()) {
      refuse(
          ReportRule.check(
              target.key(), notes.listContacts(connection, place.school(), place.student())));
    }
    LocalDate raisedOn =
        now.map(WatchTask::raisedOn).orElseGet(() -> raisedOn(connection, place, target.key()));
    WatchTask row = row(actor, place, target, command, now, raisedOn);
    tasks.add(connection, place.school(), row);
    audit.record(
        connection,
        actor,
        Optional.of(place.school()),
        row.open() ? "watch.task" : "watch.done",
        "watchTask:" + row.id(),
        Map.of(
            "student", place.student().value(),
            "finding", row.findingKey(),
            "person", row.personId(),
            "dueOn", row.dueOn().toString(),
            "version", Integer.toString(row.version())));
    return TaskView.of(row);
  }

  private WatchTask row(
      Actor actor,
      Place place,
      Target target,
      TaskCommand command,
      Optional<WatchTask> now,
      LocalDate raisedOn) {
    String step = command.nextStep() == null ? "" : command.nextStep().strip();
    String nextStep = step.isEmpty() ? now.map(WatchTask::nextStep).orElse("") : step;
    LocalDate dueOn = command.dueOn() != null ? command.dueOn() : dueOn(now);
    if (nextStep.isEmpty() || nextStep.length() > 400) {
      throw WatchPlaces.refusal("NEXT_STEP", "次にすることを、400字までで入れてください。");
    }
    boolean sameDue = now.map(WatchTask::dueOn).filter(dueOn::equals).isPresent();
    if (!command.done() && !sameDue && dueOn.isBefore(clock.today())) {
      throw WatchPlaces.refusal("DUE_ON", "期限は今日から先の日にしてください。");
    }
    Person person = person(actor, place.school(), command, now);
    return new WatchTask(
        target.id(),
        command.version() + 1,
        place.student(),
        target.key(),
        raisedOn,
        nextStep,
        person.id(),
        person.name(),
        person.title(),
        dueOn,
        command.done() ? Optional.of(clock.today()) : Optional.empty(),
        actor.id(),
        actor.name(),
        clock.now());
  }

  private static void refuse(List<Finding> findings) {
    if (!findings.isEmpty()) {
      throw new RefusedException(new Decision.Refused(findings));
    }
  }

  private LocalDate dueOn(Optional<WatchTask> now) {
    return now.filter(WatchTask::open).map(WatchTask::dueOn).orElse(clock.today());
  }

  private record Person(String id, String name, String title) {}

  private Person person(
      Actor actor, SchoolId school, TaskCommand command, Optional<WatchTask> now) {
    String wanted = command.person() == null ? "" : command.person();
    if (wanted.isEmpty() && now.isPresent()) {
      WatchTask row = now.get();
      return new Person(row.personId(), row.personName(), row.personTitle());
    }
    if (wanted.isEmpty() || wanted.equals(actor.id())) {
      return new Person(actor.id(), actor.name(), places.title(actor, school));
    }
    StaffMember member =
        staff
            .find(new StaffId(wanted))
            .filter(one -> !places.title(one.posts(), school).isEmpty())
            .orElseThrow(() -> WatchPlaces.refusal("PERSON", "その人は、今日この学校の職員ではありません。一覧から選んでください。"));
    return new Person(wanted, member.name(), places.title(member.posts(), school));
  }

  /** Finds the day of a finding among those that the student really has. */
  private LocalDate raisedOn(Connection connection, Place place, String key) {
    LocalDate today = clock.today();
    if (key.equals("NOTED@" + today)) {
      return today;
    }
    return boards
        .load(connection, place.school(), today, new WatchBoards.Reader("", true, room -> true))
        .children()
        .stream()
        .filter(child -> child.student().equals(place.student()))
        .flatMap(child -> child.findings().stream())
        .filter(finding -> finding.key().equals(key))
        .map(finding -> finding.raisedOn())
        .findFirst()
        .orElseThrow(
            () ->
                WatchPlaces.refusal(
                    "FINDING", "その気づきは、いまの記録では見つかりません。出席簿が直されたかもしれません。画面を開き直してください。"));
  }

  private static Stale stale(TaskCommand yours, Optional<WatchTask> theirs) {
    String message =
        theirs
                .map(row -> row.recordedByName() + "さんが先に「" + row.nextStep() + "」と保存しました。")
                .orElse("この予定は、もう変わっています。")
            + "書いたものは消えていません。";
    return new Stale(new TaskView.Conflict("STALE", message, yours, theirs.map(TaskView::of)));
  }
}
