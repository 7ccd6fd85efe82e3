// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.team;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A member to add to a child's team.
 *
 * @param staff the staff id
 * @param role what the member does in the team
 * @param firstOn the first day; today where it is left out
 * @param lastOn the last day (inclusive); left out while it is open
 */
public record TeamCommand(
    @Nullable String staff,
    @Nullable String role,
    @Nullable LocalDate firstOn,
    @Nullable LocalDate lastOn) {
  /**
   * A membership to end.
   *
   * @param version the version that was seen
   * @param lastOn the last day (inclusive); left out to end it at once
   */
  public record End(@Nullable Integer version, @Nullable LocalDate lastOn) {}
}
