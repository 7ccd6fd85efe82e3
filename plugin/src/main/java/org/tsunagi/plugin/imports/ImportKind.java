// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.imports;

import java.io.IOException;
import java.util.Optional;
import org.tsunagi.plugin.access.Privilege;
import org.tsunagi.plugin.platform.jobs.JobRun;
import org.tsunagi.plugin.platform.jobs.domain.JobCounts;

/**
 * A kind of file that can be imported. It reads the run's upload, adds findings to the run, and
 * writes in the run's transaction; when there is an error at its end, all is rolled back.
 */
public interface ImportKind {
  /** Returns the name of the kind, for example {@code roster}. */
  String id();

  /** Returns the privilege that is needed beside that of importing; empty for none. */
  default Optional<Privilege> alsoNeeded() {
    return Optional.empty();
  }

  /** Reads and writes. */
  JobCounts run(JobRun run) throws IOException;
}
