// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.watch.domain;

import java.time.Instant;
import java.time.LocalDate;
import org.tsunagi.api.roster.StudentId;

/**
 * An answer to the question whether there was bullying.
 *
 * @param id its id
 * @param student the student
 * @param on the day
 * @param outcome {@code notHeard}, {@code heard}, {@code resting} or {@code asking}
 * @param note what was heard
 * @param by who
 * @param byName the name
 * @param byTitle the title
 * @param at when it was written down
 */
public record BullyingAnswer(
    String id,
    StudentId student,
    LocalDate on,
    String outcome,
    String note,
    String by,
    String byName,
    String byTitle,
    Instant at) {}
