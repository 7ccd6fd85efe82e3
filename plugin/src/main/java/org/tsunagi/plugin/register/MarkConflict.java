// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A change that was based on a value which someone else has replaced since.
 *
 * @param studentId the student
 * @param date the day
 * @param yours the code that was to be saved; null for a blank
 * @param theirs the code that stands there; null for a blank
 * @param savedBy who saved it; empty when unknown
 * @param savedAt when it was saved; null when unknown
 */
public record MarkConflict(
    String studentId,
    LocalDate date,
    @Nullable String yours,
    @Nullable String theirs,
    String savedBy,
    @Nullable Instant savedAt) {}
