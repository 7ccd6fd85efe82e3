// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.watch.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.tsunagi.api.roster.StudentId;

/**
 * A try to reach a home, or a report to the authorities.
 *
 * @param id its id
 * @param student the student
 * @param on the day
 * @param how {@code phone}, {@code visit}, {@code message}, {@code met}, {@code municipality},
 *     {@code guidanceCenter} or {@code police}
 * @param reached whether somebody answered
 * @param safe whether the student's safety was confirmed
 * @param aim what it was for (意図・目的)
 * @param method how it was done (方法)
 * @param outcome what came of it (成果)
 * @param by who
 * @param byName the name
 * @param byTitle the title
 * @param at when it was written down
 * @param voidReason why it does not hold; empty while it does
 */
public record ContactNote(
    String id,
    StudentId student,
    LocalDate on,
    String how,
    boolean reached,
    boolean safe,
    String aim,
    String method,
    String outcome,
    String by,
    String byName,
    String byTitle,
    Instant at,
    Optional<String> voidReason) {}
