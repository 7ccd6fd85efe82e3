// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.platform;

import java.util.List;

/** Writes tables as XLSX workbooks. Texts stay texts: a cell is never a formula. */
public interface Workbooks {
  /** Writes a workbook with one sheet or more. */
  byte[] xlsx(List<Sheet> sheets);

  /**
   * A sheet: a heading line, the columns' names, and rows of texts and whole numbers.
   *
   * @param name the sheet's name, 1–31 characters
   * @param title the line above the table; empty for none
   * @param columns the names of the columns
   * @param rows the rows; a cell is a text or a number
   */
  record Sheet(String name, String title, List<String> columns, List<List<Object>> rows) {
    /** Copies the lists. */
    public Sheet {
      columns = List.copyOf(columns);
      rows = rows.stream().map(List::copyOf).toList();
    }
  }
}
