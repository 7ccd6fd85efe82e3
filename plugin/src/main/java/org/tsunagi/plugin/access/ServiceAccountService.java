// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.access;

import java.security.SecureRandom;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.api.access.Actor;
import org.tsunagi.api.operation.ServiceAccounts;
import org.tsunagi.plugin.access.domain.BearerToken;
import org.tsunagi.plugin.access.domain.ServiceAccount;
import org.tsunagi.plugin.access.persistence.ServiceAccountRows;
import org.tsunagi.plugin.platform.SchoolClock;
import org.tsunagi.plugin.platform.Transactions;
import org.tsunagi.plugin.shared.Malformed;
import org.tsunagi.plugin.shared.Missing;

/** Makes, lists, revokes and recognises service accounts. */
@Component(service = {ServiceAccountService.class, ServiceAccounts.class})
public final class ServiceAccountService implements ServiceAccounts {
  private static final Target ALL = new Target.Installation();
  private static final Actor HOST = new Actor("host", "host", List.of(), Set.of(), false);
  private static final int LONGEST_NAME = 64;

  private final SecureRandom random = new SecureRandom();
  private final Gate gate;
  private final AuditTrail audit;
  private final Transactions transactions;
  private final SchoolClock clock;

  /** Makes the service. */
  @Activate
  public ServiceAccountService(
      @Reference Gate gate,
      @Reference AuditTrail audit,
      @Reference Transactions transactions,
      @Reference SchoolClock clock) {
    this.gate = gate;
    this.audit = audit;
    this.transactions = transactions;
    this.clock = clock;
  }

  @Override
  @OpenToAll("only the host itself reaches this, when it is started with a token file")
  public String issue(String name, Set<String> privileges) {
    Set<String> wanted =
        privileges.isEmpty()
            ? Arrays.stream(Privilege.values()).map(Privilege::code).collect(Collectors.toSet())
            : privileges;
    return make(HOST, name, wanted);
  }

  /** Lists all accounts by name, revoked ones too. */
  public List<ServiceAccount> list(Actor actor) {
    gate.require(actor, Privilege.ACCOUNT_MANAGE, ALL);
    return transactions.runSql(connection -> new ServiceAccountRows(connection).list());
  }

  /**
   * Makes an account with a new token, replacing the token of an account of that name. Nobody can
   * give away a privilege that is not theirs.
   *
   * @return the token, shown this once
   */
  public String create(Actor actor, String name, Set<String> privileges) {
    gate.require(actor, Privilege.ACCOUNT_MANAGE, ALL);
    if (privileges.isEmpty()) {
      throw new Malformed("privileges に権限を一つ以上指定してください。");
    }
    for (String code : privileges) {
      gate.require(actor, privilege(code), ALL);
    }
    return make(actor, name, privileges);
  }

  /** Revokes an account; its token stops working at once. */
  public void revoke(Actor actor, String name) {
    gate.require(actor, Privilege.ACCOUNT_MANAGE, ALL);
    transactions.<Boolean, RuntimeException>runSql(
        connection -> {
          ServiceAccountRows rows = new ServiceAccountRows(connection);
          ServiceAccount account = rows.find(name).orElseThrow(Missing::new);
          if (account.revokedAt().isEmpty()) {
            rows.revoke(name, clock.now());
            record(connection, actor, "account.revoke", name, Map.of());
          }
          return true;
        });
  }

  /** Finds the actor of a token; empty when there is none or it was revoked. */
  @OpenToAll("the token itself is the proof; nothing is given away without it")
  public Optional<Actor> authenticate(String token) {
    String hash = new BearerToken(token).hash();
    return transactions.runSql(
        connection -> {
          ServiceAccountRows rows = new ServiceAccountRows(connection);
          Optional<ServiceAccount> account = rows.findWorking(hash);
          account.ifPresent(found -> touch(rows, found));
          return account.map(ServiceAccountService::actor);
        });
  }

  private void touch(ServiceAccountRows rows, ServiceAccount account) {
    Instant now = clock.now();
    // To the minute is enough, and spares a write on every request.
    if (account.lastUsedAt().isEmpty()
        || Duration.between(account.lastUsedAt().get(), now).abs().toMinutes() >= 1) {
      rows.touch(account.name(), now);
    }
  }

  private String make(Actor actor, String name, Set<String> privileges) {
    if (name.isBlank() || name.length() > LONGEST_NAME) {
      throw new Malformed("name は1文字から64文字までで指定してください。");
    }
    privileges.forEach(ServiceAccountService::privilege);
    byte[] bytes = new byte[32];
    random.nextBytes(bytes);
    BearerToken token = BearerToken.of(bytes);
    List<String> codes = List.copyOf(new TreeSet<>(privileges));
    transactions.<Boolean, RuntimeException>runSql(
        connection -> {
          new ServiceAccountRows(connection)
              .save(
                  new ServiceAccount(
                      name, codes, clock.now(), actor.id(), Optional.empty(), Optional.empty()),
                  token.hash());
          Map<String, String> facts = Map.of("privileges", String.join(" ", codes));
          record(connection, actor, "account.issue", name, facts);
          return true;
        });
    return token.value();
  }

  private void record(
      Connection connection, Actor actor, String action, String name, Map<String, String> facts) {
    audit.record(connection, actor, Optional.empty(), action, "service-account:" + name, facts);
  }

  private static Privilege privilege(String code) {
    return Privilege.find(code)
        .orElseThrow(() -> new Malformed("privileges に知らない権限があります。一覧は利用者の手引きを見てください。"));
  }

  private static Actor actor(ServiceAccount account) {
    return new Actor(
        "service:" + account.name(),
        account.name(),
        List.of(),
        Set.copyOf(account.privileges()),
        false);
  }
}
