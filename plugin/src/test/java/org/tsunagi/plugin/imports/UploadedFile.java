// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.imports;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.zip.DeflaterInputStream;
import org.tsunagi.plugin.platform.jobs.domain.Claim;
import org.tsunagi.plugin.platform.jobs.domain.Job;
import org.tsunagi.plugin.platform.jobs.domain.JobFinding;
import org.tsunagi.plugin.platform.jobs.domain.JobRequest;
import org.tsunagi.plugin.platform.jobs.domain.JobResult;
import org.tsunagi.plugin.platform.jobs.domain.JobState;
import org.tsunagi.plugin.platform.jobs.domain.Jobs;

/** The upload of one job; an import asks for nothing else. */
record UploadedFile(byte[] content) implements Jobs {
  private static AssertionError notAsked() {
    return new AssertionError("not asked for by an import");
  }

  @Override
  public Optional<byte[]> findChunk(Connection connection, String job, int seq) {
    if (seq > 0) {
      return Optional.empty();
    }
    try (var deflated = new DeflaterInputStream(new ByteArrayInputStream(content))) {
      return Optional.of(deflated.readAllBytes());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Override
  public void add(Connection connection, JobRequest request, InputStream upload) {
    throw notAsked();
  }

  @Override
  public Optional<Claim> claim(Connection connection, String node, Instant now, Duration silence) {
    throw notAsked();
  }

  @Override
  public boolean beat(Connection connection, Claim claim, Instant now, long done, long total) {
    throw notAsked();
  }

  @Override
  public boolean end(
      Connection connection, Claim claim, JobState state, JobResult result, Instant now) {
    throw notAsked();
  }

  @Override
  public boolean cancel(Connection connection, String job, Instant now) {
    throw notAsked();
  }

  @Override
  public void release(Connection connection, Claim claim) {
    throw notAsked();
  }

  @Override
  public Optional<Job> find(Connection connection, String job) {
    throw notAsked();
  }

  @Override
  public List<Job> list(Connection connection, int offset, int limit) {
    throw notAsked();
  }

  @Override
  public int count(Connection connection) {
    throw notAsked();
  }

  @Override
  public List<JobFinding> listFindings(Connection connection, String job) {
    throw notAsked();
  }
}
