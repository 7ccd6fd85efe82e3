// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.access.domain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;

/**
 * A row of an audit chain: who did what to what, when, sealed by a hash over itself and the hash of
 * the row before it.
 *
 * @param chain the chain: {@code installation}, or {@code school:} and the school's id
 * @param seq the place in the chain, from 1 without gaps
 * @param at when, to the microsecond
 * @param actorId who
 * @param actorName the name to print
 * @param action what was done
 * @param object what it was done to
 * @param facts what changed, as canonical JSON
 * @param previousHash the hash of the row before, 64 zeros for the first
 * @param hash SHA-256 in hexadecimal over the canonical text of all the above
 */
public record AuditRow(
    String chain,
    long seq,
    Instant at,
    String actorId,
    String actorName,
    String action,
    String object,
    String facts,
    String previousHash,
    String hash) {
  /** What stands for the hash before the first row. */
  public static final String START = "0".repeat(64);

  public AuditRow {
    at = at.truncatedTo(ChronoUnit.MICROS);
  }

  /** Returns the same row with the hash that belongs to it. */
  public AuditRow sealed() {
    return new AuditRow(
        chain, seq, at, actorId, actorName, action, object, facts, previousHash, computeHash());
  }

  /** Computes the hash over the canonical text: each field as its length, a colon and itself. */
  public String computeHash() {
    StringBuilder text = new StringBuilder();
    for (String field :
        List.of(
            "1",
            chain,
            Long.toString(seq),
            at.toString(),
            actorId,
            actorName,
            action,
            object,
            facts,
            previousHash)) {
      text.append(field.length()).append(':').append(field).append('\n');
    }
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest(text.toString().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
