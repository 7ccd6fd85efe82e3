// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.rosariosis.ticket;

import java.time.Instant;

/**
 * What the PHP face vouches for: who asks, as what, where, for which request.
 *
 * @param id the ticket's own random text; a ticket is good for one request
 * @param issued when it was written
 * @param expires when it runs out, at most 60 seconds later
 * @param user the user name
 * @param profile the base type of the profile, {@code admin} or {@code teacher}
 * @param school the school the person looks at; empty when none is chosen
 * @param year the school year the person looks at; empty when none is chosen
 * @param student the student whose record is open; empty when none is
 * @param method the method in upper case
 * @param path the path without the query
 * @param locale the language, for example {@code ja}
 * @param csrf what scripts must send back to the PHP face
 */
public record Ticket(
    String id,
    Instant issued,
    Instant expires,
    String user,
    String profile,
    String school,
    String year,
    String student,
    String method,
    String path,
    String locale,
    String csrf) {
  /** Leaves out everything personal. */
  @Override
  public String toString() {
    return "Ticket[" + method + "]";
  }
}
