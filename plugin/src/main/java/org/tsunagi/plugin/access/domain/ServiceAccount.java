// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.access.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A service account: named privileges behind a bearer token, of which only the hash is kept.
 *
 * @param name the name, 1–64 characters
 * @param privileges the privileges' codes, sorted
 * @param createdAt when the present token was made
 * @param createdBy who made it
 * @param revokedAt when it was revoked; empty while it works
 * @param lastUsedAt when it was last used, to the minute; empty when never
 */
public record ServiceAccount(
    String name,
    List<String> privileges,
    Instant createdAt,
    String createdBy,
    Optional<Instant> revokedAt,
    Optional<Instant> lastUsedAt) {
  public ServiceAccount {
    privileges = privileges.stream().sorted().toList();
  }
}
