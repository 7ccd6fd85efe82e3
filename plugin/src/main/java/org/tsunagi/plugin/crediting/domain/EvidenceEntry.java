// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.crediting.domain;

import java.time.LocalDate;
import java.util.OptionalInt;
import org.tsunagi.api.roster.StudentId;

/**
 * What happened on a day of learning elsewhere.
 *
 * @param student the student
 * @param on the day
 * @param kind what it tells of
 * @param minutes the minutes of learning, 0–1440; empty when not told
 * @param content what was learned or talked about
 * @param who who visited, reported or met; may be empty
 * @param role the visitor's part: {@code teacher}, {@code counselor}, {@code socialWorker}, {@code
 *     centerStaff}, {@code volunteer}, {@code other}; empty for other kinds
 * @param facility the facility's id; empty when none
 */
public record EvidenceEntry(
    StudentId student,
    LocalDate on,
    EvidenceKind kind,
    OptionalInt minutes,
    String content,
    String who,
    String role,
    String facility) {}
