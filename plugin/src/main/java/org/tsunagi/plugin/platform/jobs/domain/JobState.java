// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.platform.jobs.domain;

/** The state of a job, with the text code under which it is stored. */
public enum JobState {
  QUEUED("queued"),
  RUNNING("running"),
  SUCCEEDED("succeeded"),
  FAILED("failed"),
  CANCELLED("cancelled");

  private final String code;

  JobState(String code) {
    this.code = code;
  }

  /** Returns the text code. */
  public String code() {
    return code;
  }

  /** Tells whether nothing more will happen. */
  public boolean ended() {
    return this == SUCCEEDED || this == FAILED || this == CANCELLED;
  }

  /**
   * Returns the state of a text code.
   *
   * @throws IllegalArgumentException where there is none
   */
  public static JobState get(String code) {
    for (JobState state : values()) {
      if (state.code.equals(code)) {
        return state;
      }
    }
    throw new IllegalArgumentException("no such job state: " + code);
  }
}
