// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.retention;

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
import org.tsunagi.plugin.access.AuditTrail;
import org.tsunagi.plugin.access.Gate;
import org.tsunagi.plugin.access.Privilege;
import org.tsunagi.plugin.access.Target;
import org.tsunagi.plugin.platform.SchoolClock;
import org.tsunagi.plugin.platform.Transactions;
import org.tsunagi.plugin.retention.domain.HeldDigest;
import org.tsunagi.plugin.retention.domain.RetentionRule;
import org.tsunagi.plugin.retention.persistence.RetentionTable;
import org.tsunagi.plugin.retention.persistence.RetentionTable.Destruction;
import org.tsunagi.plugin.retention.persistence.RetentionTable.Hold;
import org.tsunagi.plugin.retention.persistence.RetentionTable.Left;
import org.tsunagi.plugin.retention.persistence.RetentionTable.Setting;
import org.tsunagi.plugin.shared.Decision;
import org.tsunagi.plugin.shared.Finding;
import org.tsunagi.plugin.shared.Missing;
import org.tsunagi.plugin.shared.RefusedException;
import org.tsunagi.plugin.shared.Stale;

/** Reviews what is kept, keeps back, proposes destruction and, by a second person, destroys. */
@Component(service = RetentionService.class)
public final class RetentionService {
  private static final Setting DEFAULT = new Setting(0, RetentionRule.DEFAULT_YEARS, "");

  private final Gate gate;
  private final Transactions transactions;
  private final AuditTrail audit;
  private final SchoolClock clock;
  private final RetentionTable table;
  private final HeldRegistry held;

  /** Makes the service. */
  @Activate
  public RetentionService(
      @Reference Gate gate,
      @Reference Transactions transactions,
      @Reference AuditTrail audit,
      @Reference SchoolClock clock,
      @Reference RetentionTable table,
      @Reference HeldRegistry held) {
    this.gate = gate;
    this.transactions = transactions;
    this.audit = audit;
    this.clock = clock;
    this.table = table;
    this.held = held;
  }

  /** Shows the list for review. */
  public RetentionReview review(Actor actor, SchoolId school) {
    gate.require(actor, Privilege.RETENTION_READ, new Target.OfSchool(school));
    return transactions.runSql(
        connection -> {
          Setting setting = table.findSetting(connection, school).orElse(DEFAULT);
          List<Hold> holds = table.listHolds(connection, school);
          List<Destruction> destructions = table.listDestructions(connection, school);
          List<RetentionReview.Child> children =
              RetentionReview.children(
                  table.listLastDays(connection, school),
                  setting.years(),
                  holds,
                  destructions,
                  clock.today());
          return new RetentionReview(
              school.value(),
              setting.version(),
              setting.years(),
              setting.basis(),
              children,
              holds,
              destructions);
        });
  }

  /**
   * Sets how long things are kept.
   *
   * @throws Stale where it was set meanwhile
   */
  public void set(Actor actor, SchoolId school, RetentionCommand.Setting command) {
    gate.require(actor, Privilege.RETENTION_WRITE, new Target.OfSchool(school));
    int years = command.years() == null ? 0 : command.years();
    String basis = RetentionCommand.text(command.basis());
    refuse(RetentionRule.checkYears(years, basis));
    transactions.runSql(
        connection -> {
          Setting now = table.findSetting(connection, school).orElse(DEFAULT);
          if (!Integer.valueOf(now.version()).equals(command.version())) {
            throw new Stale(
                Map.of(
                    "error",
                    "STALE",
                    "message",
                    "ほかの人が先に変えました。画面を開き直してください。",
                    "yours",
                    command,
                    "theirs",
                    now));
          }
          Setting next = new Setting(now.version() + 1, years, basis);
          table.addSetting(connection, school, next, actor, clock.now());
          record(
              connection,
              actor,
              school,
              "retention.setting",
              "retention:" + school.value(),
              Map.of("years", Integer.toString(years)));
          return true;
        });
  }

  /** Keeps back what is held about a student; returns the id of the hold. */
  public String keepBack(Actor actor, SchoolId school, RetentionCommand.Reasoned command) {
    gate.require(actor, Privilege.RETENTION_WRITE, new Target.OfSchool(school));
    String reason = reason(command.reason());
    return transactions.runSql(
        connection -> {
          Left left = left(connection, school, command);
          Hold hold = new Hold(UUID.randomUUID().toString(), left.student(), reason, actor.name());
          table.addHold(connection, school, hold, actor, clock.now());
          record(
              connection,
              actor,
              school,
              "retention.hold",
              "hold:" + hold.id(),
              Map.of("student", left.student().value()));
          return hold.id();
        });
  }

  /** Releases a hold. */
  public void release(Actor actor, SchoolId school, String id, RetentionCommand.Reasoned command) {
    gate.require(actor, Privilege.RETENTION_WRITE, new Target.OfSchool(school));
    String reason = reason(command.reason());
    transactions.runSql(
        connection -> {
          if (!table.release(connection, school, id, reason, actor, clock.now())) {
            throw new Missing();
          }
          record(connection, actor, school, "retention.release", "hold:" + id, Map.of());
          return true;
        });
  }

  /** Proposes to destroy what is held about a student; a second person has to do it. */
  public String propose(Actor actor, SchoolId school, RetentionCommand.Reasoned command) {
    gate.require(actor, Privilege.RETENTION_WRITE, new Target.OfSchool(school));
    return transactions.runSql(
        connection -> {
          Left left = left(connection, school, command);
          LocalDate until = until(connection, school, left);
          String reason = RetentionCommand.text(command.reason());
          refuse(
              RetentionRule.checkProposal(
                  kept(connection, school, left.student()), until, clock.today(), reason));
          refuseSecondProposal(connection, school, left.student());
          List<HeldDigest.Rows> rows = held.readDue(connection, school, left.student());
          Destruction one =
              new Destruction(
                  UUID.randomUUID().toString(),
                  left.student(),
                  "proposed",
                  left.leftOn(),
                  until,
                  reason,
                  HeldDigest.counts(rows),
                  HeldDigest.hash(rows),
                  actor.id(),
                  actor.name(),
                  "");
          table.propose(connection, school, one, clock.now());
          record(
              connection,
              actor,
              school,
              "retention.propose",
              "destruction:" + one.id(),
              Map.of("student", one.student().value(), "counts", one.counts(), "hash", one.hash()));
          return one.id();
        });
  }

  /** Destroys what another person proposed to destroy; kinds, counts and the hash stay. */
  public void destroy(Actor actor, SchoolId school, String id) {
    gate.require(actor, Privilege.RETENTION_DESTROY, new Target.OfSchool(school));
    transactions.runSql(
        connection -> {
          Destruction one = table.hold(connection, school, id).orElseThrow(Missing::new);
          Left left =
              table.listLastDays(connection, school).stream()
                  .filter(last -> last.student().equals(one.student()))
                  .findFirst()
                  .orElse(new Left(one.student(), one.leftOn()));
          List<HeldDigest.Rows> rows = held.readDue(connection, school, one.student());
          refuse(
              RetentionRule.checkDestruction(
                  new RetentionRule.Case(
                      kept(connection, school, one.student()),
                      until(connection, school, left),
                      one.proposer(),
                      actor.id(),
                      HeldDigest.hash(rows).equals(one.hash())),
                  clock.today()));
          held.destroy(connection, school, one.student());
          table.close(connection, school, id, "done", actor, clock.now());
          record(
              connection,
              actor,
              school,
              "retention.destroy",
              "destruction:" + id,
              Map.of("student", one.student().value(), "counts", one.counts(), "hash", one.hash()));
          return true;
        });
  }

  /** Drops a proposal. */
  public void drop(Actor actor, SchoolId school, String id) {
    gate.require(actor, Privilege.RETENTION_WRITE, new Target.OfSchool(school));
    transactions.runSql(
        connection -> {
          Destruction one = table.hold(connection, school, id).orElseThrow(Missing::new);
          table.close(connection, school, id, "dropped", actor, clock.now());
          record(
              connection,
              actor,
              school,
              "retention.drop",
              "destruction:" + id,
              Map.of("student", one.student().value()));
          return true;
        });
  }

  private Left left(Connection connection, SchoolId school, RetentionCommand.Reasoned command) {
    String student = RetentionCommand.text(command.student());
    return table.listLastDays(connection, school).stream()
        .filter(one -> one.student().value().equals(student))
        .findFirst()
        .orElseThrow(Missing::new);
  }

  private LocalDate until(Connection connection, SchoolId school, Left left) {
    int years = table.findSetting(connection, school).orElse(DEFAULT).years();
    return RetentionRule.until(left.leftOn(), years);
  }

  private boolean kept(Connection connection, SchoolId school, StudentId student) {
    return table.listHolds(connection, school).stream()
        .anyMatch(hold -> hold.student().equals(student));
  }

  private void refuseSecondProposal(Connection connection, SchoolId school, StudentId student) {
    boolean waits =
        table.listDestructions(connection, school).stream()
            .anyMatch(one -> one.student().equals(student) && one.state().equals("proposed"));
    if (waits) {
      refuse(List.of(RetentionRule.alreadyProposed()));
    }
  }

  private void record(
      Connection connection,
      Actor actor,
      SchoolId school,
      String action,
      String object,
      Map<String, String> facts) {
    audit.record(connection, actor, Optional.of(school), action, object, facts);
  }

  private static String reason(@org.jspecify.annotations.Nullable String reason) {
    String text = RetentionCommand.text(reason);
    refuse(RetentionRule.checkReason(text));
    return text;
  }

  private static void refuse(List<Finding> findings) {
    if (!findings.isEmpty()) {
      throw new RefusedException(new Decision.Refused(findings));
    }
  }
}
