// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.watch;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What shall be done about a finding.
 *
 * @param version the version that was seen; 0 for a new task
 * @param student the student; for a new task only
 * @param findingKey the finding's key; left out for something that somebody noticed without the
 *     desk
 * @param nextStep what to do next, up to 400 letters
 * @param person the staff id of the one who does it; left out for the actor
 * @param dueOn by when; today when left out
 * @param done whether it is done
 */
public record TaskCommand(
    int version,
    @Nullable String student,
    @Nullable String findingKey,
    @Nullable String nextStep,
    @Nullable String person,
    @Nullable LocalDate dueOn,
    boolean done) {}
