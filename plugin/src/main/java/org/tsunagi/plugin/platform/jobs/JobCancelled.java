// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.platform.jobs;

/** Ends a job that somebody cancelled, or that another node took over, and rolls it back. */
public class JobCancelled extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Makes one. */
  public JobCancelled() {
    super("cancelled", null, false, false);
  }
}
