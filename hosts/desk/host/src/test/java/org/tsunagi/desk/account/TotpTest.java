// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.desk.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {
  private static final String SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

  /** Basis: RFC 6238, appendix B, SHA-1, the last six digits. */
  @ParameterizedTest
  @CsvSource({
    "59,287082",
    "1111111109,081804",
    "1111111111,050471",
    "1234567890,005924",
    "2000000000,279037",
    "20000000000,353130"
  })
  void givesTheCodesOfTheStandard(long second, String code) {
    assertEquals(code, Totp.codeAt(SECRET, Instant.ofEpochSecond(second)));
  }

  @Test
  void acceptsOneStepEarlierAndLaterButNotTwo() {
    assertTrue(Totp.findStep(SECRET, "287082", Instant.ofEpochSecond(59 + 30)).isPresent());
    assertTrue(Totp.findStep(SECRET, "287082", Instant.ofEpochSecond(59 - 30)).isPresent());
    assertTrue(Totp.findStep(SECRET, "287082", Instant.ofEpochSecond(59 + 60)).isEmpty());
  }

  @Test
  void aPasswordMatchesItsOwnHashOnly() {
    String hash = PasswordHash.of("correct horse staple");
    assertTrue(PasswordHash.matches(hash, "correct horse staple"));
    assertFalse(PasswordHash.matches(hash, "correct horse stapl"));
    assertFalse(PasswordHash.outdated(hash));
  }

  @ParameterizedTest
  @CsvSource({
    "elevenchars,password.short",
    "passwordpassword,password.common",
    "aaaaaaaaaaaaaaa,password.common"
  })
  void aWeakPasswordIsRefused(String password, String fault) {
    assertEquals(Optional.of(fault), PasswordRules.findFault(password, "sato"));
  }
}
