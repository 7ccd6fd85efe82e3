// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.desk.account;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.api.store.Store;

/**
 * Attempts to sign in, counted by the typed name and by the address.
 *
 * <p>An attempt is written as failed before it is checked, one after the other for each name and
 * each address, so that many at once are counted too. A name that no account has is counted like
 * any other.
 */
@Component(service = SignInAttempts.class)
public final class SignInAttempts {
  private static final int GATES = 64;
  private static final Duration ADDRESS_WINDOW = Duration.ofMinutes(15);

  private final Store store;
  private final Sql sql;
  private final SecuritySettings settings;
  private final DeskClock clock;

  /** Takes the database, the limits and the clock. */
  @Activate
  public SignInAttempts(
      @Reference Store store, @Reference SecuritySettings settings, @Reference DeskClock clock) {
    this.store = store;
    this.sql = new Sql(store);
    this.settings = settings;
    this.clock = clock;
  }

  /** What came of an attempt. */
  public enum Outcome {
    /** Wrong, or not yet checked. */
    FAILED("failed"),
    /** The password was right and a second factor is still asked for. */
    HALFWAY("halfway"),
    /** Signed in. */
    SUCCEEDED("succeeded"),
    /** Lifted by an administrator. */
    UNLOCKED("unlocked");

    private final String code;

    Outcome(String code) {
      this.code = code;
    }
  }

  /** Opens an attempt and returns its id; empty when the name or the address must wait. */
  public Optional<String> open(String username, String address) {
    String name = Secrets.hash(Account.key(username));
    return store.transact(
        connection -> {
          waitAt(Math.floorMod(name.hashCode(), GATES));
          waitAt(GATES + Math.floorMod(address.hashCode(), GATES));
          if (locked(name) || addressBusy(address)) {
            return Optional.empty();
          }
          return Optional.of(write(name, address, Outcome.FAILED));
        });
  }

  /** Waits until no other attempt of the same name or address is being counted, on any node. */
  private void waitAt(int gate) {
    sql.count("SELECT gate FROM desk_sign_in_gate WHERE gate = ? FOR UPDATE", gate);
  }

  /** Keeps what came of an attempt. */
  public void close(String attempt, Outcome outcome) {
    sql.update(
        "UPDATE desk_sign_in_attempt SET outcome = ? WHERE attempt_id = ?", outcome.code, attempt);
  }

  /** Tells whether a user name is locked now. */
  public boolean lockedName(String username) {
    return locked(Secrets.hash(Account.key(username)));
  }

  /** Lifts the lock of a user name. */
  public void unlock(String username) {
    write(Secrets.hash(Account.key(username)), "-", Outcome.UNLOCKED);
  }

  /** Removes attempts that count no more. */
  public void forgetOld() {
    sql.update(
        "DELETE FROM desk_sign_in_attempt WHERE attempted_at < ?",
        clock.now().minus(Duration.ofDays(30)));
  }

  private String write(String name, String address, Outcome outcome) {
    String id = UUID.randomUUID().toString();
    sql.update(
        "INSERT INTO desk_sign_in_attempt (attempt_id, name_hash, address, outcome, attempted_at)"
            + " VALUES (?, ?, ?, ?, ?)",
        id,
        name,
        address,
        outcome.code,
        clock.now());
    return id;
  }

  private boolean locked(String name) {
    Instant since =
        clock.now().minus(Duration.ofMinutes(settings.get(SecuritySettings.Key.LOCK_MINUTES)));
    long failures =
        sql.count(
            "SELECT count(*) FROM desk_sign_in_attempt t WHERE t.name_hash = ?"
                + " AND t.outcome = 'failed' AND t.attempted_at > ? AND NOT EXISTS ("
                + "SELECT 1 FROM desk_sign_in_attempt g WHERE g.name_hash = t.name_hash"
                + " AND g.outcome IN ('succeeded', 'unlocked')"
                + " AND g.attempted_at >= t.attempted_at)",
            name,
            since);
    return failures >= settings.get(SecuritySettings.Key.FAILURES_UNTIL_LOCK);
  }

  private boolean addressBusy(String address) {
    long failures =
        sql.count(
            "SELECT count(*) FROM desk_sign_in_attempt WHERE address = ? AND outcome = 'failed'"
                + " AND attempted_at > ?",
            address,
            clock.now().minus(ADDRESS_WINDOW));
    return failures >= settings.get(SecuritySettings.Key.FAILURES_PER_ADDRESS);
  }
}
