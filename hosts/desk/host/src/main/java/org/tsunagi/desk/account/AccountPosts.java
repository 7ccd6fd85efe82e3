// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.desk.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.api.access.HostRole;
import org.tsunagi.api.school.HomeroomId;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.api.staff.Post;
import org.tsunagi.api.store.Store;

/** Posts that were given at the desk, beside those of the roster. */
@Component(service = AccountPosts.class)
public final class AccountPosts {
  private final Sql sql;
  private final DeskClock clock;

  /** Takes the database and the clock. */
  @Activate
  public AccountPosts(@Reference Store store, @Reference DeskClock clock) {
    this.sql = new Sql(store);
    this.clock = clock;
  }

  /**
   * A post given at the desk.
   *
   * @param id the row's id
   * @param post the post
   */
  public record Given(String id, Post post) {}

  /** Lists all posts ever given to an account, the newest first. */
  public List<Given> list(String account) {
    return sql
        .list(
            "SELECT post_id, role, school_id, NULL AS homeroom_id, first_on, last_on"
                + " FROM desk_account_post"
                + " WHERE account_id = ? ORDER BY first_on DESC, post_id",
            AccountPosts::read,
            account)
        .stream()
        .flatMap(Optional::stream)
        .toList();
  }

  /** Lists the posts that an account holds on a day, those of the roster first. */
  public List<Post> listHeld(Account account, LocalDate on) {
    return sql
        .list(
            "SELECT post_id, role, school_id, homeroom_id, first_on, last_on FROM ("
                + "SELECT 1 AS part, p.named_no, p.post_id, p.role, c.school_id, p.homeroom_id,"
                + " p.first_on, p.last_on FROM desk_post p"
                + " LEFT JOIN desk_school c ON c.school_no = p.school_no WHERE p.staff_id = ?"
                + " UNION ALL SELECT 2, 0, p.post_id, p.role, p.school_id, NULL, p.first_on,"
                + " p.last_on FROM desk_account_post p WHERE p.account_id = ?) held"
                + " WHERE first_on <= ? AND (last_on IS NULL OR last_on >= ?)"
                + " ORDER BY part, first_on, named_no, post_id",
            AccountPosts::read,
            account.staffId().orElse(""),
            account.id(),
            on,
            on)
        .stream()
        .flatMap(Optional::stream)
        .map(Given::post)
        .distinct()
        .toList();
  }

  /** Gives a post from a day on; no school means every school. */
  public void give(
      String account,
      HostRole role,
      Optional<SchoolId> school,
      LocalDate first,
      Optional<LocalDate> last,
      String by) {
    sql.update(
        "INSERT INTO desk_account_post (post_id, account_id, role, school_id, first_on, last_on,"
            + " granted_by, granted_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        UUID.randomUUID().toString(),
        account,
        role.code(),
        school.map(SchoolId::value).orElse(null),
        first,
        last.orElse(null),
        by,
        clock.now());
  }

  /** Ends a post after a day; a post that has not begun ends before it begins. */
  public boolean end(String account, String post, LocalDate last) {
    return sql.update(
            "UPDATE desk_account_post SET last_on = ? WHERE post_id = ? AND account_id = ?"
                + " AND (last_on IS NULL OR last_on > ?)",
            last,
            post,
            account,
            last)
        == 1;
  }

  /** Counts open accounts other than one that hold the integrator's post for all schools. */
  public long countOtherIntegrators(String account, LocalDate on) {
    return sql.count(
        "SELECT count(DISTINCT p.account_id) FROM desk_account_post p"
            + " JOIN desk_account a ON a.account_id = p.account_id"
            + " WHERE p.account_id <> ? AND p.role = 'integrator' AND p.school_id IS NULL"
            + " AND p.first_on <= ? AND (p.last_on IS NULL OR p.last_on >= ?)"
            + " AND a.disabled_at IS NULL AND NOT EXISTS (SELECT 1 FROM desk_staff s"
            + " WHERE s.staff_id = a.staff_id AND s.active = FALSE)",
        account,
        on,
        on);
  }

  private static Optional<Given> read(ResultSet row) throws SQLException {
    String id = row.getString("post_id");
    @Nullable LocalDate last = row.getObject("last_on", LocalDate.class);
    LocalDate first = row.getObject("first_on", LocalDate.class);
    Optional<SchoolId> school = Optional.ofNullable(row.getString("school_id")).map(SchoolId::new);
    Optional<HomeroomId> homeroom =
        Optional.ofNullable(row.getString("homeroom_id")).map(HomeroomId::new);
    return HostRole.find(row.getString("role"))
        .map(
            role ->
                new Given(id, new Post(role, school, homeroom, first, Optional.ofNullable(last))));
  }
}
