// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.crediting;

import java.util.ArrayList;
import java.util.HashMap;
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
import org.tsunagi.plugin.crediting.domain.AssessmentItem;
import org.tsunagi.plugin.crediting.domain.EvidenceRule;
import org.tsunagi.plugin.crediting.domain.FacilityEntry;
import org.tsunagi.plugin.crediting.domain.FacilityRules;
import org.tsunagi.plugin.crediting.domain.Signature;
import org.tsunagi.plugin.crediting.persistence.FacilityTable;
import org.tsunagi.plugin.platform.Transactions;
import org.tsunagi.plugin.shared.Decision;
import org.tsunagi.plugin.shared.Finding;
import org.tsunagi.plugin.shared.Missing;
import org.tsunagi.plugin.shared.RefusedException;
import org.tsunagi.plugin.shared.Stale;

/** Keeps the facilities, with notes by the items of 別添3 and never a score. */
@Component(service = FacilityService.class)
public final class FacilityService {
  private final Gate gate;
  private final Transactions transactions;
  private final AuditTrail audit;
  private final CreditingPlaces places;
  private final FacilityTable facilities;
  private final ShippedConditions shipped;

  /** Makes the service. */
  @Activate
  public FacilityService(
      @Reference Gate gate,
      @Reference Transactions transactions,
      @Reference AuditTrail audit,
      @Reference CreditingPlaces places,
      @Reference FacilityTable facilities,
      @Reference ShippedConditions shipped) {
    this.gate = gate;
    this.transactions = transactions;
    this.audit = audit;
    this.places = places;
    this.facilities = facilities;
    this.shipped = shipped;
  }

  /** Lists the facilities, those of no more use included, by kind and name. */
  public List<FacilityView> list(Actor actor) {
    gate.require(actor, Privilege.FACILITY_READ, new Target.Installation());
    return transactions.runSql(facilities::list).stream().map(one -> view(one, List.of())).toList();
  }

  /** Shows a facility with its notes. */
  public FacilityView view(Actor actor, String id) {
    gate.require(actor, Privilege.FACILITY_READ, new Target.Installation());
    return transactions.runSql(
        connection -> {
          FacilityTable.Kept kept = facilities.find(connection, id).orElseThrow(Missing::new);
          return view(kept, noted(kept, facilities.listNotes(connection, id)));
        });
  }

  /**
   * Writes a facility.
   *
   * @throws Stale where it was written meanwhile
   */
  public void save(Actor actor, String id, FacilityCommand command) {
    gate.require(actor, Privilege.FACILITY_WRITE, new Target.Installation());
    FacilityEntry entry = command.entry(id);
    refuse(FacilityRules.check(entry));
    transactions.runSql(
        connection -> {
          Optional<FacilityTable.Kept> before = facilities.find(connection, id);
          int version = before.map(FacilityTable.Kept::version).orElse(0);
          if (version != command.basedOn()) {
            throw new Stale(
                Map.of(
                    "yours",
                    entry,
                    "theirs",
                    before.map(FacilityTable.Kept::entry),
                    "version",
                    version));
          }
          if (!before.map(FacilityTable.Kept::entry).equals(Optional.of(entry))) {
            facilities.save(connection, entry, version, sign(actor));
            audit.record(
                connection,
                actor,
                Optional.empty(),
                "facility.save",
                "facility:" + id,
                Map.of("kind", entry.place().kind(), "version", Integer.toString(version + 1)));
          }
          return true;
        });
  }

  /** Says that a facility is not used any more; decisions on it stay. */
  public void voidFacility(Actor actor, String id, CreditingCommand.Voiding command) {
    gate.require(actor, Privilege.FACILITY_WRITE, new Target.Installation());
    transactions.runSql(
        connection -> {
          FacilityTable.Kept kept = facilities.find(connection, id).orElseThrow(Missing::new);
          refuse(EvidenceRule.checkVoiding(command.why(), kept.voidReason()));
          facilities.voidFacility(connection, id, command.why(), sign(actor));
          audit.record(
              connection, actor, Optional.empty(), "facility.void", "facility:" + id, Map.of());
          return true;
        });
  }

  /**
   * Notes what was found at items of 別添3; an item left out or unchanged stays as it is.
   *
   * @throws Stale where somebody else noted an item meanwhile; nothing is noted then
   */
  public void assess(Actor actor, String id, List<FacilityCommand.Note> notes) {
    gate.require(actor, Privilege.FACILITY_WRITE, new Target.Installation());
    transactions.runSql(
        connection -> {
          if (facilities.find(connection, id).isEmpty()) {
            throw new Missing();
          }
          Map<String, FacilityTable.Note> newest = new HashMap<>();
          facilities.listNotes(connection, id).forEach(one -> newest.put(one.item(), one));
          List<String> items = new ArrayList<>();
          for (FacilityCommand.Note note : notes) {
            next(note, newest, sign(actor))
                .ifPresent(
                    one -> {
                      facilities.addNote(connection, id, one);
                      items.add(one.item());
                    });
          }
          if (!items.isEmpty()) {
            audit.record(
                connection,
                actor,
                Optional.empty(),
                "facility.assess",
                "facility:" + id,
                Map.of("items", String.join(" ", items)));
          }
          return true;
        });
  }

  private Optional<FacilityTable.Note> next(
      FacilityCommand.Note note, Map<String, FacilityTable.Note> newest, Signature by) {
    String item = FacilityCommand.text(note.item());
    String text = FacilityCommand.text(note.note());
    if (shipped.assessmentItems().stream().noneMatch(one -> one.id().equals(item))) {
      refuse(List.of(error("UNKNOWN_ITEM", "別添3の項目の番号を確かめてください（C1〜C7-2）。")));
    }
    if (text.length() > 2000) {
      refuse(List.of(error("TOO_LONG", "文字が多すぎます。1つの項目は2000字までです。")));
    }
    FacilityTable.Note before = newest.get(item);
    int entry = before == null ? 0 : before.entry();
    if (!Integer.valueOf(entry).equals(note.entry())) {
      throw new Stale(
          Map.of("yours", text, "theirs", before == null ? "" : before.note(), "entry", entry));
    }
    boolean same = text.equals(before == null ? "" : before.note());
    return same ? Optional.empty() : Optional.of(new FacilityTable.Note(item, entry + 1, text, by));
  }

  private List<FacilityView.Noted> noted(FacilityTable.Kept kept, List<FacilityTable.Note> notes) {
    Map<String, FacilityTable.Note> newest = new HashMap<>();
    notes.forEach(one -> newest.put(one.item(), one));
    return AssessmentItem.of(
            shipped.assessmentItems(), kept.entry().residential(), kept.entry().counselling())
        .stream()
        .map(item -> noted(item, Optional.ofNullable(newest.get(item.id()))))
        .toList();
  }

  private static FacilityView.Noted noted(AssessmentItem item, Optional<FacilityTable.Note> note) {
    return new FacilityView.Noted(
        item.id(),
        item.number(),
        item.heading(),
        item.text(),
        note.map(FacilityTable.Note::note).orElse(""),
        note.map(FacilityTable.Note::entry).orElse(0),
        note.map(one -> one.noted().name()).orElse(""),
        note.map(one -> one.noted().at()));
  }

  private Signature sign(Actor actor) {
    return places.sign(actor, Optional.empty());
  }

  private static FacilityView view(FacilityTable.Kept one, List<FacilityView.Noted> notes) {
    FacilityEntry entry = one.entry();
    return new FacilityView(
        entry.place().id(),
        entry.place().name(),
        entry.place().kind(),
        entry.place().prefecture(),
        entry.place().municipality(),
        entry.publicBody(),
        entry.residential(),
        entry.counselling(),
        entry.address(),
        entry.phone(),
        entry.contact(),
        entry.secrecyConfirmed(),
        entry.secrecyConfirmedOn(),
        one.version(),
        one.changed().name(),
        one.changed().at(),
        one.voidReason(),
        notes);
  }

  private static Finding error(String code, String message) {
    return new Finding(code, Finding.Severity.ERROR, message);
  }

  private static void refuse(List<Finding> findings) {
    if (!findings.isEmpty()) {
      throw new RefusedException(new Decision.Refused(findings));
    }
  }
}
