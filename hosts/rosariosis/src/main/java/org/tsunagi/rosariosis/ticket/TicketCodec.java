// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.rosariosis.ticket;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Reads tickets: {@code base64url(fields).base64url(HMAC-SHA256)}.
 *
 * <p>Several secrets may be valid, so that one can be changed without a pause.
 */
public final class TicketCodec {
  private static final int LONGEST = 4096;

  private final List<String> secrets;

  /** Takes the secrets, each of 32 characters or more. */
  public TicketCodec(List<String> secrets) {
    this.secrets = List.copyOf(secrets);
    if (secrets.isEmpty() || secrets.stream().anyMatch(secret -> secret.length() < 32)) {
      throw new IllegalArgumentException("a ticket's secret needs 32 characters or more");
    }
  }

  /** Reads a ticket; empty where it is not signed by one of the secrets or not whole. */
  public Optional<Ticket> read(String text) {
    int point = text.indexOf('.');
    if (point < 0 || text.length() > LONGEST || !signed(text, point)) {
      return Optional.empty();
    }
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(text.substring(0, point));
      return Optional.of(ticket(fields(new String(bytes, StandardCharsets.UTF_8))));
    } catch (IllegalArgumentException | Absent e) {
      return Optional.empty();
    }
  }

  private boolean signed(String text, int point) {
    byte[] sent;
    try {
      sent = Base64.getUrlDecoder().decode(text.substring(point + 1));
    } catch (IllegalArgumentException e) {
      return false;
    }
    byte[] body = text.substring(0, point).getBytes(StandardCharsets.US_ASCII);
    return secrets.stream().anyMatch(secret -> MessageDigest.isEqual(sign(secret, body), sent));
  }

  static byte[] sign(String secret, byte[] body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return mac.doFinal(body);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HmacSHA256", e);
    }
  }

  private static Map<String, String> fields(String query) {
    Map<String, String> fields = new HashMap<>();
    for (String pair : query.split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        fields.put(
            pair.substring(0, equals),
            URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
      }
    }
    return fields;
  }

  private static Ticket ticket(Map<String, String> fields) throws Absent {
    if (!need(fields, "v").equals("1")) {
      throw new Absent();
    }
    return new Ticket(
        need(fields, "jti"),
        Instant.ofEpochSecond(Long.parseLong(need(fields, "iat"))),
        Instant.ofEpochSecond(Long.parseLong(need(fields, "exp"))),
        need(fields, "user"),
        need(fields, "profile"),
        fields.getOrDefault("school", ""),
        fields.getOrDefault("year", ""),
        fields.getOrDefault("student", ""),
        need(fields, "method"),
        need(fields, "path"),
        fields.getOrDefault("locale", ""),
        fields.getOrDefault("csrf", ""));
  }

  private static String need(Map<String, String> fields, String name) throws Absent {
    String value = fields.getOrDefault(name, "");
    if (value.isEmpty()) {
      throw new Absent();
    }
    return value;
  }

  /** Says that a field is missing. */
  private static final class Absent extends Exception {
    private static final long serialVersionUID = 1L;
  }
}
