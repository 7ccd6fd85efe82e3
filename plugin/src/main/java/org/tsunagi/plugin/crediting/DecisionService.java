// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.crediting;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.api.access.Actor;
import org.tsunagi.api.roster.Enrolment;
import org.tsunagi.plugin.access.AuditTrail;
import org.tsunagi.plugin.access.Gate;
import org.tsunagi.plugin.access.Privilege;
import org.tsunagi.plugin.access.Target;
import org.tsunagi.plugin.crediting.domain.ApplicationFile;
import org.tsunagi.plugin.crediting.domain.CreditingApplication;
import org.tsunagi.plugin.crediting.domain.DecisionCase;
import org.tsunagi.plugin.crediting.domain.DecisionRule;
import org.tsunagi.plugin.crediting.domain.ProposedDecision;
import org.tsunagi.plugin.crediting.persistence.ApplicationTable;
import org.tsunagi.plugin.crediting.persistence.DecisionTable;
import org.tsunagi.plugin.platform.Transactions;
import org.tsunagi.plugin.shared.Decision;
import org.tsunagi.plugin.shared.Finding;
import org.tsunagi.plugin.shared.Malformed;
import org.tsunagi.plugin.shared.Missing;
import org.tsunagi.plugin.shared.NotPermitted;
import org.tsunagi.plugin.shared.RefusedException;
import org.tsunagi.plugin.shared.Stale;

/**
 * Previews and takes the principal's decisions. Each one is a new row; nothing is decided for more
 * than one application at a time, and nothing by default.
 */
@Component(service = DecisionService.class)
public final class DecisionService {
  private final Gate gate;
  private final Transactions transactions;
  private final AuditTrail audit;
  private final CreditingPlaces places;
  private final ApplicationTable applications;
  private final DecisionTable decisions;
  private final CreditingFiles files;
  private final DecisionCases cases;
  private final DecisionPreviews previews;

  /** Makes the service. */
  @Activate
  public DecisionService(
      @Reference Gate gate,
      @Reference Transactions transactions,
      @Reference AuditTrail audit,
      @Reference CreditingPlaces places,
      @Reference ApplicationTable applications,
      @Reference DecisionTable decisions,
      @Reference CreditingFiles files,
      @Reference DecisionCases cases,
      @Reference DecisionPreviews previews) {
    this.gate = gate;
    this.transactions = transactions;
    this.audit = audit;
    this.places = places;
    this.applications = applications;
    this.decisions = decisions;
    this.files = files;
    this.cases = cases;
    this.previews = previews;
  }

  /** Shows what a decision would change; nothing is written. */
  public PreviewView preview(Actor actor, String id, CreditingCommand.Decision command) {
    ProposedDecision said = command.proposed();
    return transactions.runSql(
        connection -> {
          CreditingFile file = files.besides(connection, id);
          ApplicationFile one = file.find(id).orElseThrow(Missing::new);
          CreditingApplication application = one.application();
          List<Enrolment> stays = places.stays(application.student());
          Target target =
              CreditingPlaces.target(application.student(), stays, application.school());
          gate.require(actor, Privilege.CREDITING_READ, target);
          boolean openly = gate.permits(actor, Privilege.RESTRICTED_READ, target);
          if (file.isRestricted(application) && !openly) {
            throw new Missing();
          }
          DecisionPreviews.Two two = previews.count(connection, application, stays, said);
          DecisionCase known = cases.gather(connection, file, one, stays).known();
          return previews.lay(
              application, openly ? two : two.masked(), DecisionRule.check(known, said));
        });
  }

  /**
   * Takes a decision: the first one, an amendment or a withdrawal.
   *
   * @return its number
   * @throws Stale where another decision was taken or the application was changed meanwhile
   * @throws RefusedException where a condition or the reason is missing; it says which
   * @throws NotPermitted where the actor is not the school's principal
   */
  public int decide(Actor actor, String id, CreditingCommand.Decision command) {
    if (command.decision() == null || command.version() == null) {
      throw new Malformed("decision（もとにした決定の番号。はじめは0）と version（読んだ申請の版）を入れてください。");
    }
    ProposedDecision said = command.proposed();
    return transactions.runSql(
        connection -> {
          CreditingApplication application =
              applications.findLocked(connection, id).orElseThrow(Missing::new);
          List<Enrolment> stays = places.stays(application.student());
          gate.require(
              actor,
              Privilege.CREDITING_DECIDE,
              CreditingPlaces.target(application.student(), stays, application.school()));
          if (!places.isPrincipal(actor, application.school())) {
            throw new NotPermitted(Privilege.CREDITING_DECIDE.code());
          }
          current(application, command);
          CreditingFile file = files.besides(connection, id);
          ApplicationFile one = file.find(id).orElseThrow(Missing::new);
          DecisionCase known = cases.gather(connection, file, one, stays).known();
          refuse(DecisionRule.check(known, said));
          int number =
              decisions.add(
                  connection,
                  application,
                  said,
                  known.conditionsUsed(),
                  Optional.of(places.today()),
                  false,
                  places.sign(actor, Optional.of(application.school())));
          audit.record(
              connection,
              actor,
              Optional.of(application.school()),
              "crediting.decide",
              CreditingService.object(application),
              facts(application, said, number));
          return number;
        });
  }

  private static void current(CreditingApplication application, CreditingCommand.Decision command) {
    boolean same =
        Integer.valueOf(application.newestDecision()).equals(command.decision())
            && Integer.valueOf(application.version()).equals(command.version());
    if (!same) {
      throw new Stale(
          Map.of(
              "yours", command,
              "theirs", application.content(),
              "version", application.version(),
              "decision", application.newestDecision()));
    }
  }

  private static void refuse(List<Finding> findings) {
    List<Finding> errors =
        findings.stream().filter(one -> one.severity() == Finding.Severity.ERROR).toList();
    if (!errors.isEmpty()) {
      throw new RefusedException(new Decision.Refused(errors));
    }
  }

  private static Map<String, String> facts(
      CreditingApplication application, ProposedDecision said, int number) {
    List<String> ranges = new ArrayList<>();
    said.ranges().forEach(one -> ranges.add(one.first() + "/" + one.last()));
    return Map.of(
        "student", application.student().value(),
        "number", Integer.toString(number),
        "outcome", said.outcome().code(),
        "ranges", String.join(" ", ranges));
  }
}
