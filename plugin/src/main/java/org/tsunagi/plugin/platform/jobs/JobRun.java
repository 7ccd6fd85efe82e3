// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.platform.jobs;

import java.io.InputStream;
import java.sql.Connection;
import java.util.List;
import java.util.Set;
import java.util.zip.InflaterInputStream;
import org.tsunagi.api.access.Actor;
import org.tsunagi.plugin.platform.jobs.domain.Job;
import org.tsunagi.plugin.platform.jobs.domain.Jobs;

/** One attempt at a job, as its handler sees it; the handler uses it on one thread. */
public final class JobRun {
  private final Job job;
  private final Jobs jobs;
  private final Connection connection;
  private final Progress progress;
  private final JobFindings findings = new JobFindings();

  /** Makes one. */
  public JobRun(Job job, Jobs jobs, Connection connection, Progress progress) {
    this.job = job;
    this.jobs = jobs;
    this.connection = connection;
    this.progress = progress;
  }

  /** How far a run is; written by the run and read by the thread that beats. */
  public static final class Progress {
    private volatile long done;
    private volatile long total;
    private volatile boolean stop;

    /** Returns how much is done. */
    public long done() {
      return done;
    }

    /** Returns how much there is to do; 0 while unknown. */
    public long total() {
      return total;
    }

    /** Wants the run to stop at its next step. */
    public void stop() {
      stop = true;
    }
  }

  /** Returns the job. */
  public Job job() {
    return job;
  }

  /** Returns the one who asked for it; rights were checked when the job was taken. */
  public Actor actor() {
    return new Actor(job.requestedBy(), job.requestedByName(), List.of(), Set.of(), false);
  }

  /** Returns the connection of the run's transaction. */
  public Connection connection() {
    return connection;
  }

  /** Returns the findings so far. */
  public JobFindings findings() {
    return findings;
  }

  /** Says how much there is to do in all. */
  public void setTotal(long total) {
    progress.total = total;
  }

  /**
   * Notes how much is done.
   *
   * @throws JobCancelled where the job shall stop
   */
  public void reach(long done) {
    progress.done = done;
    if (progress.stop) {
      throw new JobCancelled();
    }
  }

  /** Opens the upload from its beginning; can be called more than once. */
  public InputStream open() {
    return new InflaterInputStream(new Pieces());
  }

  /** The pieces of the upload, one after the other, one at a time in memory. */
  private final class Pieces extends InputStream {
    private int seq;
    private byte[] piece = {};
    private int at;

    @Override
    public int read() {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) {
      if (length == 0) {
        return 0;
      }
      if (at == piece.length) {
        piece = jobs.findChunk(connection, job.id(), seq++).orElse(new byte[0]);
        at = 0;
        if (piece.length == 0) {
          return -1;
        }
      }
      int count = Math.min(length, piece.length - at);
      System.arraycopy(piece, at, into, offset, count);
      at += count;
      return count;
    }
  }
}
