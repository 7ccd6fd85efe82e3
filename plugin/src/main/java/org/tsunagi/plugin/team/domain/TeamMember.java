// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.team.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.tsunagi.api.roster.StudentId;

/**
 * A named member (構成員) of a child's team.
 *
 * @param id its id
 * @param version how often it was written, from 1
 * @param student the child
 * @param staff the staff id
 * @param staffName the name to print
 * @param role the code of what the member does in the team, one of {@link TeamRule#ROLES}
 * @param first the first day
 * @param last the last day (inclusive); empty while it runs; before the first day where it was
 *     ended at once
 * @param addedBy the name of who added the member
 * @param addedAt when
 * @param endedBy the name of who set the last day; empty while nobody did
 */
public record TeamMember(
    String id,
    int version,
    StudentId student,
    String staff,
    String staffName,
    String role,
    LocalDate first,
    Optional<LocalDate> last,
    String addedBy,
    Instant addedAt,
    Optional<String> endedBy) {
  /** Tells whether the member belongs to the team on a day. */
  public boolean belongsOn(LocalDate day) {
    return !day.isBefore(first) && last.map(end -> !day.isAfter(end)).orElse(true);
  }

  /** Tells whether the membership has a day in a range that may be open at its end. */
  public boolean meets(LocalDate from, Optional<LocalDate> to) {
    return last.map(end -> !end.isBefore(from) && !end.isBefore(first)).orElse(true)
        && to.map(end -> !first.isAfter(end)).orElse(true);
  }
}
