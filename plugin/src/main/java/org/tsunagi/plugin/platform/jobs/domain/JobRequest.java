// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.platform.jobs.domain;

import java.time.Instant;

/**
 * A wish to have long work done.
 *
 * @param id the new job's identifier
 * @param kind what to do
 * @param dryRun whether to roll back at the end
 * @param requestedBy the id of the one who asks
 * @param requestedByName the name of that one
 * @param at when
 */
public record JobRequest(
    String id,
    String kind,
    boolean dryRun,
    String requestedBy,
    String requestedByName,
    Instant at) {}
