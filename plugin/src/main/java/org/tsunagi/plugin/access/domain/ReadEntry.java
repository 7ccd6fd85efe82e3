// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.access.domain;

import java.time.Instant;

/**
 * One reading of a section of a student's sheets.
 *
 * @param readAt when
 * @param actorId who
 * @param actorName the name to print
 * @param actorTitle the title at the school; empty where it is not known
 * @param schoolId the school whose sheet it is
 * @param section the section, for example {@code a:2026}
 * @param way {@code ordinary}, {@code emergency}, or {@code note} for an opened restricted note
 * @param reason the reason that was given; empty where none was needed
 */
public record ReadEntry(
    Instant readAt,
    String actorId,
    String actorName,
    String actorTitle,
    String schoolId,
    String section,
    String way,
    String reason) {}
