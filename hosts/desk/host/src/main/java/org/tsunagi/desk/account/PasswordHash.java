// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.desk.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.text.Normalizer;
import java.util.Base64;
import java.util.concurrent.Semaphore;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Argon2id hashes in the usual text form, which carries its own parameters.
 *
 * <p>New hashes use 19 MiB, two passes and one lane. At most four are computed at a time, so that a
 * flood of attempts cannot take the heap.
 */
public final class PasswordHash {
  private static final int MEMORY_KIB = 19 * 1024;
  private static final int PASSES = 2;
  private static final int LANES = 1;
  private static final int LENGTH = 32;
  private static final Semaphore AT_ONCE = new Semaphore(4);
  private static final Pattern FORM =
      Pattern.compile(
          "\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,3}),p=(\\d{1,2})\\$([A-Za-z0-9+/]+)\\$([A-Za-z0-9+/]+)");
  private static final String NOBODY = of("nobody has this password");

  private PasswordHash() {}

  /** Returns the hash of a password with a new salt. */
  public static String of(String password) {
    byte[] salt = Secrets.bytes(16);
    byte[] hash = compute(password, salt, MEMORY_KIB, PASSES, LANES, LENGTH);
    Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
    return "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s"
        .formatted(
            MEMORY_KIB, PASSES, LANES, base64.encodeToString(salt), base64.encodeToString(hash));
  }

  /** Tells whether a password has this hash. */
  public static boolean matches(String hash, String password) {
    Matcher form = FORM.matcher(hash);
    if (!form.matches()) {
      return false;
    }
    byte[] expected = Base64.getDecoder().decode(form.group(5));
    byte[] actual =
        compute(
            password,
            Base64.getDecoder().decode(form.group(4)),
            Integer.parseInt(form.group(1)),
            Integer.parseInt(form.group(2)),
            Integer.parseInt(form.group(3)),
            expected.length);
    return MessageDigest.isEqual(expected, actual);
  }

  /** Spends the time of a comparison where there is no account, and answers no. */
  public static boolean matchesNobody(String password) {
    return matches(NOBODY, password) && NOBODY.isEmpty();
  }

  /** Tells whether a hash was made with weaker parameters than new ones are. */
  public static boolean outdated(String hash) {
    Matcher form = FORM.matcher(hash);
    return !form.matches()
        || Integer.parseInt(form.group(1)) < MEMORY_KIB
        || Integer.parseInt(form.group(2)) < PASSES;
  }

  private static byte[] compute(
      String password, byte[] salt, int memory, int passes, int lanes, int length) {
    Argon2BytesGenerator generator = new Argon2BytesGenerator();
    generator.init(
        new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
            .withVersion(Argon2Parameters.ARGON2_VERSION_13)
            .withMemoryAsKB(memory)
            .withIterations(passes)
            .withParallelism(lanes)
            .withSalt(salt)
            .build());
    byte[] hash = new byte[length];
    byte[] typed =
        Normalizer.normalize(password, Normalizer.Form.NFC).getBytes(StandardCharsets.UTF_8);
    AT_ONCE.acquireUninterruptibly();
    try {
      generator.generateBytes(typed, hash);
    } finally {
      AT_ONCE.release();
    }
    return hash;
  }
}
