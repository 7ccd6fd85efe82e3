// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.desk.session;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.api.store.Store;
import org.tsunagi.desk.account.Account;
import org.tsunagi.desk.account.Accounts;
import org.tsunagi.desk.account.DeskClock;
import org.tsunagi.desk.account.Secrets;
import org.tsunagi.desk.account.SecuritySettings;
import org.tsunagi.desk.account.Sql;

/** The open sessions in the database; any node can serve any of them. */
@Component(service = Sessions.class)
public final class Sessions {
  private static final Duration SEEN_STEP = Duration.ofMinutes(1);
  private static final String SELECT =
      "SELECT e.session_key, e.stage, e.second_factor, e.started_at, e.seen_at, e.address,"
          + " e.browser, "
          + Accounts.COLUMNS
          + " FROM desk_session e JOIN desk_account a ON a.account_id = e.account_id"
          + " LEFT JOIN desk_staff s ON s.staff_id = a.staff_id";

  private final Store store;
  private final Sql sql;
  private final SecuritySettings settings;
  private final DeskClock clock;

  /** Takes the database, the limits and the clock. */
  @Activate
  public Sessions(
      @Reference Store store, @Reference SecuritySettings settings, @Reference DeskClock clock) {
    this.store = store;
    this.sql = new Sql(store);
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * Opens a session after a right password and returns the token for the cookie.
   *
   * <p>The oldest sessions of the account end when there are too many; so does everything that has
   * run out, whoever it belonged to.
   */
  public String open(Account account, Stage stage, String address, String browser) {
    String token = Secrets.token();
    Instant now = clock.now();
    return store.transact(
        connection -> {
          removeEnded(now);
          removeOldest(account.id());
          sql.update(
              "INSERT INTO desk_session (token_hash, session_key, account_id, stage,"
                  + " second_factor, started_at, seen_at, address, browser)"
                  + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
              Secrets.hash(token),
              UUID.randomUUID().toString(),
              account.id(),
              stage.code(),
              false,
              now,
              now,
              address,
              browser);
          return token;
        });
  }

  /**
   * Finds the session of a cookie, if it has not ended; notes at most once a minute that it was.
   */
  public Optional<DeskSession> find(String token) {
    String hash = Secrets.hash(token);
    Optional<DeskSession> found =
        sql.find(SELECT + " WHERE e.token_hash = ?", Sessions::read, hash);
    if (found.isEmpty() || ended(found.get())) {
      return Optional.empty();
    }
    Instant now = clock.now();
    if (Duration.between(found.get().seenAt(), now).compareTo(SEEN_STEP) >= 0) {
      sql.update("UPDATE desk_session SET seen_at = ? WHERE token_hash = ?", now, hash);
    }
    return found;
  }

  /** Moves a session to a further stage under a new token, and returns that. */
  public Optional<String> advance(String token, Stage stage, boolean secondFactor) {
    String next = Secrets.token();
    int moved =
        sql.update(
            "UPDATE desk_session SET token_hash = ?, stage = ?, second_factor = ?, seen_at = ?"
                + " WHERE token_hash = ?",
            Secrets.hash(next),
            stage.code(),
            secondFactor,
            clock.now(),
            Secrets.hash(token));
    return moved == 1 ? Optional.of(next) : Optional.empty();
  }

  /** Ends the session of a cookie. */
  public void end(String token) {
    sql.update("DELETE FROM desk_session WHERE token_hash = ?", Secrets.hash(token));
  }

  /** Ends one session of an account by its public key. */
  public boolean endOne(String account, String key) {
    return sql.update(
            "DELETE FROM desk_session WHERE account_id = ? AND session_key = ?", account, key)
        == 1;
  }

  /** Ends all sessions of an account and returns how many. */
  public int endAll(String account) {
    return sql.update("DELETE FROM desk_session WHERE account_id = ?", account);
  }

  /** Ends all sessions of an account but one. */
  public int endOthers(String account, String key) {
    return sql.update(
        "DELETE FROM desk_session WHERE account_id = ? AND session_key <> ?", account, key);
  }

  /** Lists the open sessions of an account, the last seen first. */
  public List<DeskSession> list(String account) {
    return sql
        .list(
            SELECT + " WHERE e.account_id = ? ORDER BY e.seen_at DESC, e.session_key",
            Sessions::read,
            account)
        .stream()
        .filter(session -> !ended(session))
        .toList();
  }

  private boolean ended(DeskSession session) {
    Instant now = clock.now();
    return session.account().disabled()
        || session.seenAt().isBefore(now.minus(idle()))
        || session.startedAt().isBefore(now.minus(longest()));
  }

  private Duration idle() {
    return Duration.ofMinutes(settings.get(SecuritySettings.Key.IDLE_MINUTES));
  }

  private Duration longest() {
    return Duration.ofHours(settings.get(SecuritySettings.Key.SESSION_HOURS));
  }

  private void removeEnded(Instant now) {
    sql.update(
        "DELETE FROM desk_session WHERE seen_at < ? OR started_at < ?",
        now.minus(idle()),
        now.minus(longest()));
  }

  private void removeOldest(String account) {
    List<String> keys =
        sql.list(
            "SELECT session_key FROM desk_session WHERE account_id = ?"
                + " ORDER BY seen_at DESC, started_at DESC, session_key",
            row -> row.getString(1),
            account);
    keys.stream()
        .skip(settings.get(SecuritySettings.Key.SESSIONS_PER_ACCOUNT) - 1L)
        .forEach(key -> endOne(account, key));
  }

  private static DeskSession read(ResultSet row) throws SQLException {
    return new DeskSession(
        row.getString("session_key"),
        Accounts.read(row),
        Stage.of(row.getString("stage")),
        row.getBoolean("second_factor"),
        Sql.instant(row, "started_at"),
        Sql.instant(row, "seen_at"),
        row.getString("address"),
        row.getString("browser"));
  }
}
