// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.desk.door;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tsunagi.desk.account.Account;
import org.tsunagi.desk.account.SecondFactor;
import org.tsunagi.desk.account.SecretBox;
import org.tsunagi.desk.account.SignIn;
import org.tsunagi.desk.account.Totp;

class SecondFactorTest {
  private static final List<Door> DOORS = Door.both().toList();

  @AfterAll
  static void close() {
    DOORS.forEach(door -> door.store.close());
  }

  static List<Door> doors() {
    return DOORS;
  }

  /** Sets a second factor with the code of two steps ago still unused. */
  private static String enrol(Door door, Account account) {
    String secret = door.secondFactor.begin(account);
    String code = Totp.codeAt(secret, door.clock.now());
    assertEquals(10, door.secondFactor.confirm(account, code).size());
    door.time.pass(Duration.ofMinutes(5));
    return secret;
  }

  private static boolean enters(Door door, Account account, String code) {
    return door.signIn.checkSecond(door.get(account.id()), code, "f-" + account.id())
        instanceof SignIn.Accepted;
  }

  @ParameterizedTest
  @MethodSource("doors")
  void aSecondFactorHoldsOnlyOnceACodeConfirmedIt(Door door) {
    Account account = door.account();
    String secret = door.secondFactor.begin(account);
    assertEquals(secret, door.secondFactor.begin(account));
    assertEquals(List.of(), door.secondFactor.confirm(account, "000000x"));
    assertFalse(door.get(account.id()).secondFactor());
    String code = Totp.codeAt(secret, door.clock.now());
    assertFalse(door.secondFactor.accepts(account, code));
    assertEquals(10, door.secondFactor.confirm(account, code).size());
    Account enrolled = door.get(account.id());
    assertTrue(enrolled.secondFactor());
    assertThrows(IllegalStateException.class, () -> door.secondFactor.begin(enrolled));
  }

  @ParameterizedTest
  @MethodSource("doors")
  void aCodeIsRefusedTheSecondTimeAlsoTheOneThatConfirmed(Door door) {
    Account account = door.account();
    String secret = door.secondFactor.begin(account);
    String first = Totp.codeAt(secret, door.clock.now());
    door.secondFactor.confirm(account, first);
    assertFalse(enters(door, account, first));
    door.time.pass(Duration.ofSeconds(30));
    String next = Totp.codeAt(secret, door.clock.now());
    assertTrue(enters(door, account, next));
    assertFalse(enters(door, account, next));
    assertFalse(enters(door, account, first));
  }

  @ParameterizedTest
  @MethodSource("doors")
  void theStepBeforeAndTheStepAfterAreAcceptedAndNoOther(Door door) {
    for (long seconds : new long[] {-60, 60}) {
      Account account = door.account();
      String secret = enrol(door, account);
      assertFalse(
          enters(door, account, Totp.codeAt(secret, door.clock.now().plusSeconds(seconds))));
    }
    for (long seconds : new long[] {-30, 0, 30}) {
      Account account = door.account();
      String secret = enrol(door, account);
      assertTrue(enters(door, account, Totp.codeAt(secret, door.clock.now().plusSeconds(seconds))));
    }
  }

  @ParameterizedTest
  @MethodSource("doors")
  void aRecoveryCodeWorksOnceHoweverItIsTyped(Door door) {
    Account account = door.account();
    String secret = door.secondFactor.begin(account);
    List<String> codes = door.secondFactor.confirm(account, Totp.codeAt(secret, door.clock.now()));
    String typed = codes.get(3).replace("-", " ").toLowerCase(java.util.Locale.ROOT);
    assertTrue(enters(door, account, typed));
    assertFalse(enters(door, account, codes.get(3)));
    assertEquals(9, door.secondFactor.recoveryCodesLeft(account.id()));
    List<String> renewed = door.secondFactor.renewRecoveryCodes(account.id());
    assertFalse(enters(door, account, codes.get(4)));
    assertTrue(enters(door, account, renewed.get(0)));
    assertFalse(enters(door, door.account(), renewed.get(1)));
  }

  @ParameterizedTest
  @MethodSource("doors")
  void wrongCodesLockTheNameAndARightPasswordDoesNotLiftThat(Door door) {
    Account account = door.account();
    String secret = enrol(door, account);
    for (int i = 0; i < 10; i++) {
      assertFalse(enters(door, account, "no" + i));
      if (i == 5) {
        assertTrue(door.enters(account, Door.PASSWORD));
      }
    }
    assertFalse(enters(door, account, Totp.codeAt(secret, door.clock.now())));
    assertFalse(door.enters(account, Door.PASSWORD));
  }

  @ParameterizedTest
  @MethodSource("doors")
  void aLostSecondFactorIsTakenAwayWithItsSessions(Door door) {
    Account account = door.account();
    String secret = enrol(door, account);
    String token = door.session(account);
    door.actions.resetSecondFactor(door.person(account.id()), "admin");
    assertFalse(door.get(account.id()).secondFactor());
    assertTrue(door.sessions.find(token).isEmpty());
    assertEquals(0, door.secondFactor.recoveryCodesLeft(account.id()));
    assertNotEquals(secret, door.secondFactor.begin(door.get(account.id())));
  }

  @ParameterizedTest
  @MethodSource("doors")
  void theDatabaseHoldsNoSecretThatCouldBeRead(Door door) {
    Account account = door.account();
    String secret = enrol(door, account);
    String stored = stored(door, account);
    assertFalse(stored.contains(secret));
    assertEquals(secret, door.box.open(account.id(), stored).orElseThrow());
    Account thief = door.account();
    enrol(door, thief);
    door.sql.update(
        "UPDATE desk_account SET totp_secret = ? WHERE account_id = ?", stored, thief.id());
    assertFalse(enters(door, thief, Totp.codeAt(secret, door.clock.now())));
  }

  @ParameterizedTest
  @MethodSource("doors")
  void underAnotherKeyOnlyRecoveryCodesWork(Door door) {
    Account account = door.account();
    String secret = door.secondFactor.begin(account);
    List<String> codes = door.secondFactor.confirm(account, Totp.codeAt(secret, door.clock.now()));
    door.time.pass(Duration.ofMinutes(5));
    byte[] key = new byte[32];
    key[31] = 1;
    SecondFactor other = new SecondFactor(door.store, new SecretBox(key), door.clock, door.events);
    assertFalse(other.accepts(account, Totp.codeAt(secret, door.clock.now())));
    assertTrue(other.accepts(account, codes.get(0)));
  }

  private static String stored(Door door, Account account) {
    return door.sql
        .find(
            "SELECT totp_secret FROM desk_account WHERE account_id = ?",
            row -> row.getString(1),
            account.id())
        .orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "v1.", "v1.AAAA", "v1.not base 64", "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"})
  void whatIsNotSealedDoesNotOpen(String text) {
    assertTrue(new SecretBox(new byte[32]).open("a", text).isEmpty());
  }
}
