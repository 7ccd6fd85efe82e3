// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.shared;

/**
 * Says that a write was based on an older version (409); carries both sides so that nothing is
 * lost.
 */
public class Stale extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Object body;

  /**
   * Makes one.
   *
   * @param body what the answer shows: {@code yours}, {@code theirs}, who saved it and when
   */
  public Stale(Object body) {
    super("stale", null, false, false);
    this.body = body;
  }

  /** Returns what the answer shows. */
  public Object body() {
    return body;
  }
}
