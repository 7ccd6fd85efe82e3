// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.shared;

/** Cells of CSV that a spreadsheet must not read as formulas. */
public final class PlainCell {
  private static final String FORMULA_STARTS = "=+-@\t\r";

  private PlainCell() {}

  /** Puts an apostrophe before a text that begins like a formula; numbers stay as they are. */
  public static Object neutral(Object cell) {
    boolean formula =
        cell instanceof String text
            && !text.isEmpty()
            && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0;
    return formula ? "'" + cell : cell;
  }
}
