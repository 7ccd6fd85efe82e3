// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.shared;

/**
 * Says that something does not exist for the one who asks (404); absent and forbidden look alike.
 */
public class Missing extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Makes one; it carries no text on purpose. */
  public Missing() {
    super("missing", null, false, false);
  }
}
