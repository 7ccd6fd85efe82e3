// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.team;

import java.sql.Connection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.api.access.Actor;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.plugin.access.AuditTrail;
import org.tsunagi.plugin.access.Gate;
import org.tsunagi.plugin.access.Privilege;
import org.tsunagi.plugin.platform.SchoolClock;
import org.tsunagi.plugin.platform.Session;
import org.tsunagi.plugin.platform.Transactions;
import org.tsunagi.plugin.shared.Missing;
import org.tsunagi.plugin.shared.Stale;
import org.tsunagi.plugin.team.ChildPlaces.Place;
import org.tsunagi.plugin.team.SheetContents.Current;
import org.tsunagi.plugin.team.domain.Acknowledgement;
import org.tsunagi.plugin.team.domain.TeamMember;
import org.tsunagi.plugin.team.persistence.AcknowledgementTable;
import org.tsunagi.plugin.team.persistence.MemberTable;

/**
 * Keeps who said "I have read it" of which content: of what they may see. A change in that asks
 * them again; a change in what they may not see does not.
 */
@Component(service = AcknowledgementService.class)
public final class AcknowledgementService {
  private final Gate gate;
  private final Transactions transactions;
  private final AuditTrail audit;
  private final SchoolClock clock;
  private final ChildPlaces places;
  private final SheetContents contents;

  /** Makes the service. */
  @Activate
  public AcknowledgementService(
      @Reference Gate gate,
      @Reference Transactions transactions,
      @Reference AuditTrail audit,
      @Reference SchoolClock clock,
      @Reference ChildPlaces places,
      @Reference SheetContents contents) {
    this.gate = gate;
    this.transactions = transactions;
    this.audit = audit;
    this.clock = clock;
    this.places = places;
    this.contents = contents;
  }

  /** Shows who has read what stands in a part now, and who of the team has not. */
  public AcknowledgementView view(Actor actor, StudentId student, String partKey) {
    Place place = places.of(student);
    gate.require(actor, Privilege.SHEET_READ, place.target());
    return transactions.run(session -> show(session, actor, place, partKey));
  }

  /**
   * Says that the actor has read a content.
   *
   * @param hash the hash of the content that was read
   * @throws Stale where another content stands now; it holds who has read that
   */
  public AcknowledgementView acknowledge(
      Actor actor, StudentId student, String partKey, String hash) {
    Place place = places.of(student);
    gate.require(actor, Privilege.SHEET_READ, place.target());
    return transactions.run(
        session -> {
          Current now = contents.find(session, actor, student, partKey).orElseThrow(Missing::new);
          AcknowledgementView before = show(session, actor, place, partKey);
          if (!now.hash().equals(hash)) {
            throw new Stale(Map.of("yours", hash, "theirs", before));
          }
          if (before.mine()) {
            return before;
          }
          add(session.connection(), actor, place, partKey, now);
          return show(session, actor, place, partKey);
        });
  }

  private void add(Connection connection, Actor actor, Place place, String partKey, Current now) {
    new AcknowledgementTable(connection)
        .add(
            place.school(),
            place.student(),
            partKey,
            new Acknowledgement(
                actor.id(),
                actor.name(),
                places.title(actor, place.school()),
                now.version(),
                now.hash(),
                now.classes(),
                clock.now()));
    audit.record(
        connection,
        actor,
        Optional.of(place.school()),
        "sheet.acknowledge",
        "sheetPart:" + partKey,
        Map.of(
            "student", place.student().value(),
            "version", Integer.toString(now.version()),
            "sha256", now.hash()));
  }

  private AcknowledgementView show(Session session, Actor actor, Place place, String partKey) {
    Connection connection = session.connection();
    Optional<Current> now = contents.find(session, actor, place.student(), partKey);
    String hash = now.map(Current::hash).orElse("");
    List<Acknowledgement> all =
        new AcknowledgementTable(connection).list(place.school(), place.student(), partKey);
    List<Acknowledgement> read =
        all.stream().filter(one -> now.filter(content -> holds(one, content)).isPresent()).toList();
    Set<String> done = read.stream().map(Acknowledgement::person).collect(Collectors.toSet());
    List<String> waiting =
        now.isEmpty()
            ? List.of()
            : new MemberTable(connection)
                .list(place.school(), place.student()).stream()
                    .filter(one -> one.belongsOn(clock.today()) && !done.contains(one.staff()))
                    .map(TeamMember::staffName)
                    .distinct()
                    .toList();
    return new AcknowledgementView(
        now.map(Current::version).orElse(0),
        hash,
        read.stream().anyMatch(one -> one.person().equals(actor.id()) && one.hash().equals(hash)),
        read,
        waiting,
        all.stream().filter(one -> !done.contains(one.person())).toList());
  }

  /** Tells whether what somebody has read still stands in the sections that they saw. */
  private static boolean holds(Acknowledgement one, Current now) {
    return now.hashes().apply(one.classes()).equals(one.hash());
  }
}
