// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.platform.jobs;

import java.io.IOException;
import java.util.Set;
import org.tsunagi.plugin.platform.jobs.domain.JobCounts;

/** Does the work of some kinds of job. */
public interface JobHandler {
  /** Returns the kinds it does. */
  Set<String> kinds();

  /**
   * Does a job inside one transaction; throwing rolls everything back.
   *
   * @throws JobRefused where findings of the run refuse the upload
   * @throws JobCancelled where {@link JobRun#step} noticed a wish to cancel
   */
  JobCounts run(JobRun run) throws IOException;
}
