// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.platform.jobs.domain;

import java.util.List;

/**
 * What a job reports at its end.
 *
 * @param counts what it did
 * @param findings the findings that are kept
 * @param findingCount how many there were in all
 */
public record JobResult(JobCounts counts, List<JobFinding> findings, int findingCount) {
  public JobResult {
    findings = List.copyOf(findings);
  }

  /** Returns a result without counts that says one thing. */
  public static JobResult of(JobFinding finding) {
    return new JobResult(JobCounts.NONE, List.of(finding), 1);
  }
}
