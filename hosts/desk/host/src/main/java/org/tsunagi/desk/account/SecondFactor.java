// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.desk.account;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tsunagi.api.store.Store;

/** The second factor of an account: a time-based code, or one of ten recovery codes. */
@Component(service = SecondFactor.class)
public final class SecondFactor {
  private static final Logger LOG = LoggerFactory.getLogger(SecondFactor.class);
  private static final int RECOVERY_CODES = 10;

  private final Store store;
  private final Sql sql;
  private final SecretBox box;
  private final DeskClock clock;
  private final DeskEvents events;

  /** Takes the database, the key, the clock and the log. */
  @Activate
  public SecondFactor(
      @Reference Store store,
      @Reference SecretBox box,
      @Reference DeskClock clock,
      @Reference DeskEvents events) {
    this.store = store;
    this.box = box;
    this.sql = new Sql(store);
    this.clock = clock;
    this.events = events;
  }

  /**
   * Returns the secret that waits to be confirmed, a new one if none waits.
   *
   * @throws IllegalStateException when the account has a second factor
   */
  public String begin(Account account) {
    return store.transact(
        connection -> {
          Optional<String> sealed =
              sql.find(
                  "SELECT COALESCE(totp_secret, '') FROM desk_account WHERE account_id = ?"
                      + " AND totp_confirmed_at IS NULL FOR UPDATE",
                  row -> row.getString(1),
                  account.id());
          if (sealed.isEmpty()) {
            throw new IllegalStateException("the account has a second factor");
          }
          return box.open(account.id(), sealed.get()).orElseGet(() -> renew(account));
        });
  }

  private String renew(Account account) {
    String secret = Totp.newSecret();
    sql.update(
        "UPDATE desk_account SET totp_secret = ? WHERE account_id = ?",
        box.seal(account.id(), secret),
        account.id());
    return secret;
  }

  /** Confirms the waiting secret by a code; returns new recovery codes, none when it was wrong. */
  public List<String> confirm(Account account, String code) {
    OptionalLong step = Totp.findStep(begin(account), code, clock.now());
    if (step.isEmpty()) {
      return List.of();
    }
    return store.transact(
        connection -> {
          int confirmed =
              sql.update(
                  "UPDATE desk_account SET totp_confirmed_at = ?, totp_last_step = ?"
                      + " WHERE account_id = ? AND totp_confirmed_at IS NULL",
                  clock.now(),
                  step.getAsLong(),
                  account.id());
          if (confirmed == 0) {
            return List.of();
          }
          events.record(account.id(), "SECOND_FACTOR_SET", account.id(), "");
          return renewRecoveryCodes(account.id());
        });
  }

  /** Checks a code at sign-in; a code that was used before is refused. */
  public boolean accepts(Account account, String code) {
    Optional<String> sealed = confirmed(account.id());
    if (sealed.isEmpty()) {
      return false;
    }
    Optional<String> secret = box.open(account.id(), sealed.get());
    if (secret.isEmpty()) {
      LOG.error("the second factor of account {} was sealed under another key", account.id());
      return useRecoveryCode(account.id(), code);
    }
    OptionalLong step = Totp.findStep(secret.get(), code, clock.now());
    return step.isPresent()
        ? useStep(account.id(), step.getAsLong())
        : useRecoveryCode(account.id(), code);
  }

  private Optional<String> confirmed(String account) {
    return sql.find(
        "SELECT totp_secret FROM desk_account WHERE account_id = ? AND totp_secret IS NOT NULL"
            + " AND totp_confirmed_at IS NOT NULL",
        row -> row.getString(1),
        account);
  }

  private boolean useStep(String account, long step) {
    return sql.update(
            "UPDATE desk_account SET totp_last_step = ? WHERE account_id = ?"
                + " AND totp_last_step < ?",
            step,
            account,
            step)
        == 1;
  }

  /** Counts the recovery codes that are left. */
  public long recoveryCodesLeft(String account) {
    return sql.count(
        "SELECT count(*) FROM desk_recovery_code WHERE account_id = ? AND used_at IS NULL",
        account);
  }

  /** Replaces all recovery codes and returns the new ones, to be shown once. */
  public List<String> renewRecoveryCodes(String account) {
    return store.transact(
        connection -> {
          sql.update("DELETE FROM desk_recovery_code WHERE account_id = ?", account);
          List<String> codes = new ArrayList<>();
          for (int i = 0; i < RECOVERY_CODES; i++) {
            String code = Secrets.readable(3, 4);
            codes.add(code);
            sql.update(
                "INSERT INTO desk_recovery_code (account_id, code_hash) VALUES (?, ?)",
                account,
                hash(account, code));
          }
          return codes;
        });
  }

  /** Takes the second factor away. */
  public void remove(String account, String by) {
    store.transact(
        connection -> {
          sql.update("DELETE FROM desk_recovery_code WHERE account_id = ?", account);
          events.record(by, "SECOND_FACTOR_REMOVED", account, "");
          return sql.update(
              "UPDATE desk_account SET totp_secret = NULL, totp_confirmed_at = NULL,"
                  + " totp_last_step = 0 WHERE account_id = ?",
              account);
        });
  }

  private boolean useRecoveryCode(String account, String code) {
    boolean used =
        sql.update(
                "UPDATE desk_recovery_code SET used_at = ? WHERE account_id = ? AND code_hash = ?"
                    + " AND used_at IS NULL",
                clock.now(),
                account,
                hash(account, code))
            == 1;
    if (used) {
      events.record(account, "RECOVERY_CODE_USED", account, "");
    }
    return used;
  }

  /** Returns a code without what people leave out or type otherwise. */
  private static String plain(String code) {
    return Normalizer.normalize(code, Normalizer.Form.NFKC)
        .replaceAll("[^A-Za-z0-9]", "")
        .toUpperCase(Locale.ROOT);
  }

  private static String hash(String account, String code) {
    return Secrets.hash(account + " " + plain(code));
  }
}
