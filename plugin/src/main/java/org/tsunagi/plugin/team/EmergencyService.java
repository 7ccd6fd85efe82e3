// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.team;

import java.sql.Connection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.api.access.Actor;
import org.tsunagi.api.access.HostRole;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.roster.StudentRecord;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.api.staff.StaffDirectory;
import org.tsunagi.plugin.access.AuditTrail;
import org.tsunagi.plugin.access.Gate;
import org.tsunagi.plugin.access.Privilege;
import org.tsunagi.plugin.platform.SchoolClock;
import org.tsunagi.plugin.platform.Transactions;
import org.tsunagi.plugin.team.ChildPlaces.Place;
import org.tsunagi.plugin.team.domain.Emergency;
import org.tsunagi.plugin.team.persistence.EmergencyTable;
import org.tsunagi.plugin.team.persistence.NoticeTable;

/** Opens a child's sheet in an emergency to somebody without the right, and tells the principal. */
@Component(service = EmergencyService.class)
public final class EmergencyService {
  private final Gate gate;
  private final Transactions transactions;
  private final AuditTrail audit;
  private final SchoolClock clock;
  private final ChildPlaces places;
  private final StaffDirectory staff;
  private final TeamGrants grants;

  /** Makes the service. */
  @Activate
  public EmergencyService(
      @Reference Gate gate,
      @Reference Transactions transactions,
      @Reference AuditTrail audit,
      @Reference SchoolClock clock,
      @Reference ChildPlaces places,
      @Reference StaffDirectory staff,
      @Reference TeamGrants grants) {
    this.gate = gate;
    this.transactions = transactions;
    this.audit = audit;
    this.clock = clock;
    this.places = places;
    this.staff = staff;
    this.grants = grants;
  }

  /**
   * Opens a child's sheet for 24 hours, in the same breath as the principal is told. One that still
   * runs is returned as it is.
   *
   * @param reason why, as it will stand in the read log that the family may see
   */
  public Emergency open(Actor actor, StudentId student, String reason) {
    Place place = places.of(student);
    gate.require(actor, Privilege.ACCESS_EMERGENCY, place.target());
    if (gate.permits(actor, Privilege.SHEET_SENSITIVE_READ, place.target())
        && findRunning(actor, place).isEmpty()) {
      throw ChildPlaces.refusal("NOT_NEEDED", "このお子さんのシートは、緊急の手続きなしで読めます。");
    }
    String why = ChildPlaces.reason(reason);
    Emergency opened =
        transactions.runSql(
            connection -> {
              Optional<Emergency> running =
                  new EmergencyTable(connection)
                      .findRunning(place.school(), student, actor.id(), clock.now());
              return running.orElseGet(() -> add(connection, actor, place, why));
            });
    grants.forget();
    return opened;
  }

  private Emergency add(Connection connection, Actor actor, Place place, String reason) {
    SchoolId school = place.school();
    Emergency emergency =
        new Emergency(
            UUID.randomUUID().toString(),
            place.student(),
            actor.id(),
            actor.name(),
            places.title(actor, school),
            reason,
            clock.now());
    new EmergencyTable(connection).add(school, emergency);
    new NoticeTable(connection)
        .tell(
            overseers(school),
            school,
            place.student(),
            "emergency",
            "emergency:" + emergency.id(),
            actor.name(),
            clock.now());
    audit.record(
        connection,
        actor,
        Optional.of(school),
        "access.emergency",
        "emergency:" + emergency.id(),
        Map.of("student", place.student().value(), "endsAt", emergency.endsAt().toString()));
    return emergency;
  }

  /** Returns who is told: the principals, and where there is none the vice principals. */
  private Set<String> overseers(SchoolId school) {
    Set<String> told = new TreeSet<>();
    for (HostRole role : List.of(HostRole.PRINCIPAL, HostRole.VICE_PRINCIPAL)) {
      if (told.isEmpty()) {
        staff.listByRole(school, role, clock.today()).forEach(one -> told.add(one.id().value()));
      }
    }
    return told;
  }

  /** Finds the emergency in which the actor reads a child's sheet now. */
  public Optional<Emergency> findOwn(Actor actor, StudentRecord student) {
    Place place = places.of(student);
    gate.require(actor, Privilege.ACCESS_EMERGENCY, place.target());
    return findRunning(actor, place);
  }

  private Optional<Emergency> findRunning(Actor actor, Place place) {
    return transactions.runSql(
        connection ->
            new EmergencyTable(connection)
                .findRunning(place.school(), place.student(), actor.id(), clock.now()));
  }

  /** Lists the emergencies of a child, the newest first. */
  public List<Emergency> list(Actor actor, StudentId student) {
    Place place = places.of(student);
    gate.require(actor, Privilege.ACCESS_OVERSEE, place.target());
    return transactions.runSql(
        connection -> new EmergencyTable(connection).list(place.school(), student));
  }
}
