// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.team;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tsunagi.api.access.HostRole.COUNSELOR;
import static org.tsunagi.api.access.HostRole.HOMEROOM_TEACHER;
import static org.tsunagi.api.access.HostRole.PRINCIPAL;
import static org.tsunagi.api.access.HostRole.TEACHER;
import static org.tsunagi.api.access.HostRole.VICE_PRINCIPAL;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tsunagi.api.access.Actor;
import org.tsunagi.api.operation.StudentScopes.Reach;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.api.store.Work;
import org.tsunagi.plugin.access.GateScopes;
import org.tsunagi.plugin.access.Ground;
import org.tsunagi.plugin.access.Privilege;
import org.tsunagi.plugin.access.Target;
import org.tsunagi.plugin.access.domain.ReadEntry;
import org.tsunagi.plugin.platform.Transactions;
import org.tsunagi.plugin.shared.Missing;
import org.tsunagi.plugin.shared.NotPermitted;
import org.tsunagi.plugin.shared.RefusedException;
import org.tsunagi.plugin.shared.Stale;
import org.tsunagi.plugin.team.domain.Notice;
import org.tsunagi.plugin.team.domain.TeamMember;
import org.tsunagi.testing.TestDatabases;

class TeamServiceTest {
  private static final StudentId CHILD = Town.child("A-1-0");
  private static final StudentId OTHER_CLASS = Town.child("A-2-0");
  private static final String TEACHER_ID = "A-teacher";

  @ParameterizedTest
  @MethodSource("org.tsunagi.testing.TestDatabases#both")
  void aTeacherReadsTheSheetOnlyWhileTheMembershipLasts(TestDatabases.Named database)
      throws Exception {
    try (Ground ground = new Ground(database)) {
      TownServices all = new TownServices(ground);
      assertThrows(NotPermitted.class, () -> all.teams.view(Town.actor("A", TEACHER), CHILD));
      Actor homeroom = Town.actor("A", HOMEROOM_TEACHER);
      String id = all.teams.add(homeroom, CHILD, command(TEACHER_ID, "subject"));
      TeamMember member = all.teams.view(Town.actor("A", TEACHER), CHILD).present().get(0);
      assertEquals("試験　teacher", member.staffName());
      assertEquals(id, member.id());
      assertFalse(all.teams.view(Town.actor("A", TEACHER), CHILD).canWrite());
      assertThrows(NotPermitted.class, () -> all.teams.view(Town.actor("A", TEACHER), OTHER_CLASS));
      all.teams.end(homeroom, CHILD, id, new TeamCommand.End(1, null));
      assertThrows(NotPermitted.class, () -> all.teams.view(Town.actor("A", TEACHER), CHILD));
      assertEquals(1, all.teams.view(homeroom, CHILD).past().size());
      assertEquals(2, ground.count("SELECT count(*) FROM audit_row WHERE action LIKE 'team.%'"));
    }
  }

  @ParameterizedTest
  @MethodSource("org.tsunagi.testing.TestDatabases#both")
  void aMembershipHoldsFromItsFirstDayThroughItsLast(TestDatabases.Named database)
      throws Exception {
    try (Ground ground = new Ground(database)) {
      TownServices all = new TownServices(ground);
      Actor homeroom = Town.actor("A", HOMEROOM_TEACHER);
      LocalDate tomorrow = Ground.TODAY.plusDays(1);
      all.teams.add(homeroom, CHILD, new TeamCommand(TEACHER_ID, "subject", tomorrow, null));
      assertFalse(reads(all, Town.actor("A", TEACHER), CHILD));
      ground.execute("UPDATE team_member SET first_on = DATE '2026-11-20'");
      assertTrue(reads(all, Town.actor("A", TEACHER), CHILD));
      ground.execute("UPDATE team_member SET last_on = DATE '2026-11-20'");
      assertTrue(reads(all, Town.actor("A", TEACHER), CHILD));
      ground.execute("UPDATE team_member SET last_on = DATE '2026-11-19'");
      assertFalse(reads(all, Town.actor("A", TEACHER), CHILD));
      ground.execute("UPDATE team_member SET last_on = NULL, school_id = 'B'");
      assertFalse(reads(all, Town.actor("A", TEACHER), CHILD));
    }
  }

  @ParameterizedTest
  @MethodSource("org.tsunagi.testing.TestDatabases#both")
  void aTeacherOfAnotherClassFindsTheChildOfTheTeamInTheListOfStudents(TestDatabases.Named database)
      throws Exception {
    try (Ground ground = new Ground(database)) {
      TownServices all = new TownServices(ground);
      GateScopes scopes = new GateScopes(all.gate, all.town, ground, all.grants);
      SchoolId school = new SchoolId("A");
      Reach before = scopes.reach(Town.actor("A", HOMEROOM_TEACHER)).get(0);
      assertEquals(Set.of(), before.students());
      all.teams.add(Town.actor("A", PRINCIPAL), OTHER_CLASS, command("A-homeroomTeacher", "grade"));
      List<Reach> reaches = scopes.reach(Town.actor("A", HOMEROOM_TEACHER));
      assertEquals(
          List.of(new Reach(school, false, before.homerooms(), Set.of(OTHER_CLASS))), reaches);
      assertTrue(
          scopes.permits(
              Town.actor("A", HOMEROOM_TEACHER), all.town.findRecord(OTHER_CLASS).orElseThrow()));
      assertEquals(
          List.of(new Reach(school, true, Set.of())), scopes.reach(Town.actor("A", PRINCIPAL)));
    }
  }

  @ParameterizedTest
  @MethodSource("org.tsunagi.testing.TestDatabases#both")
  void aHundredQuestionsOfOneRequestCostOneStatement(TestDatabases.Named database)
      throws Exception {
    try (Ground ground = new Ground(database)) {
      AtomicInteger asked = new AtomicInteger();
      Transactions counting =
          new Transactions() {
            @Override
            public <T, E extends Exception> T run(Command<T, E> command) throws E {
              return ground.run(command);
            }

            @Override
            public <T, E extends Exception> T runSql(Work<T, E> work) throws E {
              asked.incrementAndGet();
              return ground.runSql(work);
            }
          };
      var gate = new org.tsunagi.plugin.access.TableGate(ground, new TeamGrants(counting, ground));
      Town town = new Town();
      Actor teacher = Town.actor("A", TEACHER);
      for (int i = 0; i < 100; i++) {
        StudentId child = Town.child(Town.children().get(i % 18));
        gate.permits(
            teacher, Privilege.SHEET_READ, new Target.OfStudent(child, town.listEnrolments(child)));
      }
      assertEquals(1, asked.get());
      Actor principal = Town.actor("A", PRINCIPAL);
      gate.permits(
          principal, Privilege.SHEET_READ, new Target.OfStudent(CHILD, town.listEnrolments(CHILD)));
      assertEquals(1, asked.get(), "a post that gives the right already costs nothing");
    }
  }

  @ParameterizedTest
  @MethodSource("org.tsunagi.testing.TestDatabases#both")
  void whatDoesNotDoIsRefusedAndAnOverlookedChangeIsTold(TestDatabases.Named database)
      throws Exception {
    try (Ground ground = new Ground(database)) {
      TownServices all = new TownServices(ground);
      Actor homeroom = Town.actor("A", HOMEROOM_TEACHER);
      assertEquals(
          "STAFF", refusal(() -> all.teams.add(homeroom, CHILD, command("nobody", "yogo"))));
      assertEquals(
          "STAFF", refusal(() -> all.teams.add(homeroom, CHILD, command("B-teacher", "subject"))));
      assertEquals(
          "TEAM_ROLE", refusal(() -> all.teams.add(homeroom, CHILD, command(TEACHER_ID, "boss"))));
      String id = all.teams.add(homeroom, CHILD, command(TEACHER_ID, "subject"));
      assertEquals(
          "ALREADY", refusal(() -> all.teams.add(homeroom, CHILD, command(TEACHER_ID, "other"))));
      TeamCommand.End past = new TeamCommand.End(1, Ground.TODAY.minusDays(3));
      assertEquals("PAST", refusal(() -> all.teams.end(homeroom, CHILD, id, past)));
      all.teams.end(homeroom, CHILD, id, new TeamCommand.End(1, Ground.TODAY.plusDays(9)));
      assertThrows(
          Stale.class,
          () -> all.teams.end(homeroom, CHILD, id, new TeamCommand.End(1, Ground.TODAY)));
      assertThrows(
          Missing.class,
          () -> all.teams.end(homeroom, Town.child("A-1-1"), id, new TeamCommand.End(2, null)));
      assertThrows(
          NotPermitted.class,
          () -> all.teams.add(Town.actor("A", COUNSELOR), CHILD, command(TEACHER_ID, "other")));
      ground.execute("ALTER TABLE audit_row RENAME TO audit_row_gone");
      assertThrows(
          IllegalStateException.class,
          () -> all.teams.end(homeroom, CHILD, id, new TeamCommand.End(2, null)));
      ground.execute("ALTER TABLE audit_row_gone RENAME TO audit_row");
      assertEquals(1, all.teams.view(homeroom, CHILD).present().size());
    }
  }

  @ParameterizedTest
  @MethodSource("org.tsunagi.testing.TestDatabases#both")
  void anEmergencyOpensForADayIsToldToThePrincipalAndStandsInTheReadLog(
      TestDatabases.Named database) throws Exception {
    try (Ground ground = new Ground(database)) {
      TownServices all = new TownServices(ground);
      Instant start = Instant.parse("2026-11-20T01:00:00Z");
      ground.at(start);
      assertEquals(
          "REASON_NEEDED",
          refusal(() -> all.emergencies.open(Town.actor("A", TEACHER), CHILD, " ")));
      all.emergencies.open(Town.actor("A", TEACHER), CHILD, "林間学校で発作");
      all.emergencies.open(Town.actor("A", TEACHER), CHILD, "もう一度");
      assertTrue(reads(all, Town.actor("A", TEACHER), CHILD));
      assertFalse(
          all.gate.permits(Town.actor("A", TEACHER), Privilege.SHEET_WRITE, target(all, CHILD)));
      assertFalse(reads(all, Town.actor("A", TEACHER), Town.child("A-1-1")));
      List<Notice> told = all.notices.list(Town.actor("A", PRINCIPAL));
      assertEquals(1, told.size());
      assertEquals("林間学校で発作", told.get(0).reason());
      assertEquals(List.of(), all.notices.list(Town.actor("B", PRINCIPAL)));
      assertThrows(
          Missing.class, () -> all.notices.see(Town.actor("B", PRINCIPAL), told.get(0).id()));
      all.notices.see(Town.actor("A", PRINCIPAL), told.get(0).id());
      assertTrue(all.notices.list(Town.actor("A", PRINCIPAL)).get(0).seenAt().isPresent());
      ground.runSql(
          connection -> {
            Actor teacher = Town.actor("A", TEACHER);
            all.audit.recordRead(connection, teacher, new SchoolId("A"), CHILD, "a-2026");
            return true;
          });
      ReadEntry entry =
          all.log.list(Town.actor("A", PRINCIPAL), all.town.findRecord(CHILD).orElseThrow()).get(0);
      assertEquals("emergency", entry.way());
      assertEquals("林間学校で発作", entry.reason());
      assertEquals("教諭", entry.actorTitle());
      ground.at(start.plus(Duration.ofHours(24)).minusSeconds(1));
      assertTrue(reads(all, Town.actor("A", TEACHER), CHILD));
      ground.at(start.plus(Duration.ofHours(24)));
      assertFalse(reads(all, Town.actor("A", TEACHER), CHILD));
      assertEquals(
          "NOT_NEEDED",
          refusal(() -> all.emergencies.open(Town.actor("A", HOMEROOM_TEACHER), CHILD, "x")));
      assertThrows(Missing.class, () -> all.emergencies.open(Town.actor("B", TEACHER), CHILD, "x"));
      assertEquals(1, all.emergencies.list(Town.actor("A", VICE_PRINCIPAL), CHILD).size());
    }
  }

  private static String refusal(org.junit.jupiter.api.function.Executable action) {
    return assertThrows(RefusedException.class, action).refusal().findings().get(0).code();
  }

  private static boolean reads(TownServices all, Actor actor, StudentId child) {
    return all.gate.permits(actor, Privilege.SHEET_READ, target(all, child));
  }

  private static Target.OfStudent target(TownServices all, StudentId child) {
    return new Target.OfStudent(child, all.town.listEnrolments(child));
  }

  private static TeamCommand command(String staff, String role) {
    return new TeamCommand(staff, role, null, null);
  }
}
