// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.consent;

import java.sql.Connection;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.api.access.Actor;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.plugin.access.AuditTrail;
import org.tsunagi.plugin.access.Gate;
import org.tsunagi.plugin.access.Privilege;
import org.tsunagi.plugin.access.SecondFactors;
import org.tsunagi.plugin.consent.ConsentPlaces.Place;
import org.tsunagi.plugin.consent.domain.CanonicalContent;
import org.tsunagi.plugin.consent.domain.Consent;
import org.tsunagi.plugin.consent.domain.ConsentEvent;
import org.tsunagi.plugin.consent.domain.ConsentRule;
import org.tsunagi.plugin.consent.domain.Disclosure;
import org.tsunagi.plugin.consent.domain.Disclosure.Ground;
import org.tsunagi.plugin.consent.domain.Disclosure.Receipt;
import org.tsunagi.plugin.consent.domain.DisclosureRule;
import org.tsunagi.plugin.consent.domain.ItemGroup;
import org.tsunagi.plugin.consent.domain.SharedContent;
import org.tsunagi.plugin.consent.domain.SharedPart;
import org.tsunagi.plugin.consent.domain.Standing;
import org.tsunagi.plugin.consent.persistence.ConsentTable;
import org.tsunagi.plugin.consent.persistence.DisclosureTable;
import org.tsunagi.plugin.platform.SchoolClock;
import org.tsunagi.plugin.platform.Transactions;
import org.tsunagi.plugin.shared.Finding;
import org.tsunagi.plugin.shared.Gone;
import org.tsunagi.plugin.shared.Malformed;
import org.tsunagi.plugin.shared.Missing;
import org.tsunagi.plugin.shared.Stale;

/** Hands limited copies over, keeps the ledger, and opens copies as long as they may be. */
@Component(service = DisclosureService.class)
public final class DisclosureService {
  private static final Set<String> MANNERS = Set.of("paper", "file", "inPerson");

  private static final Finding SECOND_FACTOR =
      new Finding(
          "SECOND_FACTOR",
          Finding.Severity.ERROR,
          "この写しは、ワンタイムコードを使ってサインインしたときだけ開けます。いちどサインアウトし、コードを入れてサインインし直してください。");

  private final SecondFactors secondFactors;
  private final Gate gate;
  private final Transactions transactions;
  private final AuditTrail audit;
  private final SchoolClock clock;
  private final ConsentPlaces places;
  private final Recipients recipients;
  private final SharedContent content;
  private final ConsentTable consents;
  private final DisclosureTable disclosures;

  /** Makes the service. */
  @Activate
  public DisclosureService(
      @Reference Gate gate,
      @Reference Transactions transactions,
      @Reference AuditTrail audit,
      @Reference SchoolClock clock,
      @Reference ConsentPlaces places,
      @Reference Recipients recipients,
      @Reference SharedContent content,
      @Reference ConsentTable consents,
      @Reference DisclosureTable disclosures,
      @Reference SecondFactors secondFactors) {
    this.secondFactors = secondFactors;
    this.gate = gate;
    this.transactions = transactions;
    this.audit = audit;
    this.clock = clock;
    this.places = places;
    this.recipients = recipients;
    this.content = content;
    this.consents = consents;
    this.disclosures = disclosures;
  }

  /**
   * A limited copy: exactly what was agreed to.
   *
   * @param disclosure the line of the ledger
   * @param consent the consent
   * @param parts the parts and sections, word by word
   */
  public record Copy(Disclosure disclosure, String consent, List<SharedPart> parts) {}

  /**
   * Hands over what is agreed to, exactly as it was gone through.
   *
   * @return the id of the line of the ledger
   */
  public String disclose(Actor actor, StudentId student, DisclosureCommand command) {
    Place place = place(actor, student, Privilege.DISCLOSURE_WRITE);
    gate.require(actor, Privilege.DISCLOSURE_WRITE, place.target());
    String manner = ConsentCommand.text(command.manner());
    if (!MANNERS.contains(manner)) {
      throw new Malformed("渡し方を選んでください（manner は paper・file・inPerson のどれか）。");
    }
    LocalDate on = command.handedOn() == null ? clock.today() : command.handedOn();
    ConsentPlaces.refuse(ConsentRule.checkDay(on, clock.today()));
    return transactions.runSql(
        connection -> {
          Consent consent =
              consents
                  .hold(connection, place.school(), student, ConsentCommand.text(command.consent()))
                  .orElseThrow(Missing::new);
          List<SharedPart> now = content.list(connection, place.school(), student);
          ConsentPlaces.refuse(
              DisclosureRule.check(
                  consent,
                  now,
                  clock.today(),
                  ConsentCommand.text(command.contentHash()),
                  recipients.secrecy(actor, consent.recipient())));
          Standing standing = ConsentRule.standing(consent, now, clock.today());
          Disclosure line = line(actor, consent, standing, now, manner, on, command);
          keep(connection, actor, consent, line, now);
          return line.id();
        });
  }

  private Disclosure line(
      Actor actor,
      Consent consent,
      Standing standing,
      List<SharedPart> now,
      String manner,
      LocalDate on,
      DisclosureCommand command) {
    boolean law = standing == Standing.ALLOW_BY_LAW;
    ConsentEvent says = (law ? consent.basis() : consent.answer()).orElseThrow();
    List<ItemGroup> scope = ItemGroup.list(says.items());
    return new Disclosure(
        UUID.randomUUID().toString(),
        consent.school(),
        consent.student(),
        consent.id(),
        new Ground(law, says.number(), says.fact("rule")),
        consent.recipient(),
        scope,
        CanonicalContent.hash(SharedPart.select(now, scope)),
        manner,
        ConsentCommand.text(command.reviewedWith()),
        on,
        places.sign(actor, consent.school()),
        Receipt.NONE);
  }

  private void keep(
      Connection connection, Actor actor, Consent consent, Disclosure line, List<SharedPart> now) {
    List<SharedPart> parts = SharedPart.select(now, line.scope());
    consents.keepContent(connection, consent, line.hash(), parts, line.by());
    disclosures.add(connection, line);
    audit.record(
        connection,
        actor,
        Optional.of(line.school()),
        "disclosure.add",
        "disclosure:" + line.id(),
        Map.of(
            "student", line.student().value(),
            "consent", line.consent(),
            "ground", line.ground().code() + " " + line.ground().rule(),
            "recipient", line.recipient().kind() + " " + line.recipient().id(),
            "hash", line.hash(),
            "on", line.handedOn().toString()));
  }

  /**
   * Opens a copy that was handed over. Consent, its time and the recipient's duty of secrecy are
   * looked at anew each time.
   *
   * @throws Gone where it may not be opened any more
   */
  public Copy copy(Actor actor, StudentId student, String id) {
    Place place = place(actor, student, Privilege.DISCLOSURE_WRITE);
    gate.require(actor, Privilege.DISCLOSURE_WRITE, place.target());
    return transactions.runSql(
        connection -> {
          Disclosure line =
              disclosures.find(connection, place.school(), student, id).orElseThrow(Missing::new);
          Consent consent =
              consents
                  .find(connection, place.school(), student, line.consent())
                  .orElseThrow(Missing::new);
          boolean secrecy = recipients.secrecy(actor, line.recipient());
          Optional<Finding> closed = DisclosureRule.closed(line, consent, clock.today(), secrecy);
          if (closed.isPresent()) {
            throw new Gone(closed.get());
          }
          audit.recordRead(connection, actor, place.school(), student, "disclosure:" + id);
          List<SharedPart> parts =
              consents
                  .findContent(connection, place.school(), student, line.hash())
                  .orElseThrow(Missing::new);
          if (SharedPart.holdsSensitive(parts) && !secondFactors.suffices(actor)) {
            ConsentPlaces.refuse(List.of(SECOND_FACTOR));
          }
          return new Copy(line, consent.id(), parts);
        });
  }

  /** Lists the ledger of a student; the reading is noted. */
  public List<Disclosure> list(Actor actor, StudentId student) {
    Place place = place(actor, student, Privilege.CONSENT_READ);
    gate.require(actor, Privilege.CONSENT_READ, place.target());
    return transactions.runSql(
        connection -> {
          audit.recordRead(connection, actor, place.school(), student, "disclosures");
          return disclosures.list(connection, place.school(), student);
        });
  }

  /** Writes down the arrival, and the meeting of the two sides or why there was none. */
  public void receive(
      Actor actor, StudentId student, String id, DisclosureCommand.Arrival arrival) {
    Place place = place(actor, student, Privilege.CONSENT_WRITE);
    gate.require(actor, Privilege.CONSENT_WRITE, place.target());
    String why = ConsentCommand.text(arrival.noMeetingReason());
    ConsentPlaces.refuse(ConsentRule.checkLength(why, 1000));
    transactions.runSql(
        connection -> {
          Disclosure line =
              disclosures.find(connection, place.school(), student, id).orElseThrow(Missing::new);
          Receipt receipt =
              new Receipt(
                  arrival.version() == null ? 0 : arrival.version(),
                  Optional.ofNullable(arrival.receivedOn()),
                  ConsentCommand.text(arrival.receivedBy()),
                  Optional.ofNullable(arrival.meetingOn()),
                  why);
          if (!disclosures.receive(connection, line, receipt)) {
            throw new Stale(
                Map.of(
                    "error",
                    "STALE",
                    "message",
                    "ほかの人が先に書きました。画面を開き直してください。",
                    "yours",
                    receipt,
                    "theirs",
                    line.receipt()));
          }
          audit.record(
              connection,
              actor,
              Optional.of(place.school()),
              "disclosure.receipt",
              "disclosure:" + id,
              Map.of("student", student.value()));
          return true;
        });
  }

  private Place place(Actor actor, StudentId student, Privilege privilege) {
    return places.place(actor, student, target -> gate.permits(actor, privilege, target));
  }
}
