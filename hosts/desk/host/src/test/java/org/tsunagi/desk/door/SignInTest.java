// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.desk.door;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tsunagi.desk.account.Account;
import org.tsunagi.desk.account.SecuritySettings;
import org.tsunagi.desk.account.SignIn;
import org.tsunagi.desk.account.StaffRoster;

class SignInTest {
  private static final List<Door> DOORS = Door.both().toList();

  @AfterAll
  static void close() {
    DOORS.forEach(door -> door.store.close());
  }

  static List<Door> doors() {
    return DOORS;
  }

  private static void fail(Door door, String username, String address, int times) {
    for (int i = 0; i < times; i++) {
      door.signIn.check(username, "wrong " + i, address);
    }
  }

  @ParameterizedTest
  @MethodSource("doors")
  void theRightPasswordIsAcceptedAndAWrongOneIsNot(Door door) {
    Account account = door.account();
    assertTrue(door.enters(account, Door.PASSWORD));
    assertFalse(door.enters(account, Door.PASSWORD + "x"));
    assertFalse(door.enters(account, ""));
    String loud = "  " + account.username().toUpperCase(java.util.Locale.ROOT) + " ";
    assertInstanceOf(SignIn.Accepted.class, door.signIn.check(loud, Door.PASSWORD, "x"));
  }

  @ParameterizedTest
  @MethodSource("doors")
  void anUnknownNameGetsTheSameAnswerAfterTheSameWork(Door door) {
    Account account = door.account();
    door.signIn.check("nobody-first", "wrong", "n0");
    long known = Long.MAX_VALUE;
    long unknown = Long.MAX_VALUE;
    for (int i = 0; i < 6; i++) {
      long start = System.nanoTime();
      SignIn.Answer wrong = door.signIn.check(account.username(), "wrong", "n1");
      long middle = System.nanoTime();
      SignIn.Answer nobody = door.signIn.check("nobody", "wrong", "n2");
      known = Math.min(known, middle - start);
      unknown = Math.min(unknown, System.nanoTime() - middle);
      assertEquals(wrong, nobody);
    }
    assertTrue(unknown * 4 > known, "a name without account answers much sooner");
    assertTrue(known * 4 > unknown, "a name without account answers much later");
  }

  @ParameterizedTest
  @MethodSource("doors")
  void aNameIsLockedAfterTenFailuresForAQuarterOfAnHour(Door door) {
    Account account = door.account();
    fail(door, account.username(), "lock", 9);
    assertTrue(door.enters(account, Door.PASSWORD));
    door.time.pass(Duration.ofSeconds(1));
    fail(door, account.username(), "lock", 10);
    assertEquals(
        new SignIn.Refused(true),
        door.signIn.check(account.username(), Door.PASSWORD, "elsewhere"));
    door.time.pass(Duration.ofMinutes(14));
    assertFalse(door.enters(account, Door.PASSWORD));
    door.time.pass(Duration.ofMinutes(1));
    assertTrue(door.enters(account, Door.PASSWORD));
  }

  @ParameterizedTest
  @MethodSource("doors")
  void anUnknownNameIsLockedLikeAKnownOne(Door door) {
    fail(door, "never.heard.of", "lock2", 10);
    assertEquals(new SignIn.Refused(true), door.signIn.check("never.heard.of", "x", "elsewhere"));
  }

  @ParameterizedTest
  @MethodSource("doors")
  void anAdministratorLiftsTheLock(Door door) {
    Account account = door.account();
    fail(door, account.username(), "lift", 10);
    assertFalse(door.enters(account, Door.PASSWORD));
    assertEquals("", door.actions.unlock(door.person(account.id()), "admin"));
    assertFalse(door.attempts.lockedName(account.username()));
    assertTrue(door.enters(account, Door.PASSWORD));
  }

  @ParameterizedTest
  @MethodSource("doors")
  void anAddressWaitsAfterSixtyFailuresWhateverTheNames(Door door) {
    Account account = door.account();
    door.settings.set(SecuritySettings.Key.FAILURES_PER_ADDRESS, 5, "admin");
    for (int i = 0; i < 5; i++) {
      fail(door, "someone" + i, "203.0.113.9", 1);
    }
    assertEquals(
        new SignIn.Refused(true),
        door.signIn.check(account.username(), Door.PASSWORD, "203.0.113.9"));
    assertTrue(door.enters(account, Door.PASSWORD));
    door.time.pass(Duration.ofMinutes(15));
    assertInstanceOf(
        SignIn.Accepted.class, door.signIn.check(account.username(), Door.PASSWORD, "203.0.113.9"));
    door.settings.set(SecuritySettings.Key.FAILURES_PER_ADDRESS, 60, "admin");
  }

  @ParameterizedTest
  @MethodSource("doors")
  void ofTwentyTriesAtOnceOnlyTenAreChecked(Door door) throws Exception {
    Account account = door.account();
    ExecutorService crowd = Executors.newFixedThreadPool(20);
    try {
      List<Callable<SignIn.Answer>> tries = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        String address = "crowd" + i;
        tries.add(() -> door.signIn.check(account.username(), "wrong", address));
      }
      int checked = 0;
      for (Future<SignIn.Answer> answer : crowd.invokeAll(tries)) {
        checked += answer.get().equals(new SignIn.Refused(false)) ? 1 : 0;
      }
      assertEquals(10, checked);
    } finally {
      crowd.shutdownNow();
    }
    assertFalse(door.enters(account, Door.PASSWORD));
  }

  @ParameterizedTest
  @MethodSource("doors")
  void anIssuedPasswordWorksSevenDaysAndMustBeChanged(Door door) {
    StaffRoster.Person person = door.person(door.staff());
    String issued = door.actions.issuePassword(person, "admin").orElseThrow();
    Account account = door.get(person.id());
    assertTrue(account.mustChange());
    door.time.pass(Duration.ofDays(7).minusSeconds(1));
    assertTrue(door.enters(account, issued));
    door.time.pass(Duration.ofSeconds(1));
    assertFalse(door.enters(account, issued));
    door.accounts.setPassword(
        account.id(), org.tsunagi.desk.account.PasswordHash.of("my own words"), door.clock.now());
    assertFalse(door.get(account.id()).mustChange());
    door.time.pass(Duration.ofDays(30));
    assertTrue(door.enters(account, "my own words"));
  }

  @ParameterizedTest
  @MethodSource("doors")
  void anIssuedPasswordReplacesTheOldOneAndEndsSessions(Door door) {
    Account account = door.account();
    String token = door.session(account);
    door.actions.issuePassword(door.person(account.id()), "admin").orElseThrow();
    assertTrue(door.sessions.find(token).isEmpty());
    assertFalse(door.enters(account, Door.PASSWORD));
  }

  @ParameterizedTest
  @MethodSource("doors")
  void aNameOfTwoActivePeopleOpensForNeither(Door door) {
    Account account = door.account();
    assertTrue(door.enters(account, Door.PASSWORD));
    String other = door.staff();
    door.sql.update(
        "UPDATE desk_staff SET username = ? WHERE staff_id = ?",
        account.username().toUpperCase(java.util.Locale.ROOT),
        other);
    assertEquals(
        new SignIn.Refused(false), door.signIn.check(account.username(), Door.PASSWORD, "two"));
    assertTrue(door.actions.issuePassword(door.person(other), "admin").isEmpty());
    assertTrue(door.actions.issuePassword(door.person(account.id()), "admin").isEmpty());
    door.sql.update("UPDATE desk_staff SET active = FALSE WHERE staff_id = ?", other);
    assertTrue(door.enters(account, Door.PASSWORD));
  }

  @ParameterizedTest
  @MethodSource("doors")
  void whoIsShutOrLeftTheRosterIsRefusedLikeAWrongPassword(Door door) {
    Account shut = door.account();
    door.administrator();
    assertEquals("", door.actions.disable(door.person(shut.id()), "admin", door.clock.today()));
    assertEquals(
        new SignIn.Refused(false), door.signIn.check(shut.username(), Door.PASSWORD, "shut"));
    door.actions.enable(door.person(shut.id()), "admin");
    assertTrue(door.enters(shut, Door.PASSWORD));
    door.sql.update("UPDATE desk_staff SET active = FALSE WHERE staff_id = ?", shut.id());
    assertFalse(door.enters(shut, Door.PASSWORD));
  }
}
