// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.desk.door;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.tsunagi.desk.account.Account;
import org.tsunagi.desk.account.AccountPosts;
import org.tsunagi.desk.account.Accounts;
import org.tsunagi.desk.account.AdminActions;
import org.tsunagi.desk.account.DeskClock;
import org.tsunagi.desk.account.DeskEvents;
import org.tsunagi.desk.account.PasswordHash;
import org.tsunagi.desk.account.SecondFactor;
import org.tsunagi.desk.account.SecretBox;
import org.tsunagi.desk.account.SecuritySettings;
import org.tsunagi.desk.account.SignIn;
import org.tsunagi.desk.account.SignInAttempts;
import org.tsunagi.desk.account.Sql;
import org.tsunagi.desk.account.StaffRoster;
import org.tsunagi.desk.session.Actors;
import org.tsunagi.desk.session.Sessions;
import org.tsunagi.desk.session.Stage;
import org.tsunagi.desk.store.DatabaseSource;
import org.tsunagi.desk.store.DeskStore;
import org.tsunagi.testing.TestDatabases;

/** Everything of the desk that decides who gets in, on a fresh database and a clock set by hand. */
public final class Door {
  public static final String PASSWORD = "three quiet words";

  private static final Instant START = Instant.parse("2026-11-20T01:00:00Z");
  private static final String HASH = PasswordHash.of(PASSWORD);
  private static final AtomicInteger PEOPLE = new AtomicInteger();

  public final String dialect;
  public final DeskStore store;
  public final SetClock time = new SetClock();
  public final DeskClock clock = new DeskClock(time, Optional.empty());
  public final SecretBox box = new SecretBox(new byte[32]);
  public final Sql sql;
  public final Accounts accounts;
  public final AccountPosts posts;
  public final SecuritySettings settings;
  public final DeskEvents events;
  public final SignInAttempts attempts;
  public final SecondFactor secondFactor;
  public final SignIn signIn;
  public final Sessions sessions;
  public final Actors actors;
  public final StaffRoster roster;
  public final AdminActions actions;

  private Door(TestDatabases.Named database) {
    dialect = database.dialect();
    store =
        new DeskStore(
            new DatabaseSource(database.dialect(), database.dataSource()),
            UnaryOperator.identity());
    sql = new Sql(store);
    accounts = new Accounts(store);
    posts = new AccountPosts(store, clock);
    settings = new SecuritySettings(store, clock);
    events = new DeskEvents(store, clock);
    attempts = new SignInAttempts(store, settings, clock);
    secondFactor = new SecondFactor(store, box, clock, events);
    signIn = new SignIn(accounts, attempts, secondFactor, clock);
    sessions = new Sessions(store, settings, clock);
    actors = new Actors(posts, clock);
    roster = new StaffRoster(store);
    actions =
        new AdminActions(store, accounts, posts, attempts, secondFactor, settings, events, clock);
  }

  /** A clock that stands still until it is moved. */
  public static final class SetClock extends Clock {
    private volatile Instant now = START;

    public void pass(Duration time) {
      now = now.plus(time);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }

  /** Opens a fresh door on each database. */
  public static Stream<Door> both() {
    return TestDatabases.both().map(Door::new);
  }

  /** Puts a person into the roster and returns the staff id, which is the user name too. */
  public String staff() {
    String id = "staff." + PEOPLE.incrementAndGet();
    staff(id, id);
    return id;
  }

  /** Puts a person with a user name into the roster. */
  public void staff(String id, String username) {
    sql.update(
        "INSERT INTO desk_staff (staff_id, username, name, kana, email) VALUES (?, ?, ?, '', '')",
        id,
        username,
        "職員 " + id);
  }

  /** Makes an account of a new person of the roster. */
  public Account account() {
    String id = staff();
    accounts.addStaff(id, id, "職員", HASH, false, clock.now());
    return get(id);
  }

  /** Makes the administrator's account outside the roster. */
  public Account administrator() {
    String id = "admin." + PEOPLE.incrementAndGet();
    String account = accounts.addOutsider(id, "管理者", HASH, clock.now());
    posts.give(
        account,
        org.tsunagi.api.access.HostRole.INTEGRATOR,
        Optional.empty(),
        clock.today(),
        Optional.empty(),
        account);
    return get(account);
  }

  public Account get(String id) {
    return accounts.find(id).orElseThrow();
  }

  public StaffRoster.Person person(String id) {
    return roster.find(id).orElseThrow();
  }

  /** Answers whether user name and password are accepted, from an address of its own. */
  public boolean enters(Account account, String password) {
    return signIn.check(account.username(), password, "a-" + account.id())
        instanceof SignIn.Accepted;
  }

  /** Opens a full session and returns its token. */
  public String session(Account account) {
    return sessions.open(account, Stage.FULL, "192.0.2.1", "Firefox / Linux");
  }

  @Override
  public String toString() {
    return dialect;
  }
}
