// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.desk.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.api.store.Store;

/** The accounts in the database. */
@Component(service = Accounts.class)
public final class Accounts {
  /** The columns that {@link #read} needs, of {@code desk_account a} and {@code desk_staff s}. */
  public static final String COLUMNS =
      "a.account_id, a.staff_id, a.username, a.display_name, a.password_hash, a.must_change,"
          + " a.one_time_until, a.disabled_at, a.totp_confirmed_at, a.locale,"
          + " s.name AS staff_name, s.active AS staff_active";

  /** The tables of {@link #COLUMNS}. */
  public static final String TABLES =
      "desk_account a LEFT JOIN desk_staff s ON s.staff_id = a.staff_id";

  private static final String SELECT = "SELECT " + COLUMNS + " FROM " + TABLES;

  private final Sql sql;

  /** Takes the database. */
  @Activate
  public Accounts(@Reference Store store) {
    this.sql = new Sql(store);
  }

  /** Tells whether there is no account at all. */
  public boolean none() {
    return sql.count("SELECT count(*) FROM desk_account") == 0;
  }

  /** Finds an account by what was typed as user name. */
  public Optional<Account> findByUsername(String username) {
    return sql.find(SELECT + " WHERE a.username_key = ?", Accounts::read, Account.key(username));
  }

  /** Finds an account. */
  public Optional<Account> find(String id) {
    return sql.find(SELECT + " WHERE a.account_id = ?", Accounts::read, id);
  }

  /**
   * Tells whether the roster gives another active person the user name of a staff member's account;
   * then nobody can say whose name it is.
   */
  public boolean shared(String staffId, String username) {
    return sql.count(
            "SELECT count(*) FROM desk_staff WHERE active = TRUE AND LOWER(username) = ?"
                + " AND staff_id <> ?",
            Account.key(username),
            staffId)
        > 0;
  }

  /** Makes the account of a staff member; the password must be changed if it is one-time. */
  public void addStaff(
      String staffId, String username, String name, String hash, boolean change, Instant now) {
    add(staffId, staffId, username, name, hash, change, now);
  }

  /** Makes an account for a person outside the roster and returns its id. */
  public String addOutsider(String username, String name, String hash, Instant now) {
    String id = "account:" + UUID.randomUUID();
    add(id, null, username, name, hash, false, now);
    return id;
  }

  private void add(
      String id,
      @org.jspecify.annotations.Nullable String staffId,
      String username,
      String name,
      String hash,
      boolean change,
      Instant now) {
    sql.update(
        "INSERT INTO desk_account (account_id, staff_id, username, username_key, display_name,"
            + " password_hash, password_changed_at, must_change, totp_last_step, created_at)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, 0, ?)",
        id,
        staffId,
        username.strip(),
        Account.key(username),
        name,
        hash,
        now,
        change,
        now);
  }

  /** Sets a password that the person chose. */
  public void setPassword(String id, String hash, Instant now) {
    sql.update(
        "UPDATE desk_account SET password_hash = ?, password_changed_at = ?, must_change = FALSE,"
            + " one_time_until = NULL WHERE account_id = ?",
        hash,
        now,
        id);
  }

  /** Sets a one-time password that works for some time and must be changed at sign-in. */
  public void issuePassword(String id, String hash, Instant now, Duration valid) {
    sql.update(
        "UPDATE desk_account SET password_hash = ?, password_changed_at = ?, must_change = TRUE,"
            + " one_time_until = ? WHERE account_id = ?",
        hash,
        now,
        now.plus(valid),
        id);
  }

  /** Replaces the hash by a stronger one of the same password. */
  public void strengthen(String id, String hash) {
    sql.update("UPDATE desk_account SET password_hash = ? WHERE account_id = ?", hash, id);
  }

  /** Shuts an account. */
  public void disable(String id, Instant now) {
    sql.update("UPDATE desk_account SET disabled_at = ? WHERE account_id = ?", now, id);
  }

  /** Opens a shut account again. */
  public void enable(String id) {
    sql.update("UPDATE desk_account SET disabled_at = NULL WHERE account_id = ?", id);
  }

  /** Keeps the chosen language. */
  public void setLanguage(String id, String language) {
    sql.update("UPDATE desk_account SET locale = ? WHERE account_id = ?", language, id);
  }

  /** Reads an account from a row with {@link #COLUMNS}. */
  public static Account read(ResultSet row) throws SQLException {
    Optional<String> staffId = Optional.ofNullable(row.getString("staff_id"));
    boolean gone = staffId.isPresent() && !row.getBoolean("staff_active");
    return new Account(
        row.getString("account_id"),
        staffId,
        row.getString("username"),
        Optional.ofNullable(row.getString("staff_name")).orElse(row.getString("display_name")),
        row.getString("password_hash"),
        row.getBoolean("must_change"),
        Sql.findInstant(row, "one_time_until"),
        gone || Sql.findInstant(row, "disabled_at").isPresent(),
        Sql.findInstant(row, "totp_confirmed_at").isPresent(),
        Optional.ofNullable(row.getString("locale")));
  }
}
