// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.consent;

import java.sql.Connection;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.api.access.Actor;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.plugin.access.AuditTrail;
import org.tsunagi.plugin.access.Gate;
import org.tsunagi.plugin.access.Privilege;
import org.tsunagi.plugin.consent.ConsentPlaces.Place;
import org.tsunagi.plugin.consent.domain.BasisRule;
import org.tsunagi.plugin.consent.domain.CanonicalContent;
import org.tsunagi.plugin.consent.domain.Consent;
import org.tsunagi.plugin.consent.domain.ConsentEvent;
import org.tsunagi.plugin.consent.domain.ConsentEvent.Kind;
import org.tsunagi.plugin.consent.domain.ConsentRule;
import org.tsunagi.plugin.consent.domain.ItemGroup;
import org.tsunagi.plugin.consent.domain.LegalBasis;
import org.tsunagi.plugin.consent.domain.SharedContent;
import org.tsunagi.plugin.consent.domain.SharedPart;
import org.tsunagi.plugin.consent.persistence.ConsentTable;
import org.tsunagi.plugin.imports.domain.SchoolProfile;
import org.tsunagi.plugin.imports.domain.SchoolProfiles;
import org.tsunagi.plugin.platform.SchoolClock;
import org.tsunagi.plugin.platform.Transactions;
import org.tsunagi.plugin.shared.Malformed;
import org.tsunagi.plugin.shared.Missing;
import org.tsunagi.plugin.shared.Stale;

/** Writes down what happens to a consent: explained, shown, talked, answered, withdrawn. */
@Component(service = ConsentStepService.class)
public final class ConsentStepService {
  private static final int MOST = 2000;

  private final Gate gate;
  private final Transactions transactions;
  private final AuditTrail audit;
  private final SchoolClock clock;
  private final ConsentPlaces places;
  private final SharedContent content;
  private final SchoolProfiles profiles;
  private final ConsentTable consents;
  private final LegalBases bases;

  /** Makes the service. */
  @Activate
  public ConsentStepService(
      @Reference Gate gate,
      @Reference Transactions transactions,
      @Reference AuditTrail audit,
      @Reference SchoolClock clock,
      @Reference ConsentPlaces places,
      @Reference SharedContent content,
      @Reference SchoolProfiles profiles,
      @Reference ConsentTable consents,
      @Reference LegalBases bases) {
    this.gate = gate;
    this.transactions = transactions;
    this.audit = audit;
    this.clock = clock;
    this.places = places;
    this.content = content;
    this.profiles = profiles;
    this.consents = consents;
    this.bases = bases;
  }

  /** What a step adds to the consent it finds. */
  @FunctionalInterface
  private interface Step {
    NewEvent of(Connection connection, Consent consent);
  }

  /** Writes down what was explained, and to whom. */
  public void explain(
      Actor actor, StudentId student, String id, ConsentCommand.Explaining command) {
    List<String> items = command.items() == null ? List.of() : command.items();
    step(
        actor,
        Privilege.CONSENT_WRITE,
        new Target(student, id, command.version(), command),
        (connection, consent) -> {
          if (items.isEmpty()
              || !Set.copyOf(ConsentRule.toExplain(consent.recipient())).containsAll(items)) {
            throw new Malformed("説明した項目に印を付けてください（items）。");
          }
          Map<String, String> facts = Map.of("person", ConsentCommand.text(command.person()));
          return new NewEvent(Kind.EXPLAINED, day(command.on()), items, "", facts, List.of());
        });
  }

  /** Keeps what is shown now, word by word; an answer is held against it. */
  public void show(Actor actor, StudentId student, String id, ConsentCommand.Showing command) {
    step(
        actor,
        Privilege.CONSENT_WRITE,
        new Target(student, id, command.version(), command),
        (connection, consent) -> {
          List<SharedPart> now = content.list(connection, consent.school(), student);
          List<SharedPart> parts = SharedPart.select(now, consent.scope());
          List<String> items = ItemGroup.of(parts).stream().map(ItemGroup::text).toList();
          if (items.isEmpty()) {
            ConsentPlaces.refuse(ConsentRule.nothingToShow());
          }
          return new NewEvent(Kind.SHOWN, clock.today(), items, "", Map.of(), parts);
        });
  }

  /** Writes a talk down. */
  public void talk(Actor actor, StudentId student, String id, ConsentCommand.Talking command) {
    step(
        actor,
        Privilege.CONSENT_WRITE,
        new Target(student, id, command.version(), command),
        (connection, consent) -> {
          List<String> kinds = command.kinds() == null ? List.of() : command.kinds();
          if (kinds.isEmpty() || !BasisRule.TALKS.containsAll(kinds)) {
            throw new Malformed("話し合ったことの種類を一つ以上選んでください（kinds）。");
          }
          String note = ConsentCommand.text(command.note());
          ConsentPlaces.refuse(ConsentRule.checkTalk(note, MOST));
          Map<String, String> facts = Map.of("person", ConsentCommand.text(command.person()));
          return new NewEvent(Kind.TALK, day(command.on()), kinds, note, facts, List.of());
        });
  }

  /** Writes an answer down: given for what was shown, or refused. */
  public void answer(Actor actor, StudentId student, String id, ConsentCommand.Answering command) {
    step(
        actor,
        Privilege.CONSENT_WRITE,
        new Target(student, id, command.version(), command),
        (connection, consent) -> {
          List<SharedPart> now = content.list(connection, consent.school(), student);
          List<ItemGroup> shown =
              consent.newest(Kind.SHOWN).map(e -> ItemGroup.list(e.items())).orElse(List.of());
          ConsentRule.Answer answer = command.answer(shown, clock.today());
          ConsentPlaces.refuse(ConsentRule.checkLength(answer.note(), MOST));
          ConsentPlaces.refuse(ConsentRule.checkAnswer(consent, answer, now, clock.today()));
          if (!answer.given()) {
            return NewEvent.answered(Kind.REFUSED, answer, List.of());
          }
          boolean handing = consent.purpose() == Consent.Purpose.HANDING_OVER;
          return NewEvent.answered(
              Kind.GIVEN, answer, handing ? SharedPart.select(now, answer.agreed()) : List.of());
        });
  }

  /** Writes a withdrawal down; it takes effect with the next request. */
  public void withdraw(
      Actor actor, StudentId student, String id, ConsentCommand.Answering command) {
    step(
        actor,
        Privilege.CONSENT_WRITE,
        new Target(student, id, command.version(), command),
        (connection, consent) -> {
          ConsentRule.Answer by = command.answer(List.of(), clock.today());
          ConsentPlaces.refuse(ConsentRule.checkLength(by.note(), MOST));
          ConsentPlaces.refuse(ConsentRule.checkWithdrawal(consent, by, clock.today()));
          return NewEvent.answered(Kind.WITHDRAWN, by, List.of());
        });
  }

  /** Writes another basis by law down. */
  public void base(Actor actor, StudentId student, String id, ConsentCommand.Basing command) {
    step(
        actor,
        Privilege.DISCLOSURE_WRITE,
        new Target(student, id, command.version(), command),
        (connection, consent) -> {
          LegalBasis basis =
              bases
                  .find(ConsentCommand.text(command.rule()), clock.today())
                  .orElseThrow(() -> new Malformed("根拠の条文を選んでください（rule）。"));
          BasisRule.Wanted wanted = command.wanted();
          List<ItemGroup> all = ItemGroup.of(content.list(connection, consent.school(), student));
          String body =
              profiles
                  .find(connection, consent.school())
                  .map(SchoolProfile::establishingBody)
                  .orElse("");
          ConsentPlaces.refuse(ConsentRule.checkLength(wanted.reason() + wanted.harmNote(), MOST));
          ConsentPlaces.refuse(BasisRule.check(basis, consent, body, wanted, all, clock.today()));
          return NewEvent.based(basis, wanted, clock.today());
        });
  }

  private record Target(StudentId student, String id, @Nullable Integer version, Object yours) {}

  private void step(Actor actor, Privilege privilege, Target target, Step step) {
    Place place = places.place(actor, target.student(), one -> gate.permits(actor, privilege, one));
    gate.require(actor, privilege, place.target());
    transactions.runSql(
        connection -> {
          Consent consent =
              consents
                  .hold(connection, place.school(), target.student(), target.id())
                  .orElseThrow(Missing::new);
          if (!Integer.valueOf(consent.version()).equals(target.version())) {
            throw stale(consent, target);
          }
          NewEvent added = step.of(connection, consent);
          write(connection, actor, consent, added);
          return true;
        });
  }

  private void write(Connection connection, Actor actor, Consent consent, NewEvent added) {
    ConsentEvent.Signed by = places.sign(actor, consent.school());
    String hash = added.shown().isEmpty() ? "" : CanonicalContent.hash(added.shown());
    ConsentEvent event =
        new ConsentEvent(
            consent.version() + 1,
            added.kind(),
            added.on(),
            added.items(),
            added.note(),
            added.facts(),
            hash,
            by);
    if (!hash.isEmpty()) {
      consents.keepContent(connection, consent, hash, added.shown(), by);
    }
    consents.addEvent(connection, consent, event);
    audit.record(
        connection,
        actor,
        Optional.of(consent.school()),
        "consent." + added.kind().name().toLowerCase(Locale.ROOT),
        "consent:" + consent.id(),
        Map.of(
            "student", consent.student().value(),
            "on", added.on().toString(),
            "items", String.join(" ", added.items()),
            "hash", hash,
            "version", Integer.toString(event.number())));
  }

  private LocalDate day(@Nullable LocalDate wanted) {
    LocalDate day = wanted == null ? clock.today() : wanted;
    ConsentPlaces.refuse(ConsentRule.checkDay(day, clock.today()));
    return day;
  }

  private Stale stale(Consent consent, Target target) {
    ConsentView theirs = ConsentView.of(consent, List.of(), clock.today(), true);
    return new Stale(
        Map.of(
            "error", "STALE",
            "message", "ほかの人が先に書きました。画面を開き直して、今の様子を確かめてください。",
            "yours", target.yours(),
            "theirs", theirs.events(),
            "version", consent.version()));
  }
}
