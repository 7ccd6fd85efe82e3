// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.access.domain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;

/**
 * A bearer token, {@code tsg_} and 256 random bits. Its randomness is what protects it, so a plain
 * SHA-256 is enough to keep it by.
 *
 * @param value the text
 */
public record BearerToken(String value) {
  private static final String PREFIX = "tsg_";
  private static final int BYTES = 32;

  /** Makes a token of random bytes. */
  public static BearerToken of(byte[] random) {
    if (random.length != BYTES) {
      throw new IllegalArgumentException("a token needs 32 random bytes");
    }
    return new BearerToken(PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(random));
  }

  /** Returns the hash under which the token is kept, 64 hexadecimal digits. */
  public String hash() {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** Says nothing of the token, so that no log can. */
  @Override
  public String toString() {
    return PREFIX + "…";
  }
}
