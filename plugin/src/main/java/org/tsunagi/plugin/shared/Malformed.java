// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.shared;

/** Says that a request can't be understood (400), in plain Japanese without personal data. */
public class Malformed extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Makes one. */
  public Malformed(String message) {
    super(message, null, false, false);
  }
}
