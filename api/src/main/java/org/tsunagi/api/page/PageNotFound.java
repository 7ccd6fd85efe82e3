// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.api.page;

/** Says that a page, or what it shows, does not exist for the one who asks. */
public class PageNotFound extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Makes one; it carries no text because absent and forbidden look alike. */
  public PageNotFound() {
    super("not found", null, false, false);
  }
}
