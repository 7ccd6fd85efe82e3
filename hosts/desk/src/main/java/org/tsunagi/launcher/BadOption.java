// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.launcher;

/** Says which option can't be used, and why. */
public final class BadOption extends Exception {
  private static final long serialVersionUID = 1L;

  BadOption(String message) {
    super(message);
  }
}
