// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.team.domain;

import java.time.Instant;

/**
 * An acknowledgement (読みました) of one content.
 *
 * @param person the staff id
 * @param name the name to print
 * @param title the title at the school
 * @param version the version that was read
 * @param hash the SHA-256 of the content that was read
 * @param classes the classes of sections that were seen, joined by commas
 * @param readAt when it was said
 */
public record Acknowledgement(
    String person,
    String name,
    String title,
    int version,
    String hash,
    String classes,
    Instant readAt) {}
