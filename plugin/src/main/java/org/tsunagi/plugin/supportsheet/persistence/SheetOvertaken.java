// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.supportsheet.persistence;

/** Says that another writer began the same sheet at the same time; nothing was written. */
public class SheetOvertaken extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Makes one. */
  public SheetOvertaken(Throwable cause) {
    super("sheet overtaken", cause);
  }
}
