// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.access;

import org.tsunagi.plugin.shared.Malformed;

/** The limits of a page of a list. */
final class Paging {
  private static final int MOST = 1000;

  private Paging() {}

  /** Returns the limit, 1–1000. */
  static int limit(int limit) {
    if (limit < 1 || limit > MOST) {
      throw new Malformed("limit は 1 から 1000 までの数で指定してください。");
    }
    return limit;
  }

  /** Returns the offset, 0 or more. */
  static int offset(int offset) {
    if (offset < 0) {
      throw new Malformed("offset は 0 以上の数で指定してください。");
    }
    return offset;
  }
}
