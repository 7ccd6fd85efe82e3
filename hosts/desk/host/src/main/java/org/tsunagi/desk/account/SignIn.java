// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.desk.account;

import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The check of user name, password and second factor, with its limits. */
@Component(service = SignIn.class)
public final class SignIn {
  private static final Logger LOG = LoggerFactory.getLogger(SignIn.class);

  private final Accounts accounts;
  private final SignInAttempts attempts;
  private final SecondFactor secondFactor;
  private final DeskClock clock;

  /** Takes what it checks against. */
  @Activate
  public SignIn(
      @Reference Accounts accounts,
      @Reference SignInAttempts attempts,
      @Reference SecondFactor secondFactor,
      @Reference DeskClock clock) {
    this.accounts = accounts;
    this.attempts = attempts;
    this.secondFactor = secondFactor;
    this.clock = clock;
  }

  /** The answer to an attempt. */
  public sealed interface Answer permits Accepted, Refused {}

  /**
   * The password was right.
   *
   * @param account whose it is
   */
  public record Accepted(Account account) implements Answer {}

  /**
   * The attempt was refused; the same for a name that no account has.
   *
   * @param tooMany whether too many attempts went before
   */
  public record Refused(boolean tooMany) implements Answer {}

  /** Checks user name and password. */
  public Answer check(String username, String password, String address) {
    Optional<String> attempt = attempts.open(username, address);
    if (attempt.isEmpty()) {
      return new Refused(true);
    }
    Optional<Account> account = accounts.findByUsername(username);
    boolean right =
        account
            .map(found -> PasswordHash.matches(found.passwordHash(), password))
            .orElseGet(() -> PasswordHash.matchesNobody(password));
    if (!right || account.filter(this::open).isEmpty()) {
      return new Refused(false);
    }
    Account found = account.get();
    if (PasswordHash.outdated(found.passwordHash())) {
      accounts.strengthen(found.id(), PasswordHash.of(password));
    }
    boolean whole = !found.secondFactor();
    attempts.close(
        attempt.get(), whole ? SignInAttempts.Outcome.SUCCEEDED : SignInAttempts.Outcome.HALFWAY);
    return new Accepted(found);
  }

  /** Checks the second factor of an account whose password was right. */
  public Answer checkSecond(Account account, String code, String address) {
    Optional<String> attempt = attempts.open(account.username(), address);
    if (attempt.isEmpty()) {
      return new Refused(true);
    }
    if (account.disabled() || !secondFactor.accepts(account, code)) {
      return new Refused(false);
    }
    attempts.close(attempt.get(), SignInAttempts.Outcome.SUCCEEDED);
    return new Accepted(account);
  }

  private boolean open(Account account) {
    boolean shared =
        account.staffId().filter(id -> accounts.shared(id, account.username())).isPresent();
    if (shared) {
      LOG.warn("the roster gives the user name of account {} to somebody else too", account.id());
    }
    return !shared
        && !account.disabled()
        && account.oneTimeUntil().map(until -> clock.now().isBefore(until)).orElse(true);
  }
}
