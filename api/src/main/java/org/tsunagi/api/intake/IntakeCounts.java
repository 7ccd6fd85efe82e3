// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.api.intake;

/**
 * What an intake did, in rows.
 *
 * @param added rows that were new
 * @param changed rows that were different
 * @param unchanged rows that were the same
 * @param ended rows that were ended
 */
public record IntakeCounts(int added, int changed, int unchanged, int ended) {
  /** Nothing done. */
  public static final IntakeCounts NONE = new IntakeCounts(0, 0, 0, 0);

  /** Returns the sum of both. */
  public IntakeCounts plus(IntakeCounts other) {
    return new IntakeCounts(
        added + other.added,
        changed + other.changed,
        unchanged + other.unchanged,
        ended + other.ended);
  }
}
