// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.access.domain;

import java.time.Instant;

/**
 * One reading of a section of a student's sheets.
 *
 * @param readAt when
 * @param actorId who
 * @param actorName the name to print
 * @param schoolId the school whose sheet it is
 * @param section the section, for example {@code a:2026}
 */
public record ReadEntry(
    Instant readAt, String actorId, String actorName, String schoolId, String section) {}
