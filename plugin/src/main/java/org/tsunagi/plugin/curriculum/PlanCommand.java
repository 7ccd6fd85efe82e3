// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.curriculum;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A plan to add.
 *
 * @param name what the school calls it, 1–200 characters
 * @param target what is designated: {@code school}, {@code classGroup}, {@code branch}, {@code
 *     course}
 * @param plan the plan, in the shape of {@link PlanReader}
 */
public record PlanCommand(@Nullable String name, @Nullable String target, @Nullable JsonNode plan) {
  /**
   * A draft to save.
   *
   * @param version the version's number
   * @param revision the revision it is based on
   * @param plan the plan
   */
  public record Saving(int version, int revision, @Nullable JsonNode plan) {}

  /**
   * A version to hand in.
   *
   * @param version the version's number
   * @param revision the revision that was seen
   */
  public record Applying(int version, int revision) {}

  /**
   * An approval to note.
   *
   * @param version the version's number
   * @param revision the revision that was seen
   * @param approvedOn the day of the approval
   * @param effectiveOn the first day on which the version holds
   * @param reference the number of the paper; may be left out
   */
  public record Approving(
      int version,
      int revision,
      @Nullable LocalDate approvedOn,
      @Nullable LocalDate effectiveOn,
      @Nullable String reference) {}
}
