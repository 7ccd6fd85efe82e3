// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.supportsheet;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.api.access.Actor;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.plugin.access.AuditTrail;
import org.tsunagi.plugin.access.Gate;
import org.tsunagi.plugin.access.Privilege;
import org.tsunagi.plugin.access.domain.SheetAction;
import org.tsunagi.plugin.platform.SchoolClock;
import org.tsunagi.plugin.platform.Session;
import org.tsunagi.plugin.platform.Transactions;
import org.tsunagi.plugin.shared.Decision;
import org.tsunagi.plugin.shared.Missing;
import org.tsunagi.plugin.shared.NotPermitted;
import org.tsunagi.plugin.shared.RefusedException;
import org.tsunagi.plugin.shared.Stale;
import org.tsunagi.plugin.supportsheet.domain.LifeRule;
import org.tsunagi.plugin.supportsheet.domain.LifeRule.Step;
import org.tsunagi.plugin.supportsheet.domain.SheetEvent;
import org.tsunagi.plugin.supportsheet.domain.SheetKey;
import org.tsunagi.plugin.supportsheet.persistence.EventTable;
import org.tsunagi.plugin.supportsheet.persistence.JpaSheets;
import org.tsunagi.plugin.supportsheet.persistence.SheetEntity;

/** Takes a part from draft to review to final and back; every step stays with who, when and why. */
@Component(service = SheetLifeService.class)
public final class SheetLifeService {
  private final Gate gate;
  private final AuditTrail audit;
  private final Transactions transactions;
  private final SheetPlaces places;
  private final SheetReader reader;
  private final SheetRights rights;
  private final SchoolClock clock;

  /** Makes the service. */
  @Activate
  public SheetLifeService(
      @Reference Gate gate,
      @Reference AuditTrail audit,
      @Reference Transactions transactions,
      @Reference SheetPlaces places,
      @Reference SheetReader reader,
      @Reference SheetRights rights,
      @Reference SchoolClock clock) {
    this.gate = gate;
    this.audit = audit;
    this.transactions = transactions;
    this.places = places;
    this.reader = reader;
    this.rights = rights;
    this.clock = clock;
  }

  /**
   * Takes a step.
   *
   * @param version the version that the actor has seen
   * @param reason why; needed for a return, an unlocking and a voiding
   * @throws Stale where another version was saved meanwhile
   * @throws RefusedException where the part's state does not allow it, or the reason is missing
   */
  public SheetView step(
      Actor actor, StudentId student, SheetKey key, Step step, int version, String reason) {
    Privilege privilege = privilege(step);
    SheetPlace place = places.get(actor, privilege, student, key);
    gate.require(actor, privilege, place.target());
    return transactions.run(
        session -> {
          JpaSheets sheets = new JpaSheets(session);
          SheetEntity sheet =
              sheets.findLocked(place.school(), student, key).orElseThrow(Missing::new);
          if (LifeRule.check(step, sheet.state(), reason) instanceof Decision.Refused refused) {
            throw new RefusedException(refused);
          }
          OpenPart open = reader.open(session, actor, place);
          require(actor, open, step);
          if (sheet.version() != version) {
            throw new Stale(open.view());
          }
          sheets.move(sheet, step.to());
          note(session, actor, place, sheet, step, reason);
          return reader.open(session, actor, place).view();
        });
  }

  /** Lists the steps of a part, the newest first. */
  public List<SheetEvent> listEvents(Actor actor, StudentId student, SheetKey key) {
    SheetPlace place = places.get(actor, Privilege.SHEET_READ, student, key);
    gate.require(actor, Privilege.SHEET_READ, place.target());
    return transactions.run(
        session ->
            reader.open(session, actor, place).form().sections().isEmpty()
                ? List.of()
                : new JpaSheets(session)
                    .find(place.school(), student, key)
                    .map(sheet -> new EventTable(session.connection()).list(sheet.id()))
                    .orElse(List.of()));
  }

  private void require(Actor actor, OpenPart open, Step step) {
    if (!rights.steps(actor, open.place(), open.stage(), action(step))) {
      throw new NotPermitted(privilege(step).code());
    }
  }

  /** Lists the steps that an actor could take in the present state. */
  public List<Step> listPossible(Actor actor, OpenPart open) {
    if (!gate.permits(actor, Privilege.SHEET_READ, open.place().target())) {
      return List.of();
    }
    return List.of(Step.values()).stream()
        .filter(step -> open.newest().isPresent() && step.from(open.state()))
        .filter(step -> rights.steps(actor, open.place(), open.stage(), action(step)))
        .toList();
  }

  private void note(
      Session session, Actor actor, SheetPlace place, SheetEntity sheet, Step step, String reason) {
    String title = ActorTitle.of(actor, place.school(), clock.today());
    new EventTable(session.connection())
        .add(
            place.school(),
            sheet.id(),
            new SheetEvent(
                step.code(),
                step.to().code(),
                sheet.version(),
                reason,
                actor.name(),
                title,
                clock.now()),
            actor.id());
    audit.record(
        session.connection(),
        actor,
        Optional.of(place.school()),
        "sheet." + step.code(),
        "sheet:" + sheet.id(),
        Map.of(
            "part", place.key().text(),
            "student", place.student().value(),
            "title", title,
            "version", Integer.toString(sheet.version())));
  }

  private static SheetAction action(Step step) {
    return switch (step) {
      case SUBMIT, RETURN -> SheetAction.REVIEW;
      case APPROVE -> SheetAction.FINALISE;
      case UNLOCK -> SheetAction.UNLOCK;
      case VOID -> SheetAction.VOID;
    };
  }

  private static Privilege privilege(Step step) {
    return switch (step) {
      case SUBMIT -> Privilege.SHEET_WRITE;
      case RETURN, APPROVE -> Privilege.SHEET_APPROVE;
      case UNLOCK -> Privilege.SHEET_UNLOCK;
      case VOID -> Privilege.SHEET_VOID;
    };
  }
}
