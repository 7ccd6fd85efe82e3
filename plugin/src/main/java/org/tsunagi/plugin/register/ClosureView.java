// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A closure as the closures page and the REST interface show it.
 *
 * @param id the closure's id
 * @param firstOn the first day
 * @param lastOn the last day (inclusive)
 * @param scope {@code school}, {@code grade}, {@code homeroom} or {@code group}
 * @param target a grade's code, a homeroom's id or a group's name; empty for the whole school
 * @param basis {@code ART20}, {@code ART63} or {@code STAGGERED}
 * @param reason why; empty when none
 * @param onlineLessons whether lessons were held online
 * @param authority who decided; empty when unknown
 * @param reportedTo to whom it was reported; empty when unknown
 * @param reportedOn when it was reported
 * @param recordedBy who recorded it
 * @param recordedAt when it was recorded
 * @param voidedBy who voided it; empty while it holds
 * @param voidedAt when it was voided
 * @param voidReason why it was voided; empty while it holds
 */
public record ClosureView(
    String id,
    LocalDate firstOn,
    LocalDate lastOn,
    String scope,
    String target,
    String basis,
    String reason,
    boolean onlineLessons,
    String authority,
    String reportedTo,
    Optional<LocalDate> reportedOn,
    String recordedBy,
    Instant recordedAt,
    String voidedBy,
    Optional<Instant> voidedAt,
    String voidReason) {}
