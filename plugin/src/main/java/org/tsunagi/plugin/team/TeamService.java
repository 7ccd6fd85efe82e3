// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.team;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.api.access.Actor;
import org.tsunagi.api.access.HostRole;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.roster.StudentRecord;
import org.tsunagi.api.staff.StaffDirectory;
import org.tsunagi.api.staff.StaffId;
import org.tsunagi.api.staff.StaffMember;
import org.tsunagi.plugin.access.AuditTrail;
import org.tsunagi.plugin.access.Gate;
import org.tsunagi.plugin.access.Privilege;
import org.tsunagi.plugin.access.domain.PostTitle;
import org.tsunagi.plugin.platform.SchoolClock;
import org.tsunagi.plugin.platform.Transactions;
import org.tsunagi.plugin.shared.Decision;
import org.tsunagi.plugin.shared.Malformed;
import org.tsunagi.plugin.shared.Missing;
import org.tsunagi.plugin.shared.RefusedException;
import org.tsunagi.plugin.shared.Stale;
import org.tsunagi.plugin.team.ChildPlaces.Place;
import org.tsunagi.plugin.team.domain.TeamMember;
import org.tsunagi.plugin.team.domain.TeamRule;
import org.tsunagi.plugin.team.persistence.MemberTable;

/** Names who supports a child, from when until when. */
@Component(service = TeamService.class)
public final class TeamService {
  private static final List<HostRole> NAMED =
      List.of(
          HostRole.PRINCIPAL,
          HostRole.VICE_PRINCIPAL,
          HostRole.HOMEROOM_TEACHER,
          HostRole.TEACHER,
          HostRole.YOGO_TEACHER,
          HostRole.COUNSELOR,
          HostRole.SOCIAL_WORKER,
          HostRole.COORDINATOR);

  private final Gate gate;
  private final Transactions transactions;
  private final AuditTrail audit;
  private final SchoolClock clock;
  private final ChildPlaces places;
  private final StaffDirectory staff;
  private final TeamGrants grants;

  /** Makes the service. */
  @Activate
  public TeamService(
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

  /** Shows a child's team. */
  public TeamView view(Actor actor, StudentId student) {
    return view(actor, places.of(student));
  }

  /** Shows the team of a child whose record was read before. */
  public TeamView view(Actor actor, StudentRecord student) {
    return view(actor, places.of(student));
  }

  private TeamView view(Actor actor, Place place) {
    gate.require(actor, Privilege.SHEET_READ, place.target());
    List<TeamMember> all =
        transactions.runSql(
            connection -> new MemberTable(connection).list(place.school(), place.student()));
    LocalDate today = clock.today();
    List<TeamMember> present = new ArrayList<>();
    List<TeamMember> past = new ArrayList<>();
    for (TeamMember one : all) {
      if (one.meets(today, Optional.empty())) {
        present.add(one);
      } else {
        past.add(0, one);
      }
    }
    return new TeamView(
        place.school().value(),
        present,
        past,
        gate.permits(actor, Privilege.TEAM_WRITE, place.target()));
  }

  /** Lists who can be added: all who work at the school with children, each once. */
  public List<TeamView.Candidate> listCandidates(Actor actor, StudentId student) {
    Place place = places.of(student);
    gate.require(actor, Privilege.TEAM_WRITE, place.target());
    List<TeamView.Candidate> found = new ArrayList<>();
    Set<StaffId> seen = new HashSet<>();
    for (HostRole role : NAMED) {
      for (StaffMember one : staff.listByRole(place.school(), role, clock.today())) {
        if (seen.add(one.id())) {
          found.add(new TeamView.Candidate(one.id().value(), one.name(), PostTitle.of(role)));
        }
      }
    }
    return found;
  }

  /**
   * Adds a member.
   *
   * @return its id
   * @throws RefusedException where the person, the role or the days don't do
   */
  public String add(Actor actor, StudentId student, TeamCommand command) {
    Place place = places.of(student);
    gate.require(actor, Privilege.TEAM_WRITE, place.target());
    TeamMember wanted = member(actor, student, command);
    Optional<StaffMember> person =
        wanted.staff().isBlank() ? Optional.empty() : staff.find(new StaffId(wanted.staff()));
    transactions.runSql(
        connection -> {
          MemberTable table = new MemberTable(connection);
          refuse(
              TeamRule.add(
                  wanted,
                  person,
                  place.school(),
                  table.list(place.school(), student),
                  clock.today()));
          table.add(
              place.school(),
              named(wanted, person.map(StaffMember::name).orElseThrow(Missing::new)),
              actor);
          audit.record(
              connection,
              actor,
              Optional.of(place.school()),
              "team.add",
              "teamMember:" + wanted.id(),
              Map.of(
                  "student", student.value(),
                  "staff", wanted.staff(),
                  "role", wanted.role(),
                  "firstOn", wanted.first().toString(),
                  "lastOn", wanted.last().map(LocalDate::toString).orElse("")));
          return true;
        });
    grants.forget();
    return wanted.id();
  }

  /**
   * Sets the last day of a membership, or ends it at once.
   *
   * @throws Stale where somebody else set it meanwhile; it holds both
   */
  public void end(Actor actor, StudentId student, String id, TeamCommand.End command) {
    Place place = places.of(student);
    gate.require(actor, Privilege.TEAM_WRITE, place.target());
    if (command.version() == null) {
      throw new Malformed("version を指定してください。");
    }
    int version = command.version();
    LocalDate today = clock.today();
    LocalDate last = command.lastOn() == null ? today.minusDays(1) : command.lastOn();
    transactions.runSql(
        connection -> {
          MemberTable table = new MemberTable(connection);
          TeamMember member =
              table.list(place.school(), student).stream()
                  .filter(one -> one.id().equals(id))
                  .findFirst()
                  .orElseThrow(Missing::new);
          refuse(TeamRule.end(member, last, today));
          if (!table.end(place.school(), member, version, last, actor, clock.now())) {
            throw new Stale(Map.of("yours", command, "theirs", member));
          }
          audit.record(
              connection,
              actor,
              Optional.of(place.school()),
              "team.end",
              "teamMember:" + id,
              Map.of(
                  "student", student.value(),
                  "staff", member.staff(),
                  "lastOn", last.toString()));
          return true;
        });
    grants.forget();
  }

  private TeamMember member(Actor actor, StudentId student, TeamCommand command) {
    return new TeamMember(
        UUID.randomUUID().toString(),
        1,
        student,
        text(command.staff()),
        "",
        text(command.role()),
        command.firstOn() == null ? clock.today() : command.firstOn(),
        Optional.ofNullable(command.lastOn()),
        actor.name(),
        clock.now(),
        Optional.empty());
  }

  private static TeamMember named(TeamMember member, String name) {
    return new TeamMember(
        member.id(),
        member.version(),
        member.student(),
        member.staff(),
        name,
        member.role(),
        member.first(),
        member.last(),
        member.addedBy(),
        member.addedAt(),
        member.endedBy());
  }

  private static String text(@org.jspecify.annotations.Nullable String text) {
    String kept = text == null ? "" : text.strip();
    return kept.length() > 255 ? "" : kept;
  }

  private static void refuse(Decision decision) {
    if (decision instanceof Decision.Refused refused) {
      throw new RefusedException(refused);
    }
  }
}
