// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.desk.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tsunagi.api.access.Actor;
import org.tsunagi.api.operation.StudentScopes;
import org.tsunagi.api.roster.StudentRecord;
import org.tsunagi.desk.account.Account;
import org.tsunagi.desk.account.RosterFirstStart;
import org.tsunagi.desk.account.SecuritySettings;
import org.tsunagi.desk.account.Totp;
import org.tsunagi.desk.door.Door;
import org.tsunagi.desk.roster.DeskStaffDirectory;
import org.tsunagi.desk.roster.DeskStudentDirectory;

class DeskServletTest {
  private static final List<Door> DOORS = Door.both().toList();
  private static final Pattern SECRET = Pattern.compile("tnf-code--line\">([A-Z2-7 ]+)<");

  @AfterAll
  static void close() {
    DOORS.forEach(door -> door.store.close());
  }

  static List<Door> doors() {
    return DOORS;
  }

  /** Nobody reaches anybody. */
  private record Nobody() implements StudentScopes {
    @Override
    public List<Reach> reach(Actor actor) {
      return List.of();
    }

    @Override
    public boolean permits(Actor actor, StudentRecord student) {
      return false;
    }
  }

  /** An extension that is broken. */
  private record Broken() implements StudentScopes {
    @Override
    public List<Reach> reach(Actor actor) {
      throw new IllegalStateException("水野 あかり");
    }

    @Override
    public boolean permits(Actor actor, StudentRecord student) {
      return false;
    }
  }

  private static FormUser visitor(Door door) {
    return visitor(door, new Nobody());
  }

  private static FormUser visitor(Door door, StudentScopes scopes) {
    DeskStudentDirectory directory = new DeskStudentDirectory(door.store);
    Contributions contributions = new Contributions(List.of(), List.of(), scopes);
    Schools schools = new Schools(directory, door.clock);
    RosterFirstStart firstStart =
        new RosterFirstStart(
            door.store,
            door.accounts,
            door.posts,
            door.roster,
            new DeskStaffDirectory(door.store),
            door.clock,
            door.events);
    Routes routes =
        new Routes(
            door.accounts,
            door.posts,
            door.actions,
            door.clock,
            door.events,
            firstStart,
            door.secondFactor,
            door.settings,
            door.signIn,
            door.attempts,
            door.roster,
            door.sessions,
            directory,
            contributions,
            schools);
    return new FormUser(
        new DeskServlet(routes, door.sessions, door.actors, contributions, schools));
  }

  private static FormUser.Answer signIn(FormUser user, Account account, String password)
      throws Exception {
    user.get("/sign-in");
    return user.post("/sign-in", "username", account.username(), "password", password);
  }

  @ParameterizedTest
  @MethodSource("doors")
  void aFormWithoutItsTokenIsRefusedAndDoesNothing(Door door) throws Exception {
    FormUser user = visitor(door);
    Account account = door.account();
    user.get("/sign-in");
    String[] right = {"username", account.username(), "password", Door.PASSWORD};
    assertEquals(403, user.postForged("/sign-in", "", right).status());
    assertEquals(403, user.postForged("/sign-in", "guessed", right).status());
    FormUser other = visitor(door);
    other.get("/sign-in");
    assertEquals(403, user.postForged("/sign-in", other.token(), right).status());
    assertFalse(user.cookies.containsKey("desk_session"));
    String before = user.token();
    assertEquals("/", signIn(user, account, Door.PASSWORD).location());
    user.get("/account");
    assertNotEquals(before, user.token());
    assertEquals(403, user.postForged("/account/sessions/end-all", before).status());
    assertEquals(200, user.get("/account").status());
    assertEquals("/sign-in", user.post("/account/sessions/end-all").location());
    assertEquals("/sign-in?to=%2Faccount", user.get("/account").location());
  }

  @ParameterizedTest
  @MethodSource("doors")
  void signingInTwiceLeavesTheFirstTokenUseless(Door door) throws Exception {
    FormUser user = visitor(door);
    Account account = door.account();
    signIn(user, account, Door.PASSWORD);
    String first = user.cookies.get("desk_session");
    user.get("/account");
    user.post("/sign-in", "username", account.username(), "password", Door.PASSWORD);
    assertNotEquals(first, user.cookies.get("desk_session"));
    assertTrue(door.sessions.find(first).isEmpty());
    assertEquals(1, door.sessions.list(account.id()).size());
  }

  @ParameterizedTest
  @MethodSource("doors")
  void unknownNameAndWrongPasswordLookAlike(Door door) throws Exception {
    Account account = door.account();
    FormUser user = visitor(door);
    FormUser.Answer wrong = signIn(user, account, "wrong");
    user.get("/sign-in");
    FormUser.Answer unknown = user.post("/sign-in", "username", "nobody", "password", "wrong");
    assertEquals(422, wrong.status());
    assertEquals(wrong, unknown);
  }

  @ParameterizedTest
  @MethodSource("doors")
  void withAnIssuedPasswordNothingOpensBeforeItIsChanged(Door door) throws Exception {
    String id = door.staff();
    String issued = door.actions.issuePassword(door.person(id), "admin").orElseThrow();
    FormUser user = visitor(door);
    assertEquals("/account/password", signIn(user, door.get(id), issued).location());
    for (String page : List.of("/students", "/account", "/account/sessions/end-all")) {
      assertNotEquals(200, user.get(page).status(), page);
    }
    assertEquals(404, user.get("/account/totp").status());
    String given = user.cookies.get("desk_session");
    user.get("/account/password");
    assertEquals(422, change(user, issued, issued).status());
    assertEquals(422, change(user, "not this one", "my very own words").status());
    assertEquals(422, change(user, issued, "short").status());
    assertEquals(422, change(user, issued, id + "1234").status());
    assertEquals("/", change(user, issued, "my very own words").location());
    assertNotEquals(given, user.cookies.get("desk_session"));
    assertEquals(200, user.get("/account").status());
    assertFalse(door.get(id).mustChange());
  }

  private static FormUser.Answer change(FormUser user, String current, String chosen)
      throws Exception {
    return user.post("/account/password", "current", current, "password", chosen, "again", chosen);
  }

  @ParameterizedTest
  @MethodSource("doors")
  void whereEveryoneNeedsASecondFactorItIsSetUpBeforeAnythingElse(Door door) throws Exception {
    door.settings.set(SecuritySettings.Key.SECOND_FACTOR_REQUIRED, 1, "admin");
    try {
      Account account = door.account();
      FormUser user = visitor(door);
      assertEquals("/account/totp", signIn(user, account, Door.PASSWORD).location());
      assertEquals("/account/totp", user.get("/students").location());
      Matcher secret = SECRET.matcher(user.get("/account/totp").body());
      assertTrue(secret.find());
      String key = secret.group(1).replace(" ", "");
      assertEquals(422, user.post("/account/totp", "code", "12").status());
      String code = Totp.codeAt(key, door.clock.now());
      assertEquals(200, user.post("/account/totp", "code", code).status());
      assertEquals(200, user.get("/account").status());
      FormUser.Answer kept = user.post("/account/totp/remove", "current", Door.PASSWORD);
      assertEquals(422, kept.status());
      FormUser again = visitor(door);
      assertEquals("/sign-in/factor", signIn(again, account, Door.PASSWORD).location());
      assertEquals("/sign-in/factor", again.get("/account").location());
      again.get("/sign-in/factor");
      assertEquals(422, again.post("/sign-in/factor", "code", code).status());
      door.time.pass(java.time.Duration.ofSeconds(30));
      String next = Totp.codeAt(key, door.clock.now());
      assertEquals("/", again.post("/sign-in/factor", "code", next).location());
      assertEquals(200, again.get("/account").status());
    } finally {
      door.settings.set(SecuritySettings.Key.SECOND_FACTOR_REQUIRED, 0, "admin");
    }
  }

  @ParameterizedTest
  @MethodSource("doors")
  void theAdministratorsPagesAreNotThereForOthers(Door door) throws Exception {
    FormUser teacher = visitor(door);
    Account account = door.account();
    signIn(teacher, account, Door.PASSWORD);
    FormUser administrator = visitor(door);
    signIn(administrator, door.administrator(), Door.PASSWORD);
    for (String page : Set.of("/admin/users", "/admin/security", "/admin/users/" + account.id())) {
      assertEquals(404, teacher.get(page).status(), page);
      assertEquals(200, administrator.get(page).status(), page);
    }
    teacher.get("/account");
    assertEquals(404, teacher.post("/admin/users/" + account.id() + "/disable").status());
    assertFalse(door.get(account.id()).disabled());
  }

  @ParameterizedTest
  @MethodSource("doors")
  void aFailureShowsANumberAndNothingOfItself(Door door) throws Exception {
    FormUser user = visitor(door, new Broken());
    signIn(user, door.account(), Door.PASSWORD);
    FormUser.Answer failed = user.get("/students");
    assertEquals(500, failed.status());
    assertTrue(
        Pattern.compile("<code class=\"tnf-code\">[A-Z2-9]{8}<").matcher(failed.body()).find());
    assertFalse(failed.body().contains("水野"));
    assertFalse(failed.body().contains("Exception"));
    assertEquals(200, user.get("/account").status());
  }
}
