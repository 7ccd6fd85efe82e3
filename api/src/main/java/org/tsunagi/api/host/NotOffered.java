// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.api.host;

/** Says that the host lacks the capability that a call needs; what is asked for is done there. */
public class NotOffered extends UnsupportedOperationException {
  private static final long serialVersionUID = 1L;

  private final Capability capability;

  /** Names the capability that is missing. */
  public NotOffered(Capability capability) {
    super("the host lacks " + capability);
    this.capability = capability;
  }

  /** Returns the capability that is missing. */
  public Capability capability() {
    return capability;
  }
}
