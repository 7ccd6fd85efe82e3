// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.desk.account;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.text.Normalizer;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import javax.crypto.spec.SecretKeySpec;

/**
 * Time-based one-time codes: SHA-1, six digits, thirty seconds, as every authenticator has them.
 */
public final class Totp {
  private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  private static final long STEP_SECONDS = 30;
  private static final TimeBasedOneTimePasswordGenerator GENERATOR =
      new TimeBasedOneTimePasswordGenerator();

  private Totp() {}

  /** Returns a new secret of 160 bits in base 32. */
  public static String newSecret() {
    return base32(Secrets.bytes(20));
  }

  /** Returns the code of a secret at an instant. */
  public static String codeAt(String secret, Instant at) {
    try {
      return GENERATOR.generateOneTimePasswordString(
          new SecretKeySpec(bytes(secret), "HmacSHA1"), at, Locale.ROOT);
    } catch (InvalidKeyException e) {
      throw new IllegalStateException("the secret is not a key", e);
    }
  }

  /** Finds the step for which a code is right: this one, the one before or the one after. */
  public static OptionalLong findStep(String secret, String code, Instant now) {
    String typed = Normalizer.normalize(code, Normalizer.Form.NFKC).replaceAll("[\\s-]", "");
    OptionalLong found = OptionalLong.empty();
    for (long step = -1; step <= 1; step++) {
      Instant at = now.plusSeconds(step * STEP_SECONDS);
      if (Secrets.same(codeAt(secret, at), typed)) {
        found = OptionalLong.of(Math.floorDiv(at.getEpochSecond(), STEP_SECONDS));
      }
    }
    return found;
  }

  /** Returns the address that an authenticator reads from the QR code. */
  public static String uri(String secret, String username) {
    String label = URLEncoder.encode("Tsunagi:" + username, StandardCharsets.UTF_8);
    return "otpauth://totp/"
        + label.replace("+", "%20")
        + "?secret="
        + secret
        + "&issuer=Tsunagi&algorithm=SHA1&digits=6&period=30";
  }

  static String base32(byte[] bytes) {
    StringBuilder text = new StringBuilder();
    int buffer = 0;
    int bits = 0;
    for (byte value : bytes) {
      buffer = (buffer << 8) | (value & 0xff);
      bits += 8;
      while (bits >= 5) {
        bits -= 5;
        text.append(ALPHABET.charAt((buffer >> bits) & 31));
      }
      buffer &= (1 << bits) - 1;
    }
    if (bits > 0) {
      text.append(ALPHABET.charAt((buffer << (5 - bits)) & 31));
    }
    return text.toString();
  }

  static byte[] bytes(String base32) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    int buffer = 0;
    int bits = 0;
    for (int i = 0; i < base32.length(); i++) {
      buffer = ((buffer << 5) | ALPHABET.indexOf(base32.charAt(i))) & 0xffff;
      bits += 5;
      if (bits >= 8) {
        bits -= 8;
        bytes.write((buffer >> bits) & 0xff);
      }
    }
    return bytes.toByteArray();
  }
}
