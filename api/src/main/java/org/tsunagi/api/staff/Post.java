// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.api.staff;

import java.time.LocalDate;
import java.util.Optional;
import org.tsunagi.api.access.HostRole;
import org.tsunagi.api.school.HomeroomId;
import org.tsunagi.api.school.SchoolId;

/**
 * A post (職): one role at one school, and for a homeroom teacher one homeroom.
 *
 * @param role the role
 * @param school the school; empty for posts at the board, which reach every school of the host
 * @param homeroom the homeroom a homeroom teacher has
 * @param first the first day
 * @param last the last day (inclusive); empty while it is held
 */
public record Post(
    HostRole role,
    Optional<SchoolId> school,
    Optional<HomeroomId> homeroom,
    LocalDate first,
    Optional<LocalDate> last) {
  /** Tells whether the post is held on a day. */
  public boolean heldOn(LocalDate date) {
    return !date.isBefore(first) && last.map(end -> !date.isAfter(end)).orElse(true);
  }
}
