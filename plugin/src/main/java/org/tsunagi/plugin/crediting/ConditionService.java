// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.crediting;

import java.sql.Connection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.api.access.Actor;
import org.tsunagi.plugin.access.AuditTrail;
import org.tsunagi.plugin.access.Gate;
import org.tsunagi.plugin.access.Privilege;
import org.tsunagi.plugin.access.Target;
import org.tsunagi.plugin.crediting.domain.ConditionEntry;
import org.tsunagi.plugin.crediting.domain.ConditionList;
import org.tsunagi.plugin.crediting.domain.Consultation;
import org.tsunagi.plugin.crediting.domain.CreditingApplication;
import org.tsunagi.plugin.crediting.persistence.ApplicationTable;
import org.tsunagi.plugin.crediting.persistence.ConditionTable;
import org.tsunagi.plugin.platform.Transactions;
import org.tsunagi.plugin.shared.Missing;
import org.tsunagi.plugin.shared.Stale;

/** Notes what was found about conditions, and talks with the board of education. */
@Component(service = ConditionService.class)
public final class ConditionService {
  private final Gate gate;
  private final Transactions transactions;
  private final AuditTrail audit;
  private final CreditingPlaces places;
  private final ApplicationTable applications;
  private final ConditionTable conditions;
  private final ApplicationChecks checks;

  /** Makes the service. */
  @Activate
  public ConditionService(
      @Reference Gate gate,
      @Reference Transactions transactions,
      @Reference AuditTrail audit,
      @Reference CreditingPlaces places,
      @Reference ApplicationTable applications,
      @Reference ConditionTable conditions,
      @Reference ApplicationChecks checks) {
    this.gate = gate;
    this.transactions = transactions;
    this.audit = audit;
    this.places = places;
    this.applications = applications;
    this.conditions = conditions;
    this.checks = checks;
  }

  /**
   * Notes whether a condition is met, in the actor's name.
   *
   * @throws Stale where somebody else noted it meanwhile
   * @throws Missing where the application's list has no such condition
   */
  public void confirm(
      Actor actor, String id, String condition, CreditingCommand.Confirmation command) {
    int basedOn = command.basedOn();
    transactions.runSql(
        connection -> {
          CreditingApplication application = writable(actor, connection, id);
          ConditionList list = checks.list(connection, application).orElseThrow(Missing::new);
          if (list.find(condition).isEmpty()) {
            throw new Missing();
          }
          Optional<ConditionEntry> before =
              conditions.listNewest(connection, List.of(id)).getOrDefault(id, List.of()).stream()
                  .filter(one -> one.condition().equals(condition))
                  .findFirst();
          int entry = before.map(ConditionEntry::entry).orElse(0);
          if (basedOn != entry) {
            throw new Stale(Map.of("yours", command, "theirs", before, "entry", entry));
          }
          ConditionEntry next =
              checks.entry(command, list, condition, entry + 1, sign(actor, application));
          conditions.add(connection, application, next);
          audit.record(
              connection,
              actor,
              Optional.of(application.school()),
              "crediting.condition",
              CreditingService.object(application),
              Map.of(
                  "student", application.student().value(),
                  "condition", condition,
                  "met", Boolean.toString(next.met())));
          return true;
        });
  }

  /**
   * Notes a talk with the board.
   *
   * @return its id
   */
  public String consult(Actor actor, String id, CreditingCommand.Talk command) {
    return transactions.runSql(
        connection -> {
          CreditingApplication application = writable(actor, connection, id);
          Consultation talk = checks.talk(command, sign(actor, application));
          String added = conditions.addTalk(connection, application, talk);
          audit.record(
              connection,
              actor,
              Optional.of(application.school()),
              "crediting.consult",
              CreditingService.object(application),
              Map.of("student", application.student().value(), "heldOn", talk.on().toString()));
          return added;
        });
  }

  private CreditingApplication writable(Actor actor, Connection connection, String id) {
    CreditingApplication application =
        applications.findLocked(connection, id).orElseThrow(Missing::new);
    Target target =
        CreditingPlaces.target(
            application.student(), places.stays(application.student()), application.school());
    gate.require(actor, Privilege.CREDITING_WRITE, target);
    if (checks.isRestricted(connection, application.content())
        && !gate.permits(actor, Privilege.RESTRICTED_READ, target)) {
      throw new Missing();
    }
    return application;
  }

  private org.tsunagi.plugin.crediting.domain.Signature sign(
      Actor actor, CreditingApplication application) {
    return places.sign(actor, Optional.of(application.school()));
  }
}
