// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.imports.roster;

import org.tsunagi.plugin.imports.file.Row;
import org.tsunagi.plugin.imports.file.TableSpec;

/** Reads one file of the zip, row by row; rows that are not usable are complained of already. */
interface RosterReader {
  /** Returns the columns. */
  TableSpec spec();

  /** Takes a row. */
  void take(Row row, RosterBook book);
}
