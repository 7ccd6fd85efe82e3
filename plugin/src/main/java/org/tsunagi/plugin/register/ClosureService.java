// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register;

import java.sql.Connection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.api.access.Actor;
import org.tsunagi.api.school.Grade;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.api.school.SchoolYear;
import org.tsunagi.plugin.access.AuditTrail;
import org.tsunagi.plugin.access.Gate;
import org.tsunagi.plugin.access.Privilege;
import org.tsunagi.plugin.access.Target;
import org.tsunagi.plugin.platform.SchoolClock;
import org.tsunagi.plugin.platform.Transactions;
import org.tsunagi.plugin.register.persistence.ClosureChangeTable;
import org.tsunagi.plugin.register.persistence.ClosureTable;
import org.tsunagi.plugin.shared.Missing;
import org.tsunagi.plugin.shared.RefusedException;
import org.tsunagi.plugin.shared.Stale;

/**
 * Records closures of a school, a grade, a homeroom or a group, changes and voids them. Every
 * change is tried first where that is asked for, and tells whose figures it changes.
 */
@Component(service = ClosureService.class)
public final class ClosureService {
  private final Gate gate;
  private final Transactions transactions;
  private final AuditTrail audit;
  private final SchoolClock clock;
  private final ClosureTable closures;
  private final ClosureChangeTable changes;
  private final ClosureEffects effects;
  private final GroupNames groups;

  /** Makes the service. */
  @Activate
  public ClosureService(
      @Reference Gate gate,
      @Reference Transactions transactions,
      @Reference AuditTrail audit,
      @Reference SchoolClock clock,
      @Reference ClosureTable closures,
      @Reference ClosureChangeTable changes,
      @Reference ClosureEffects effects,
      @Reference GroupNames groups) {
    this.gate = gate;
    this.transactions = transactions;
    this.audit = audit;
    this.clock = clock;
    this.closures = closures;
    this.changes = changes;
    this.effects = effects;
    this.groups = groups;
  }

  /** Lists the closures of a school year, voided ones included, by first day. */
  public List<ClosureView> list(Actor actor, SchoolId school, int schoolYear) {
    gate.require(actor, Privilege.REGISTER_READ, new Target.OfSchool(school));
    SchoolYear year = new SchoolYear(schoolYear);
    return transactions.runSql(
        connection -> closures.list(connection, school, year.first(), year.last()));
  }

  /** Lists what the changes of a school year's closures did to the figures, newest first. */
  public List<ClosureChangeView> listChanges(Actor actor, SchoolId school, int schoolYear) {
    gate.require(actor, Privilege.REGISTER_READ, new Target.OfSchool(school));
    SchoolYear year = new SchoolYear(schoolYear);
    return transactions.runSql(
        connection ->
            changes.list(connection, school, year.first(), year.last()).stream()
                .map(ClosureChangeView::of)
                .toList());
  }

  /** Lists what the changes of one closure did to the figures, newest first. */
  public List<ClosureChangeView> listEffects(Actor actor, SchoolId school, String id) {
    gate.require(actor, Privilege.REGISTER_READ, new Target.OfSchool(school));
    return transactions.runSql(
        connection -> {
          if (closures.find(connection, school, id).isEmpty()) {
            throw new Missing();
          }
          return changes.list(connection, school, id).stream().map(ClosureChangeView::of).toList();
        });
  }

  /**
   * Lists the closures whose report to the board is still owed.
   *
   * <p>Basis: 学校教育法施行規則63条 (公立の学校は教育委員会に報告しなければならない).
   */
  public List<String> listUnreported(Actor actor, SchoolId school, List<ClosureView> among) {
    gate.require(actor, Privilege.REGISTER_READ, new Target.OfSchool(school));
    return transactions.runSql(connection -> changes.notPublic(connection, school))
        ? List.of()
        : among.stream()
            .filter(one -> one.voidedAt().isEmpty() && one.basis().equals("ART63"))
            .filter(one -> one.reportedOn().isEmpty())
            .map(ClosureView::id)
            .toList();
  }

  /**
   * Records a closure, or tries it.
   *
   * @throws RefusedException where it does not make sense, or the same one holds already
   */
  public ClosureOutcome add(Actor actor, ClosureIntake.Row closure, boolean dryRun) {
    gate.require(actor, Privilege.CLOSURE_WRITE, new Target.OfSchool(closure.school()));
    MarkSaving.refuse(ClosureChecks.form(closure));
    ClosureWork work = work(actor, closure.school(), "add", "", dryRun, facts(closure));
    return transactions.runSql(
        connection -> {
          check(connection, closure, "");
          return work.run(
              connection,
              SchoolYear.of(closure.first()).year(),
              effects.grades(closure),
              Optional.empty(),
              () -> closures.add(connection, closure, actor.id()));
        });
  }

  /**
   * Changes a closure, or tries it: the old one is voided and another one added.
   *
   * @throws Stale where the closure was changed or voided by someone else
   */
  public ClosureOutcome change(
      Actor actor, String id, ClosureIntake.Row closure, String reason, boolean dryRun) {
    SchoolId school = closure.school();
    gate.require(actor, Privilege.CLOSURE_WRITE, new Target.OfSchool(school));
    String why = reason(reason, dryRun);
    MarkSaving.refuse(ClosureChecks.form(closure));
    ClosureWork work = work(actor, school, "change", why, dryRun, facts(closure));
    return transactions.runSql(
        connection -> {
          ClosureView old = holding(connection, school, id, closure);
          check(connection, closure, id);
          Set<Grade> grades = union(effects.grades(row(school, old)), effects.grades(closure));
          return work.run(
              connection,
              SchoolYear.of(closure.first()).year(),
              grades,
              Optional.of(id),
              () -> {
                closures.voidClosure(connection, school, id, actor.id(), why);
                return closures.add(connection, closure, actor.id());
              });
        });
  }

  /** Voids a closure, or tries it; it stays in the list with the reason. */
  public ClosureOutcome voidClosure(
      Actor actor, SchoolId school, String id, String reason, boolean dryRun) {
    gate.require(actor, Privilege.CLOSURE_WRITE, new Target.OfSchool(school));
    String why = reason(reason, dryRun);
    ClosureWork work = work(actor, school, "void", why, dryRun, Map.of());
    return transactions.runSql(
        connection -> {
          ClosureView old =
              closures
                  .find(connection, school, id)
                  .filter(one -> one.voidedAt().isEmpty())
                  .orElseThrow(Missing::new);
          return work.run(
              connection,
              SchoolYear.of(old.firstOn()).year(),
              effects.grades(row(school, old)),
              Optional.empty(),
              () -> {
                closures.voidClosure(connection, school, id, actor.id(), why);
                return id;
              });
        });
  }

  private ClosureWork work(
      Actor actor,
      SchoolId school,
      String action,
      String reason,
      boolean dryRun,
      Map<String, String> facts) {
    ClosureWork.Asked asked = new ClosureWork.Asked(actor, school, action, reason, facts);
    return new ClosureWork(effects, changes, audit, clock, asked, dryRun);
  }

  private ClosureView holding(
      Connection connection, SchoolId school, String id, ClosureIntake.Row wanted) {
    ClosureView old = closures.find(connection, school, id).orElseThrow(Missing::new);
    if (old.voidedAt().isPresent()) {
      throw new Stale(Map.of("yours", wanted, "theirs", old));
    }
    return old;
  }

  private void check(Connection connection, ClosureIntake.Row closure, String except) {
    MarkSaving.refuse(
        ClosureChecks.target(
            closure,
            effects.homerooms(closure.school(), SchoolYear.of(closure.first()).year()),
            groups.listNames(connection, closure.school())));
    boolean twice =
        closures.find(connection, closure).filter(one -> !one.id().equals(except)).isPresent();
    if (twice) {
      MarkSaving.refuse(
          List.of(
              ClosureChecks.error(
                  "CLOSURE_EXISTS", "同じ休業がすでに記録されています。内容を変えるときは、その休業の「直す」を押してください。")));
    }
  }

  private static String reason(String reason, boolean dryRun) {
    if (reason.isBlank() && !dryRun) {
      MarkSaving.refuse(List.of(ClosureChecks.error("REASON_NEEDED", "直す理由、または取り消す理由を入れてください。")));
    }
    if (reason.length() > 1000) {
      MarkSaving.refuse(List.of(ClosureChecks.error("TOO_LONG", "理由は1000字までにしてください。")));
    }
    return reason.strip();
  }

  private static Map<String, String> facts(ClosureIntake.Row closure) {
    return Map.of(
        "firstOn", closure.first().toString(),
        "lastOn", closure.last().toString(),
        "scope", closure.scope(),
        "target", closure.target(),
        "basis", closure.basis());
  }

  private static Set<Grade> union(Set<Grade> one, Set<Grade> other) {
    if (one.isEmpty() || other.isEmpty()) {
      return Set.of();
    }
    Set<Grade> both = EnumSet.copyOf(one);
    both.addAll(other);
    return both;
  }

  private static ClosureIntake.Row row(SchoolId school, ClosureView view) {
    return new ClosureIntake.Row(
        school,
        view.firstOn(),
        view.lastOn(),
        view.scope(),
        view.target(),
        view.basis(),
        view.reason(),
        view.onlineLessons(),
        view.authority(),
        view.reportedTo(),
        view.reportedOn());
  }
}
