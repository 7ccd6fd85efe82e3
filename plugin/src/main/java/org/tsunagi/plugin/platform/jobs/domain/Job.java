// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.platform.jobs.domain;

import java.time.Instant;
import java.util.Optional;

/**
 * A piece of long work (処理).
 *
 * @param id the identifier
 * @param kind what is done, for example {@code roster}
 * @param dryRun whether everything is done and then rolled back
 * @param state how it stands
 * @param requestedBy the id of the one who asked for it
 * @param requestedByName the name of that one
 * @param requestedAt when it was asked for
 * @param startedAt when the current attempt began; empty while queued
 * @param finishedAt when it ended; empty before
 * @param attempt how often it was begun, 0 or more
 * @param done how much is done, in lines
 * @param total how much there is to do, in lines; 0 while unknown
 * @param counts what it did
 * @param findingCount how many findings there were, also those beyond the kept ones
 */
public record Job(
    String id,
    String kind,
    boolean dryRun,
    JobState state,
    String requestedBy,
    String requestedByName,
    Instant requestedAt,
    Optional<Instant> startedAt,
    Optional<Instant> finishedAt,
    int attempt,
    long done,
    long total,
    JobCounts counts,
    int findingCount) {}
