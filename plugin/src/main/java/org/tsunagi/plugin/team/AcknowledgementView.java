// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.team;

import java.util.List;
import org.tsunagi.plugin.team.domain.Acknowledgement;

/**
 * Who has read the content that stands in a part now.
 *
 * @param version the version that stands; 0 before the first save
 * @param hash the SHA-256 of its content; empty before the first save
 * @param mine whether the one who asks has said to have read it
 * @param read who has
 * @param waiting the names of the team's members who have not
 * @param before those who read an earlier content only
 */
public record AcknowledgementView(
    int version,
    String hash,
    boolean mine,
    List<Acknowledgement> read,
    List<String> waiting,
    List<Acknowledgement> before) {}
