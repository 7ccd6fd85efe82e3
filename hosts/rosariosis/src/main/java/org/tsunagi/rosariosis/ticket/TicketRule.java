// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.rosariosis.ticket;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether a ticket is good for a request at a moment; whether it was used before is not asked here.
 */
public final class TicketRule {
  /** How long a ticket lives at the most. */
  public static final Duration LIFE = Duration.ofSeconds(60);

  /** How far the two clocks may differ. */
  public static final Duration SKEW = Duration.ofSeconds(30);

  private static final Set<String> PROFILES = Set.of("admin", "teacher");
  private static final Pattern STUDENT =
      Pattern.compile("(?:/host|/api/v1)/students/([^/]+)(?:/.*)?");

  private TicketRule() {}

  /** Tells whether the ticket was written for this method and path, and holds now. */
  public static boolean permits(Ticket ticket, String method, String path, Instant now) {
    return PROFILES.contains(ticket.profile())
        && ticket.method().equals(method)
        && ticket.path().equals(path)
        && holds(ticket, now)
        && sameStudent(ticket, path)
        && ticket.id().length() <= 64;
  }

  private static boolean holds(Ticket ticket, Instant now) {
    Duration life = Duration.between(ticket.issued(), ticket.expires());
    return !life.isNegative()
        && life.compareTo(LIFE) <= 0
        && !now.isBefore(ticket.issued().minus(SKEW))
        && now.isBefore(ticket.expires().plus(SKEW));
  }

  private static boolean sameStudent(Ticket ticket, String path) {
    Matcher matcher = STUDENT.matcher(path);
    return !matcher.matches()
        || URLDecoder.decode(matcher.group(1), StandardCharsets.UTF_8).equals(ticket.student());
  }
}
