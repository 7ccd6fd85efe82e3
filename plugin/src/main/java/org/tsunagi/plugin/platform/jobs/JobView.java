// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.platform.jobs;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tsunagi.plugin.platform.jobs.domain.Job;
import org.tsunagi.plugin.platform.jobs.domain.JobCounts;
import org.tsunagi.plugin.platform.jobs.domain.JobFinding;

/**
 * A job as REST shows it.
 *
 * @param id the identifier
 * @param kind what is done
 * @param dryRun whether it is rolled back at the end
 * @param state {@code queued, running, succeeded, failed} or {@code cancelled}
 * @param progress how far it is
 * @param counts what it did
 * @param findings the findings that are kept; none in a list of jobs
 * @param findingCount how many there were in all
 * @param requestedBy who asked for it, by name
 * @param requestedAt when, with offset
 * @param startedAt when it began; empty before
 * @param finishedAt when it ended; empty before
 */
public record JobView(
    String id,
    String kind,
    boolean dryRun,
    String state,
    Progress progress,
    JobCounts counts,
    List<FindingView> findings,
    int findingCount,
    String requestedBy,
    String requestedAt,
    String startedAt,
    String finishedAt) {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssXXX", Locale.ROOT)
          .withZone(ZoneId.of("Asia/Tokyo"));

  /**
   * How far a job is.
   *
   * @param done how many lines are done
   * @param total how many there are; 0 while unknown
   */
  public record Progress(long done, long total) {}

  /** A finding as REST shows it; see {@link JobFinding}. */
  public record FindingView(
      String severity,
      String code,
      String file,
      long line,
      String column,
      String message,
      String value) {}

  /** Returns the view of a job with its findings. */
  public static JobView of(Job job, List<JobFinding> findings) {
    return new JobView(
        job.id(),
        job.kind(),
        job.dryRun(),
        job.state().code(),
        new Progress(job.done(), job.total()),
        job.counts(),
        findings.stream().map(JobView::view).toList(),
        job.findingCount(),
        job.requestedByName(),
        TIME.format(job.requestedAt()),
        text(job.startedAt()),
        text(job.finishedAt()));
  }

  private static FindingView view(JobFinding one) {
    return new FindingView(
        one.severity().name(),
        one.code(),
        one.file(),
        one.line(),
        one.column(),
        one.message(),
        one.value());
  }

  private static String text(Optional<Instant> at) {
    return at.map(TIME::format).orElse("");
  }
}
