// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.shared;

/** Says that the actor lacks a privilege for something whose existence is no secret (403). */
public class NotPermitted extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Makes one with the privilege's code; no personal data. */
  public NotPermitted(String privilege) {
    super(privilege, null, false, false);
  }
}
