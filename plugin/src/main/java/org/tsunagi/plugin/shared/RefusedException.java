// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.shared;

/** Carries a refusal out of a command so that its transaction is rolled back (422). */
public class RefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Decision.Refused refusal;

  /** Makes one. */
  public RefusedException(Decision.Refused refusal) {
    super("refused", null, false, false);
    this.refusal = refusal;
  }

  /** Returns the refusal. */
  public Decision.Refused refusal() {
    return refusal;
  }
}
