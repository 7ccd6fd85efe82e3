// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.platform.jobs;

/** A failure with its stack and its causes, but without their texts. */
final class SilentFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private SilentFailure(Throwable failure, int depth) {
    super(failure.getClass().getName(), cause(failure, depth), false, true);
    setStackTrace(failure.getStackTrace());
  }

  static SilentFailure of(Throwable failure) {
    return new SilentFailure(failure, 0);
  }

  private static @org.jspecify.annotations.Nullable SilentFailure cause(
      Throwable failure, int depth) {
    Throwable cause = failure.getCause();
    return cause == null || depth > 10 ? null : new SilentFailure(cause, depth + 1);
  }
}
