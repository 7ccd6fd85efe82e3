// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.desk.door;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tsunagi.api.access.Actor;
import org.tsunagi.api.access.HostRole;
import org.tsunagi.api.access.IncomingRequest;
import org.tsunagi.api.school.HomeroomId;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.api.staff.Post;
import org.tsunagi.desk.account.Account;
import org.tsunagi.desk.account.AccountPosts;
import org.tsunagi.desk.session.Csrf;
import org.tsunagi.desk.session.DeskActorResolver;
import org.tsunagi.desk.session.DeskSession;
import org.tsunagi.desk.session.Stage;

class SessionsTest {
  private static final List<Door> DOORS = Door.both().toList();

  @AfterAll
  static void close() {
    DOORS.forEach(door -> door.store.close());
  }

  static List<Door> doors() {
    return DOORS;
  }

  private static boolean open(Door door, String token) {
    return door.sessions.find(token).isPresent();
  }

  @ParameterizedTest
  @MethodSource("doors")
  void aSessionEndsAfterHalfAnHourWithoutUse(Door door) {
    String used = door.session(door.account());
    String idle = door.session(door.account());
    door.time.pass(Duration.ofMinutes(30));
    assertTrue(open(door, used));
    door.time.pass(Duration.ofSeconds(1));
    assertFalse(open(door, idle));
    door.time.pass(Duration.ofMinutes(29));
    assertTrue(open(door, used));
  }

  @ParameterizedTest
  @MethodSource("doors")
  void aSessionEndsAfterTwelveHoursInAnyCase(Door door) {
    String token = door.session(door.account());
    for (int i = 0; i < 36; i++) {
      door.time.pass(Duration.ofMinutes(20));
      assertTrue(open(door, token));
    }
    door.time.pass(Duration.ofSeconds(1));
    assertFalse(open(door, token));
  }

  @ParameterizedTest
  @MethodSource("doors")
  void theSixthSessionEndsTheOneThatRestedLongest(Door door) {
    Account account = door.account();
    String stranger = door.session(door.account());
    List<String> tokens = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      tokens.add(door.session(account));
      door.time.pass(Duration.ofMinutes(2));
    }
    assertTrue(open(door, tokens.get(0)));
    String sixth = door.session(account);
    assertFalse(open(door, tokens.get(1)));
    assertTrue(open(door, tokens.get(0)));
    assertTrue(open(door, sixth));
    assertEquals(5, door.sessions.list(account.id()).size());
    assertTrue(open(door, stranger));
  }

  @ParameterizedTest
  @MethodSource("doors")
  void eachStageOfSigningInHasATokenOfItsOwn(Door door) {
    Account account = door.account();
    String first = door.sessions.open(account, Stage.FACTOR, "192.0.2.1", "Firefox / Linux");
    String second = door.sessions.advance(first, Stage.FULL, true).orElseThrow();
    assertNotEquals(first, second);
    assertFalse(open(door, first));
    assertTrue(door.sessions.advance(first, Stage.FULL, true).isEmpty());
    DeskSession session = door.sessions.find(second).orElseThrow();
    assertEquals(Stage.FULL, session.stage());
    assertTrue(session.secondFactor());
  }

  @ParameterizedTest
  @MethodSource("doors")
  void signingOutEverywhereEndsAllSessionsOfOnePersonOnly(Door door) {
    Account account = door.account();
    String one = door.session(account);
    String two = door.session(account);
    String other = door.session(door.account());
    assertFalse(door.sessions.endOne("somebody", door.sessions.find(one).orElseThrow().key()));
    assertEquals(2, door.sessions.endAll(account.id()));
    assertFalse(open(door, one));
    assertFalse(open(door, two));
    assertTrue(open(door, other));
  }

  @ParameterizedTest
  @MethodSource("doors")
  void aShutAccountAndOneWhoLeftLoseTheirSessionsAtOnce(Door door) {
    door.administrator();
    Account shut = door.account();
    String token = door.session(shut);
    door.actions.disable(door.person(shut.id()), "admin", door.clock.today());
    assertFalse(open(door, token));
    Account gone = door.account();
    String goneToken = door.session(gone);
    door.sql.update("UPDATE desk_staff SET active = FALSE WHERE staff_id = ?", gone.id());
    assertFalse(open(door, goneToken));
  }

  @ParameterizedTest
  @MethodSource("doors")
  void theLastAdministratorStaysOpen(Door door) {
    door.sql.update("UPDATE desk_account_post SET last_on = DATE '2000-01-01'");
    Account last = door.administrator();
    String fault = "person.lastAdministrator";
    LocalDate today = door.clock.today();
    assertEquals(fault, door.actions.disable(door.person(last.id()), "another", today));
    String post = door.posts.list(last.id()).get(0).id();
    assertEquals(fault, door.actions.endPost(door.person(last.id()), post, "another", today));
    door.administrator();
    assertEquals("", door.actions.endPost(door.person(last.id()), post, "another", today));
  }

  /** A request as the REST interface hands it over. */
  private record Asked(String method, Map<String, String> cookies, Map<String, String> headers)
      implements IncomingRequest {
    @Override
    public String path() {
      return "/api/v1/anything";
    }

    @Override
    public Optional<String> header(String name) {
      return Optional.ofNullable(headers.get(name));
    }

    @Override
    public Optional<String> cookie(String name) {
      return Optional.ofNullable(cookies.get(name));
    }
  }

  private static boolean known(Door door, String method, String token, String csrf) {
    return new DeskActorResolver(door.sessions, door.actors)
        .resolve(
            new Asked(
                method,
                Map.of(DeskActorResolver.COOKIE, token),
                csrf.isEmpty() ? Map.of() : Map.of("X-CSRF-Token", csrf)))
        .isPresent();
  }

  @ParameterizedTest
  @MethodSource("doors")
  void aChangeByScriptNeedsTheTokenOfItsOwnSession(Door door) {
    String token = door.session(door.account());
    String other = door.session(door.account());
    assertTrue(known(door, "GET", token, ""));
    for (String method : List.of("POST", "PUT", "PATCH", "DELETE")) {
      assertTrue(known(door, method, token, Csrf.tokenOf(token)), method);
      assertFalse(known(door, method, token, ""), method);
      assertFalse(known(door, method, token, Csrf.tokenOf(other)), method);
      assertFalse(known(door, method, token, token), method);
    }
    assertFalse(known(door, "GET", "", ""));
    assertFalse(known(door, "GET", token + "x", ""));
  }

  @ParameterizedTest
  @MethodSource("doors")
  void onlyAWholeSessionMakesAnActor(Door door) {
    for (Stage stage : Stage.values()) {
      String token = door.sessions.open(door.account(), stage, "192.0.2.1", "Firefox / Linux");
      assertEquals(stage == Stage.FULL, known(door, "GET", token, ""), stage.code());
    }
  }

  @ParameterizedTest
  @MethodSource("doors")
  void anActorHoldsTheRostersPostsOfTodayAndThoseGivenHere(Door door) {
    LocalDate today = door.clock.today();
    Account account = door.account();
    String school = "school-" + account.id();
    int number = Math.abs(school.hashCode());
    door.sql.update(
        "INSERT INTO desk_school (school_no, school_id, name, board_name) VALUES (?, ?, 'a', 'b')",
        number,
        school);
    post(door, account, "homeroomTeacher", number, "cl-1", today, null);
    post(door, account, "principal", number, null, today.minusDays(9), today.minusDays(1));
    post(door, account, "yogoTeacher", number, null, today.plusDays(1), null);
    Optional<SchoolId> here = Optional.of(new SchoolId(school));
    door.posts.give(account.id(), HostRole.COORDINATOR, here, today, Optional.of(today), "admin");
    door.posts.give(
        account.id(), HostRole.AUDITOR, here, today.plusDays(1), Optional.empty(), "admin");
    String token = door.session(account);
    Actor actor = door.actors.of(door.sessions.find(token).orElseThrow());
    assertEquals(account.id(), actor.id());
    assertEquals(
        List.of(
            new Post(
                HostRole.HOMEROOM_TEACHER,
                here,
                Optional.of(new HomeroomId("cl-1")),
                today,
                Optional.empty()),
            new Post(HostRole.COORDINATOR, here, Optional.empty(), today, Optional.of(today))),
        actor.posts());
    for (AccountPosts.Given given : door.posts.list(account.id())) {
      door.posts.end(account.id(), given.id(), today.minusDays(1));
    }
    assertEquals(1, door.actors.of(door.sessions.find(token).orElseThrow()).posts().size());
  }

  private static void post(
      Door door,
      Account account,
      String role,
      int school,
      @org.jspecify.annotations.Nullable String homeroom,
      LocalDate first,
      @org.jspecify.annotations.Nullable LocalDate last) {
    door.sql.update(
        "INSERT INTO desk_post (post_id, staff_id, role, school_no, homeroom_id, first_on, last_on)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?)",
        account.id() + role,
        account.id(),
        role,
        school,
        homeroom,
        first,
        last);
  }
}
