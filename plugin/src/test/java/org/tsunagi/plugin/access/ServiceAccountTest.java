// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tsunagi.api.access.Actor;
import org.tsunagi.api.access.HostRole;
import org.tsunagi.api.staff.Post;
import org.tsunagi.plugin.access.persistence.SqlAuditTrail;
import org.tsunagi.plugin.shared.Malformed;
import org.tsunagi.plugin.shared.Missing;
import org.tsunagi.plugin.shared.NotPermitted;
import org.tsunagi.testing.TestDatabases;

class ServiceAccountTest {
  @ParameterizedTest
  @MethodSource("org.tsunagi.testing.TestDatabases#both")
  void aTokenWorksUntilItIsRevokedAndIsKeptAsAHash(TestDatabases.Named database) throws Exception {
    try (Ground ground = new Ground(database)) {
      ServiceAccountService accounts = service(ground);
      Actor integrator = integrator();
      String token = accounts.create(integrator, "連携", Set.of("tally.read", "import.run"));
      assertTrue(token.matches("tsg_[A-Za-z0-9_-]{43}"), "the token's shape");
      Actor account = accounts.authenticate(token).orElseThrow();
      assertEquals("service:連携", account.id());
      assertEquals(Set.of("tally.read", "import.run"), account.privileges());
      assertEquals(
          0, ground.count("SELECT count(*) FROM service_account WHERE token_hash LIKE 'tsg%'"));
      assertEquals(Optional.empty(), accounts.authenticate(token + "x"));
      assertEquals(Optional.empty(), accounts.authenticate(""));
      accounts.revoke(integrator, "連携");
      accounts.revoke(integrator, "連携");
      assertEquals(Optional.empty(), accounts.authenticate(token));
      assertEquals(1, accounts.list(integrator).size());
      assertEquals(2, ground.count("SELECT count(*) FROM audit_row"));
      assertThrows(Missing.class, () -> accounts.revoke(integrator, "nobody"));
    }
  }

  @ParameterizedTest
  @MethodSource("org.tsunagi.testing.TestDatabases#both")
  void aNewTokenReplacesTheOldOne(TestDatabases.Named database) throws Exception {
    try (Ground ground = new Ground(database)) {
      ServiceAccountService accounts = service(ground);
      String first = accounts.issue("first", Set.of());
      String second = accounts.issue("first", Set.of());
      assertEquals(Optional.empty(), accounts.authenticate(first));
      Actor account = accounts.authenticate(second).orElseThrow();
      assertEquals(Privilege.values().length, account.privileges().size());
    }
  }

  @ParameterizedTest
  @MethodSource("org.tsunagi.testing.TestDatabases#both")
  void nobodyGivesAwayAPrivilegeThatIsNotTheirs(TestDatabases.Named database) throws Exception {
    try (Ground ground = new Ground(database)) {
      ServiceAccountService accounts = service(ground);
      Actor integrator = integrator();
      assertThrows(
          NotPermitted.class, () -> accounts.create(integrator, "x", Set.of("sheet.read")));
      assertThrows(Malformed.class, () -> accounts.create(integrator, "x", Set.of("all")));
      assertThrows(Malformed.class, () -> accounts.create(integrator, "x", Set.of()));
      Actor limited =
          new Actor("service:a", "a", List.of(), Set.of("account.manage", "tally.read"), false);
      assertThrows(NotPermitted.class, () -> accounts.create(limited, "x", Set.of("import.run")));
      Actor nobody = new Actor("t", "t", List.of(), Set.of(), true);
      assertThrows(NotPermitted.class, () -> accounts.list(nobody));
      assertThrows(NotPermitted.class, () -> accounts.revoke(nobody, "x"));
      assertEquals(0, ground.count("SELECT count(*) FROM service_account"));
      assertEquals(0, ground.count("SELECT count(*) FROM audit_row"));
    }
  }

  private static ServiceAccountService service(Ground ground) {
    return new ServiceAccountService(
        new TableGate(ground), new SqlAuditTrail(ground), ground, ground);
  }

  private static Actor integrator() {
    Post post =
        new Post(
            HostRole.INTEGRATOR,
            Optional.empty(),
            Optional.empty(),
            Ground.TODAY,
            Optional.empty());
    return new Actor("i1", "試験　担当", List.of(post), Set.of(), true);
  }
}
