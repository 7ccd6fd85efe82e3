// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.consent;

import java.sql.Connection;
import java.util.ArrayList;
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
import org.tsunagi.plugin.access.SecondFactors;
import org.tsunagi.plugin.access.Target;
import org.tsunagi.plugin.consent.ConsentPlaces.Place;
import org.tsunagi.plugin.consent.domain.Consent;
import org.tsunagi.plugin.consent.domain.Consent.Purpose;
import org.tsunagi.plugin.consent.domain.ConsentRule;
import org.tsunagi.plugin.consent.domain.ItemGroup;
import org.tsunagi.plugin.consent.domain.LegalBasis;
import org.tsunagi.plugin.consent.domain.Recipient;
import org.tsunagi.plugin.consent.domain.SharedContent;
import org.tsunagi.plugin.consent.domain.SharedPart;
import org.tsunagi.plugin.consent.persistence.ConsentTable;
import org.tsunagi.plugin.consent.persistence.DisclosureTable;
import org.tsunagi.plugin.crediting.FacilityView;
import org.tsunagi.plugin.imports.domain.SchoolProfile;
import org.tsunagi.plugin.imports.domain.SchoolProfiles;
import org.tsunagi.plugin.platform.SchoolClock;
import org.tsunagi.plugin.platform.Transactions;
import org.tsunagi.plugin.shared.Malformed;

/** Shows what was asked and answered, and begins to ask. */
@Component(service = ConsentService.class)
public final class ConsentService {
  private static final int MOST = 1000;

  /** What stands in place of class I where a second factor is asked for and was not given. */
  static final String VEIL = "（ワンタイムコードを使ってサインインすると、読めます）";

  private final Gate gate;
  private final Transactions transactions;
  private final AuditTrail audit;
  private final SchoolClock clock;
  private final ConsentPlaces places;
  private final Recipients recipients;
  private final SharedContent content;
  private final SchoolProfiles profiles;
  private final ConsentTable consents;
  private final DisclosureTable disclosures;
  private final LegalBases bases;
  private final SecondFactors secondFactors;

  /** Makes the service. */
  @Activate
  public ConsentService(
      @Reference Gate gate,
      @Reference Transactions transactions,
      @Reference AuditTrail audit,
      @Reference SchoolClock clock,
      @Reference ConsentPlaces places,
      @Reference Recipients recipients,
      @Reference SharedContent content,
      @Reference SchoolProfiles profiles,
      @Reference ConsentTable consents,
      @Reference DisclosureTable disclosures,
      @Reference LegalBases bases,
      @Reference SecondFactors secondFactors) {
    this.gate = gate;
    this.transactions = transactions;
    this.audit = audit;
    this.clock = clock;
    this.places = places;
    this.recipients = recipients;
    this.content = content;
    this.profiles = profiles;
    this.consents = consents;
    this.disclosures = disclosures;
    this.bases = bases;
    this.secondFactors = secondFactors;
  }

  /**
   * All about a student's consents.
   *
   * @param school the school that asks
   * @param body its establishing body; empty when unknown
   * @param parts what is written now
   * @param consents the consents, newest first
   * @param bases the bases by law that suit, by consent
   * @param disclosures the ledger, newest first
   * @param mayWrite whether the actor may ask and write answers down
   * @param mayDisclose whether the actor may hand over
   */
  public record Overview(
      String school,
      String body,
      List<SharedPart> parts,
      List<ConsentView> consents,
      Map<String, List<LegalBasis>> bases,
      List<DisclosureView> disclosures,
      boolean mayWrite,
      boolean mayDisclose) {}

  /** Shows all about a student; the reading is noted. */
  public Overview overview(Actor actor, StudentId student) {
    Place place =
        places.place(actor, student, target -> gate.permits(actor, Privilege.CONSENT_READ, target));
    gate.require(actor, Privilege.CONSENT_READ, place.target());
    List<FacilityView> facilities = recipients.list(actor);
    return transactions.runSql(
        connection -> {
          audit.recordRead(connection, actor, place.school(), student, "consent");
          List<SharedPart> now = content.list(connection, place.school(), student);
          String body = body(connection, place.school());
          List<Consent> all = consents.list(connection, place.school(), student);
          List<DisclosureView> ledger =
              disclosures.list(connection, place.school(), student).stream()
                  .map(line -> DisclosureView.of(line, all, clock.today(), facilities))
                  .toList();
          boolean open = secondFactors.suffices(actor);
          List<ConsentView> views = views(all, now, facilities);
          return new Overview(
              place.school().value(),
              body,
              open ? now : SharedPart.veil(now, VEIL),
              open ? views : views.stream().map(one -> one.veiled(VEIL)).toList(),
              suiting(all, body),
              ledger,
              gate.permits(actor, Privilege.CONSENT_WRITE, place.target()),
              gate.permits(actor, Privilege.DISCLOSURE_WRITE, place.target()));
        });
  }

  private List<ConsentView> views(
      List<Consent> all, List<SharedPart> now, List<FacilityView> facilities) {
    return all.stream()
        .map(
            one ->
                ConsentView.of(
                    one, now, clock.today(), Recipients.secrecy(facilities, one.recipient())))
        .toList();
  }

  private Map<String, List<LegalBasis>> suiting(List<Consent> all, String body) {
    Map<String, List<LegalBasis>> suiting = new java.util.HashMap<>();
    all.stream()
        .filter(one -> one.purpose() == Purpose.HANDING_OVER)
        .forEach(
            one ->
                suiting.put(
                    one.id(),
                    LegalBasis.listSuiting(bases.rows(), body, one.recipient(), clock.today())));
    return suiting;
  }

  private String body(Connection connection, SchoolId school) {
    return profiles.find(connection, school).map(SchoolProfile::establishingBody).orElse("");
  }

  /**
   * Begins to ask; for handing over, all that is written is asked for unless a range is named.
   *
   * @return the id
   */
  public String ask(Actor actor, StudentId student, ConsentCommand.Ask ask) {
    Place place =
        places.place(
            actor, student, target -> gate.permits(actor, Privilege.CONSENT_WRITE, target));
    gate.require(actor, Privilege.CONSENT_WRITE, place.target());
    Purpose purpose =
        Purpose.find(ConsentCommand.text(ask.purpose()))
            .orElseThrow(() -> new Malformed("purpose は making か handingOver にしてください。"));
    Recipient recipient = recipients.wanted(actor, purpose, ask);
    String note = ConsentCommand.text(ask.scopeNote());
    ConsentPlaces.refuse(ConsentRule.checkLength(note, MOST));
    return transactions.runSql(
        connection -> {
          List<ItemGroup> all = ItemGroup.of(content.list(connection, place.school(), student));
          List<ItemGroup> scope = ask.scope() == null ? all : ItemGroup.list(ask.scope());
          if (purpose == Purpose.HANDING_OVER) {
            ConsentPlaces.refuse(ConsentRule.checkScope(recipient, scope, all, note));
          }
          Consent one =
              new Consent(
                  UUID.randomUUID().toString(),
                  place.school(),
                  student,
                  purpose,
                  recipient,
                  purpose == Purpose.MAKING ? List.of() : scope,
                  note,
                  places.sign(actor, place.school()),
                  List.of());
          consents.add(connection, one);
          audit.record(
              connection,
              actor,
              Optional.of(place.school()),
              "consent.ask",
              "consent:" + one.id(),
              Map.of(
                  "student", student.value(),
                  "purpose", purpose.code(),
                  "recipient", recipient.kind() + " " + recipient.id()));
          return one.id();
        });
  }

  /**
   * A consent of the school's list of what is open.
   *
   * @param student the student
   * @param consent the consent
   * @param open why it is on the list
   */
  public record Open(StudentId student, ConsentView consent, String open) {}

  /**
   * Lists what is open at a school: not answered, refused, run out, or handed over without a word
   * of its arrival. Whether the content has changed is seen at the student only.
   */
  public List<Open> listOpen(Actor actor, SchoolId school) {
    gate.require(actor, Privilege.CONSENT_READ, new Target.OfSchool(school));
    return transactions.runSql(
        connection -> {
          List<Consent> all = consents.list(connection, school);
          List<String> arriving =
              disclosures.list(connection, school).stream()
                  .filter(line -> line.receipt().receivedOn().isEmpty())
                  .map(line -> line.consent())
                  .toList();
          List<Open> open = new ArrayList<>();
          for (Consent one : all) {
            String why = ConsentRule.open(one, clock.today(), arriving.contains(one.id()));
            if (!why.isEmpty()) {
              open.add(
                  new Open(
                      one.student(), ConsentView.of(one, List.of(), clock.today(), true), why));
            }
          }
          return open;
        });
  }
}
