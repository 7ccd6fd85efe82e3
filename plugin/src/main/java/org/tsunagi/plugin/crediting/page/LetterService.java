// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.crediting.page;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.api.access.Actor;
import org.tsunagi.api.roster.StudentDirectory;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.roster.StudentRecord;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.plugin.access.AuditTrail;
import org.tsunagi.plugin.access.Gate;
import org.tsunagi.plugin.access.Privilege;
import org.tsunagi.plugin.access.Target;
import org.tsunagi.plugin.crediting.ApplicationView;
import org.tsunagi.plugin.crediting.CreditingService;
import org.tsunagi.plugin.platform.Messages;
import org.tsunagi.plugin.platform.PrintLine;
import org.tsunagi.plugin.platform.Prints;
import org.tsunagi.plugin.platform.SchoolClock;
import org.tsunagi.plugin.platform.Transactions;
import org.tsunagi.plugin.shared.Missing;

/** Prints the letter to the guardian about a decision (保護者への説明文). */
@Component(service = LetterService.class)
public final class LetterService {
  private final Gate gate;
  private final Transactions transactions;
  private final AuditTrail audit;
  private final CreditingService creditings;
  private final StudentDirectory directory;
  private final Prints prints;
  private final SchoolClock clock;
  private final Messages messages = Messages.load();

  /** Makes the service. */
  @Activate
  public LetterService(
      @Reference Gate gate,
      @Reference Transactions transactions,
      @Reference AuditTrail audit,
      @Reference CreditingService creditings,
      @Reference StudentDirectory directory,
      @Reference Prints prints,
      @Reference SchoolClock clock) {
    this.gate = gate;
    this.transactions = transactions;
    this.audit = audit;
    this.creditings = creditings;
    this.directory = directory;
    this.prints = prints;
    this.clock = clock;
  }

  /**
   * Returns the letter as PDF; the printing is logged.
   *
   * @param decision the number of the decision; the newest when empty
   * @throws Missing where there is no such decision yet
   */
  public byte[] letter(Actor actor, String id, OptionalInt decision, Locale locale) {
    ApplicationView view = creditings.view(actor, id);
    StudentRecord student =
        directory.findRecord(new StudentId(view.row().student())).orElseThrow(Missing::new);
    gate.require(
        actor, Privilege.CREDITING_READ, new Target.OfStudent(student.id(), student.stays()));
    ApplicationView.Decided decided =
        view.decisions().stream()
            .filter(one -> decision.isEmpty() || one.number() == decision.getAsInt())
            .findFirst()
            .orElseThrow(Missing::new);
    transactions.runSql(
        connection -> {
          audit.record(
              connection,
              actor,
              Optional.of(new SchoolId(view.row().school())),
              "crediting.letter",
              "crediting:" + id,
              Map.of("student", student.id().value(), "number", String.valueOf(decided.number())));
          return true;
        });
    LetterModel model = new LetterModel(new Texts(messages, locale), view, decided, student);
    String printed = PrintLine.of(clock.now(), actor.name(), locale);
    return prints.pdf("crediting/letter.ftlh", locale, model.toMap(printed));
  }
}
