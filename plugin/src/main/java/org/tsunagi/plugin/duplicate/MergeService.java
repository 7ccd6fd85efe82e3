// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.duplicate;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.api.access.Actor;
import org.tsunagi.api.roster.Student;
import org.tsunagi.api.roster.StudentDirectory;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.plugin.access.AuditTrail;
import org.tsunagi.plugin.access.Gate;
import org.tsunagi.plugin.access.Privilege;
import org.tsunagi.plugin.access.Target;
import org.tsunagi.plugin.duplicate.MergeDesk.Planned;
import org.tsunagi.plugin.duplicate.domain.Merge;
import org.tsunagi.plugin.duplicate.domain.MergeRule;
import org.tsunagi.plugin.duplicate.persistence.MergeTable;
import org.tsunagi.plugin.platform.SchoolClock;
import org.tsunagi.plugin.platform.Transactions;
import org.tsunagi.plugin.shared.Decision;
import org.tsunagi.plugin.shared.Finding;
import org.tsunagi.plugin.shared.Missing;
import org.tsunagi.plugin.shared.RefusedException;

/** Puts what is held about one child under two ids together: proposed by one, done by another. */
@Component(service = MergeService.class)
public final class MergeService {
  private final Gate gate;
  private final Transactions transactions;
  private final AuditTrail audit;
  private final SchoolClock clock;
  private final StudentDirectory students;
  private final MergeDesk desk;

  /** Makes the service. */
  @Activate
  public MergeService(
      @Reference Gate gate,
      @Reference Transactions transactions,
      @Reference AuditTrail audit,
      @Reference SchoolClock clock,
      @Reference StudentDirectory students,
      @Reference MergeDesk desk) {
    this.gate = gate;
    this.transactions = transactions;
    this.audit = audit;
    this.clock = clock;
    this.students = students;
    this.desk = desk;
  }

  /** Lists the merges of a school, the newest first. */
  public List<Merge> list(Actor actor, SchoolId school) {
    gate.require(actor, Privilege.STUDENT_MERGE, new Target.OfSchool(school));
    return transactions.runSql(connection -> new MergeTable(connection).list(school));
  }

  /** Shows what a merge would do, without any content. */
  public MergePreview preview(Actor actor, SchoolId school, StudentId from, StudentId into) {
    gate.require(actor, Privilege.STUDENT_MERGE, new Target.OfSchool(school));
    return transactions.runSql(
        connection -> {
          refuse(MergeRule.checkPair(from, into, here(school, from, into), false));
          Map<String, MergePreview.Kind> kinds = new TreeMap<>();
          for (Planned one : desk.plan(connection, school, from, into, Set.of())) {
            kinds.merge(
                one.table().kind(),
                new MergePreview.Kind(
                    one.table().kind(), one.moves().there().size(), one.moves().staying()),
                (a, b) ->
                    new MergePreview.Kind(
                        a.kind(), a.going() + b.going(), a.staying() + b.staying()));
          }
          return new MergePreview(
              from.value(),
              name(from),
              into.value(),
              name(into),
              kinds.values().stream().filter(k -> k.going() + k.staying() > 0).toList(),
              List.copyOf(desk.shared(connection, school, from, into)));
        });
  }

  /** Proposes a merge; a second person has to do it. */
  public String propose(Actor actor, SchoolId school, MergeCommand command) {
    gate.require(actor, Privilege.STUDENT_MERGE, new Target.OfSchool(school));
    StudentId from = new StudentId(command.from() == null ? "" : command.from());
    StudentId into = new StudentId(command.into() == null ? "" : command.into());
    return transactions.runSql(
        connection -> {
          MergeTable table = new MergeTable(connection);
          refuse(
              MergeRule.checkPair(
                  from, into, here(school, from, into), busy(table.list(school), from, into)));
          List<Finding> found = new ArrayList<>(MergeRule.checkReason(command.why()));
          Set<String> parts = desk.shared(connection, school, from, into);
          found.addAll(MergeRule.checkChoices(parts, command.chosen()));
          refuse(found);
          Merge one = proposal(connection, actor, school, command);
          table.propose(school, one, clock.now());
          note(connection, actor, school, "student.merge.propose", one);
          return one.id();
        });
  }

  private Merge proposal(
      Connection connection, Actor actor, SchoolId school, MergeCommand command) {
    StudentId from = new StudentId(command.from() == null ? "" : command.from());
    StudentId into = new StudentId(command.into() == null ? "" : command.into());
    return new Merge(
        UUID.randomUUID().toString(),
        from,
        into,
        "proposed",
        command.why(),
        command.taken(),
        MergeDesk.counts(desk.plan(connection, school, from, into, command.taken())),
        desk.hash(connection, school, from, into),
        actor.id(),
        actor.name(),
        "",
        Optional.empty());
  }

  /** Does what another person proposed: all of it, or nothing. */
  public void confirm(Actor actor, SchoolId school, String id) {
    gate.require(actor, Privilege.STUDENT_MERGE, new Target.OfSchool(school));
    transactions.runSql(
        connection -> {
          MergeTable table = new MergeTable(connection);
          Merge one = table.hold(school, id, "proposed").orElseThrow(Missing::new);
          boolean same = desk.hash(connection, school, one.from(), one.into()).equals(one.hash());
          refuse(MergeRule.checkConfirmation(one, actor.id(), same));
          desk.merge(connection, school, one);
          table.done(school, id, actor, clock.now());
          note(connection, actor, school, "student.merge", one);
          return true;
        });
  }

  /** Drops a proposal. */
  public void drop(Actor actor, SchoolId school, String id) {
    gate.require(actor, Privilege.STUDENT_MERGE, new Target.OfSchool(school));
    transactions.runSql(
        connection -> {
          MergeTable table = new MergeTable(connection);
          Merge one = table.hold(school, id, "proposed").orElseThrow(Missing::new);
          table.close(school, id, "dropped", "", actor, clock.now());
          note(connection, actor, school, "student.merge.drop", one);
          return true;
        });
  }

  /** Takes a merge back, row by row as it was noted: all of it, or nothing. */
  public void undo(Actor actor, SchoolId school, String id, String reason) {
    gate.require(actor, Privilege.STUDENT_MERGE, new Target.OfSchool(school));
    refuse(MergeRule.checkReason(reason));
    transactions.runSql(
        connection -> {
          MergeTable table = new MergeTable(connection);
          Merge one = table.hold(school, id, "done").orElseThrow(Missing::new);
          refuse(MergeRule.checkUndoing(one.doneAt(), clock.now()));
          if (!desk.undo(connection, school, one)) {
            refuse(List.of(MergeRule.notAsLeft()));
          }
          table.close(school, id, "undone", reason, actor, clock.now());
          note(connection, actor, school, "student.merge.undo", one);
          return true;
        });
  }

  /** Tells under which id a child is kept whose id was given up; 404 where it was not. */
  public StudentId pointer(Actor actor, StudentId given) {
    Merge one =
        transactions.runSql(connection -> new MergeTable(connection).listDone(given)).stream()
            .findFirst()
            .orElseThrow(Missing::new);
    gate.require(
        actor,
        Privilege.STUDENT_READ,
        new Target.OfStudent(one.into(), students.listEnrolments(one.into())));
    return one.into();
  }

  private boolean here(SchoolId school, StudentId from, StudentId into) {
    return List.of(from, into).stream()
        .allMatch(
            one ->
                !one.value().isEmpty()
                    && students.listEnrolments(one).stream()
                        .anyMatch(stay -> stay.school().equals(school)));
  }

  private static boolean busy(List<Merge> all, StudentId from, StudentId into) {
    Set<String> open = Set.of("proposed", "done");
    return all.stream()
        .filter(one -> open.contains(one.state()))
        .anyMatch(
            one ->
                one.from().equals(from)
                    || one.from().equals(into)
                    || (one.state().equals("proposed") && one.into().equals(into)));
  }

  private String name(StudentId student) {
    return students.find(student).map(Student::name).orElse("");
  }

  private void note(Connection connection, Actor actor, SchoolId school, String action, Merge one) {
    audit.record(
        connection,
        actor,
        Optional.of(school),
        action,
        "merge:" + one.id(),
        Map.of(
            "student", one.from().value(),
            "into", one.into().value(),
            "counts", one.counts(),
            "hash", one.hash()));
  }

  private static void refuse(List<Finding> findings) {
    if (!findings.isEmpty()) {
      throw new RefusedException(new Decision.Refused(findings));
    }
  }
}
