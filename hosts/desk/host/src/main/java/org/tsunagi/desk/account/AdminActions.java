// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.desk.account;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.api.access.HostRole;
import org.tsunagi.api.staff.Post;
import org.tsunagi.api.store.Store;

/**
 * What an administrator does to accounts; each leaves its event in the same transaction.
 *
 * <p>The caller has checked that the one who acts is an administrator. Answers are the message key
 * of a refusal, or the empty text.
 */
@Component(service = AdminActions.class)
public final class AdminActions {
  /** How long an issued password works. */
  public static final Duration ISSUED_FOR = Duration.ofDays(7);

  private static final String DONE = "";

  private final Store store;
  private final Sql sql;
  private final Accounts accounts;
  private final AccountPosts posts;
  private final SignInAttempts attempts;
  private final SecondFactor secondFactor;
  private final SecuritySettings settings;
  private final DeskEvents events;
  private final DeskClock clock;

  /** Takes everything that is administered. */
  @Activate
  public AdminActions(
      @Reference Store store,
      @Reference Accounts accounts,
      @Reference AccountPosts posts,
      @Reference SignInAttempts attempts,
      @Reference SecondFactor secondFactor,
      @Reference SecuritySettings settings,
      @Reference DeskEvents events,
      @Reference DeskClock clock) {
    this.store = store;
    this.sql = new Sql(store);
    this.accounts = accounts;
    this.posts = posts;
    this.attempts = attempts;
    this.secondFactor = secondFactor;
    this.settings = settings;
    this.events = events;
    this.clock = clock;
  }

  /**
   * Issues a one-time password, making the account if there is none, and ends open sessions.
   *
   * @return the password, to be shown once; empty when the roster has no user name or another has
   *     it
   */
  public Optional<String> issuePassword(StaffRoster.Person person, String by) {
    String password = Secrets.readable(4, 4);
    String hash = PasswordHash.of(password);
    return store.transact(
        connection -> {
          if (accounts.shared(person.id(), person.username())) {
            return Optional.empty();
          }
          if (!person.account()) {
            boolean unusable =
                person.username().isBlank()
                    || accounts.findByUsername(person.username()).isPresent();
            if (unusable) {
              return Optional.empty();
            }
            accounts.addStaff(
                person.id(), person.username(), person.name(), hash, true, clock.now());
          }
          accounts.issuePassword(person.id(), hash, clock.now(), ISSUED_FOR);
          endAll(person.id());
          events.record(by, "PASSWORD_ISSUED", person.id(), "");
          return Optional.of(password);
        });
  }

  /** Shuts an account at once; the last administrator's stays open. */
  public String disable(StaffRoster.Person person, String by, LocalDate today) {
    return store.transact(
        connection -> {
          if (person.id().equals(by) || posts.countOtherIntegrators(person.id(), today) == 0) {
            return "person.lastAdministrator";
          }
          accounts.disable(person.id(), clock.now());
          endAll(person.id());
          events.record(by, "ACCOUNT_DISABLED", person.id(), "");
          return DONE;
        });
  }

  /** Opens a shut account. */
  public String enable(StaffRoster.Person person, String by) {
    return store.transact(
        connection -> {
          accounts.enable(person.id());
          events.record(by, "ACCOUNT_ENABLED", person.id(), "");
          return DONE;
        });
  }

  /** Lifts the lock of a user name. */
  public String unlock(StaffRoster.Person person, String by) {
    return store.transact(
        connection -> {
          attempts.unlock(person.username());
          events.record(by, "ACCOUNT_UNLOCKED", person.id(), "");
          return DONE;
        });
  }

  /** Takes a lost second factor away and ends open sessions. */
  public String resetSecondFactor(StaffRoster.Person person, String by) {
    return store.transact(
        connection -> {
          secondFactor.remove(person.id(), by);
          endAll(person.id());
          return DONE;
        });
  }

  /** Ends all sessions of a person. */
  public String endSessions(StaffRoster.Person person, String by) {
    return store.transact(
        connection -> {
          endAll(person.id());
          events.record(by, "SESSIONS_ENDED", person.id(), "");
          return DONE;
        });
  }

  /** Gives a post. */
  public String givePost(StaffRoster.Person person, Post post, String by) {
    if (!person.account()) {
      return "person.noAccount";
    }
    return store.transact(
        connection -> {
          posts.give(person.id(), post.role(), post.school(), post.first(), post.last(), by);
          events.record(by, "POST_GIVEN", person.id(), post.role().code());
          return DONE;
        });
  }

  /** Ends a post with yesterday; the last administrator's stays. */
  public String endPost(StaffRoster.Person person, String id, String by, LocalDate today) {
    return store.transact(
        connection -> {
          Optional<Post> post =
              posts.list(person.id()).stream()
                  .filter(given -> given.id().equals(id))
                  .map(AccountPosts.Given::post)
                  .findFirst();
          boolean administers =
              post.filter(held -> held.role() == HostRole.INTEGRATOR && held.school().isEmpty())
                  .isPresent();
          if (administers && posts.countOtherIntegrators(person.id(), today) == 0) {
            return "person.lastAdministrator";
          }
          if (post.isPresent() && posts.end(person.id(), id, today.minusDays(1))) {
            events.record(by, "POST_ENDED", person.id(), post.get().role().code());
          }
          return DONE;
        });
  }

  /** Sets the settings that differ. */
  public void setSettings(Map<SecuritySettings.Key, Integer> chosen, String by) {
    store.transact(
        connection -> {
          chosen.forEach(
              (key, value) -> {
                if (settings.get(key) != value) {
                  settings.set(key, value, by);
                  events.record(by, "SETTING_CHANGED", key.code(), Integer.toString(value));
                }
              });
          return DONE;
        });
  }

  private void endAll(String account) {
    sql.update("DELETE FROM desk_session WHERE account_id = ?", account);
  }
}
