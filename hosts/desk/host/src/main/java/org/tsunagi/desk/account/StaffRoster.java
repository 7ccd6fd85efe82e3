// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.desk.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.api.store.Store;

/** The people of the roster and outside it, with the state of their accounts. */
@Component(service = StaffRoster.class)
public final class StaffRoster {
  private static final String PEOPLE =
      "(SELECT s.staff_id AS person_id, COALESCE(a.username, s.username) AS username, s.name AS name,"
          + " COALESCE(s.kana, '') AS kana, s.active AS active, a.account_id, a.disabled_at,"
          + " a.must_change, a.totp_confirmed_at"
          + " FROM desk_staff s LEFT JOIN desk_account a ON a.account_id = s.staff_id"
          + " UNION ALL SELECT a.account_id, a.username, a.display_name, '', TRUE, a.account_id,"
          + " a.disabled_at, a.must_change, a.totp_confirmed_at"
          + " FROM desk_account a WHERE a.staff_id IS NULL) p";
  private static final String MATCHING =
      " WHERE (LOWER(p.name) LIKE ? ESCAPE '!' OR p.kana LIKE ? ESCAPE '!'"
          + " OR LOWER(p.username) LIKE ? ESCAPE '!')";

  private final Sql sql;

  /** Takes the database. */
  @Activate
  public StaffRoster(@Reference Store store) {
    this.sql = new Sql(store);
  }

  /**
   * A person with the state of the account.
   *
   * @param id the staff id, or the account's id outside the roster
   * @param username the user name; empty when the roster has none
   * @param name the name
   * @param kana its reading; may be empty
   * @param active whether the roster still has the person
   * @param account whether there is an account
   * @param disabled whether the account was shut
   * @param waiting whether an issued password was not yet changed
   * @param secondFactor whether a second factor is set
   */
  public record Person(
      String id,
      String username,
      String name,
      String kana,
      boolean active,
      boolean account,
      boolean disabled,
      boolean waiting,
      boolean secondFactor) {}

  /** Lists people whose name, reading or user name contains a text. */
  public List<Person> list(String text, int offset, int limit) {
    String like = like(text);
    return sql.list(
        "SELECT * FROM "
            + PEOPLE
            + MATCHING
            + " ORDER BY p.kana, p.name, p.person_id OFFSET ? ROWS FETCH NEXT ? ROWS ONLY",
        StaffRoster::read,
        like,
        like,
        like,
        offset,
        limit);
  }

  /** Counts the people that {@link #list} would give. */
  public long count(String text) {
    String like = like(text);
    return sql.count("SELECT count(*) FROM " + PEOPLE + MATCHING, like, like, like);
  }

  /** Finds a person. */
  public Optional<Person> find(String id) {
    return sql.find("SELECT * FROM " + PEOPLE + " WHERE p.person_id = ?", StaffRoster::read, id);
  }

  private static Person read(ResultSet row) throws SQLException {
    return new Person(
        row.getString("person_id"),
        Optional.ofNullable(row.getString("username")).orElse(""),
        row.getString("name"),
        row.getString("kana"),
        row.getBoolean("active"),
        row.getString("account_id") != null,
        row.getObject("disabled_at") != null,
        row.getBoolean("must_change"),
        row.getObject("totp_confirmed_at") != null);
  }

  private static String like(String text) {
    String plain = text.strip().toLowerCase(Locale.ROOT).replace("!", "!!").replace("%", "!%");
    return "%" + plain.replace("_", "!_") + "%";
  }
}
