// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.platform.jobs.domain;

import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The jobs, kept where every node sees them. Each method works on the given connection. */
public interface Jobs {
  /** Keeps a new job with its upload; it is queued when the transaction ends. */
  void add(Connection connection, JobRequest request, InputStream upload) throws IOException;

  /**
   * Claims the oldest job that waits, or whose node has been silent; none while another one runs.
   *
   * @param silence how long a node must not have beaten to be taken for dead
   */
  Optional<Claim> claim(Connection connection, String node, Instant now, Duration silence);

  /**
   * Notes that the node lives and how far it is.
   *
   * @return false where the claim is lost or somebody wants the job cancelled
   */
  boolean beat(Connection connection, Claim claim, Instant now, long done, long total);

  /**
   * Ends a claimed job and drops its upload.
   *
   * @return false where the claim is lost, or it should succeed although it is to be cancelled;
   *     nothing is written then
   */
  boolean end(Connection connection, Claim claim, JobState state, JobResult result, Instant now);

  /**
   * Wants a job cancelled: at once when it waits, else as soon as its node notices.
   *
   * @return false where it has ended already
   */
  boolean cancel(Connection connection, String job, Instant now);

  /** Gives a claimed job back so that any node may begin it again. */
  void release(Connection connection, Claim claim);

  /** Finds a job. */
  Optional<Job> find(Connection connection, String job);

  /** Lists jobs, newest first. */
  List<Job> list(Connection connection, int offset, int limit);

  /** Counts all jobs. */
  int count(Connection connection);

  /** Lists the findings that were kept, in their order. */
  List<JobFinding> listFindings(Connection connection, String job);

  /** Finds a piece of the deflated upload; empty beyond the last one. */
  Optional<byte[]> findChunk(Connection connection, String job, int seq);

  /** Finds the newest job of a kind that somebody asked for and that has not ended. */
  default Optional<String> findUnderWay(Connection connection, String kind, String person) {
    return list(connection, 0, 200).stream()
        .filter(job -> job.kind().equals(kind) && job.requestedBy().equals(person))
        .filter(job -> !job.state().ended())
        .map(Job::id)
        .findFirst();
  }
}
