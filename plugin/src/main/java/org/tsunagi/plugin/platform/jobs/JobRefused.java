// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.platform.jobs;

/** Ends a job whose findings refuse its upload, and rolls it back. */
public class JobRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Makes one. */
  public JobRefused() {
    super("refused", null, false, false);
  }
}
