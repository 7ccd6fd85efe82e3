// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.api.operation;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;
import org.tsunagi.api.access.Actor;

/** Takes files to import, as {@code POST /api/v1/imports} does. */
@ProviderType
public interface ImportDesk {
  /**
   * Takes a file and queues its import.
   *
   * @param kind the kind, for example {@code roster}
   * @param file the content, read to its end before this returns
   * @return the job's id
   */
  String submit(Actor actor, String kind, InputStream file, boolean dryRun) throws IOException;

  /** Waits until a job has ended, or the time is over. */
  Outcome await(String job, Duration atMost) throws InterruptedException;

  /**
   * How a job stands.
   *
   * @param state {@code queued, running, succeeded, failed} or {@code cancelled}
   * @param findings the findings, one line each, in plain words
   */
  record Outcome(String state, List<String> findings) {}
}
