// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.desk.running;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** An authenticator as people have it on their telephones, written after RFC 6238. */
final class Authenticator {
  private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

  private Authenticator() {}

  /** Returns the code of now, or of some steps of half a minute later. */
  static String code(String secret, int steps) {
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(key(secret), "HmacSHA1"));
      long step = System.currentTimeMillis() / 30_000 + steps;
      byte[] hash = mac.doFinal(ByteBuffer.allocate(8).putLong(step).array());
      int number = ByteBuffer.wrap(hash, hash[19] & 15, 4).getInt() & 0x7fffffff;
      return "%06d".formatted(number % 1_000_000);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] key(String secret) {
    BigInteger bits = BigInteger.ZERO;
    for (char letter : secret.toCharArray()) {
      bits = bits.shiftLeft(5).or(BigInteger.valueOf(ALPHABET.indexOf(letter)));
    }
    byte[] bytes = bits.toByteArray();
    byte[] key = new byte[secret.length() * 5 / 8];
    byte[] last = Arrays.copyOfRange(bytes, Math.max(0, bytes.length - key.length), bytes.length);
    System.arraycopy(last, 0, key, key.length - last.length, last.length);
    return key;
  }
}
