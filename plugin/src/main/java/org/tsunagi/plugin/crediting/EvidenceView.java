// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.crediting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * An entry of evidence as pages and the REST interface show it.
 *
 * @param id its id
 * @param school the school that keeps it
 * @param student the student
 * @param date the day
 * @param kind {@code facilityDay}, {@code ict}, {@code visit}, {@code report} or {@code meeting}
 * @param minutes the minutes of learning
 * @param content what was learned or talked about
 * @param who who visited, reported or met
 * @param role the visitor's part
 * @param facilityId the facility; empty when none
 * @param source {@code hand} or {@code csv}
 * @param byName who noted it
 * @param at when
 * @param voidReason why it was voided; empty while it holds
 */
public record EvidenceView(
    String id,
    String school,
    String student,
    LocalDate date,
    String kind,
    Optional<Integer> minutes,
    String content,
    String who,
    String role,
    String facilityId,
    String source,
    String byName,
    Instant at,
    String voidReason) {}
