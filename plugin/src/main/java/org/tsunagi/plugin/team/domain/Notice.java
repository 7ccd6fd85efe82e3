// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.team.domain;

import java.time.Instant;
import java.util.Optional;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.school.SchoolId;

/**
 * A notice (お知らせ) to one person that something happened, without its content.
 *
 * @param id its id
 * @param school the school
 * @param student the child it is about
 * @param kind {@code emergency}, {@code concern} or {@code task}
 * @param about what it is about, a kind and an id
 * @param actorName who did it
 * @param reason the reason of an emergency; empty otherwise
 * @param toldAt when
 * @param seenAt when the person said that it was seen; empty until then
 */
public record Notice(
    String id,
    SchoolId school,
    StudentId student,
    String kind,
    String about,
    String actorName,
    String reason,
    Instant toldAt,
    Optional<Instant> seenAt) {}
