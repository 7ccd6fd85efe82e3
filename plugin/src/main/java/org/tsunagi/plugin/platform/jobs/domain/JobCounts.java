// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.platform.jobs.domain;

/**
 * What a job did, in rows.
 *
 * @param added rows that were new
 * @param changed rows that were different
 * @param unchanged rows that were the same
 * @param ended rows that were ended
 * @param refused rows with an error; nothing is written when there is one
 */
public record JobCounts(int added, int changed, int unchanged, int ended, int refused) {
  /** Nothing done. */
  public static final JobCounts NONE = new JobCounts(0, 0, 0, 0, 0);

  /** Returns the sum of both. */
  public JobCounts plus(JobCounts other) {
    return new JobCounts(
        added + other.added,
        changed + other.changed,
        unchanged + other.unchanged,
        ended + other.ended,
        refused + other.refused);
  }
}
