// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.imports.file;

import java.util.List;
import java.util.Set;

/**
 * The columns of a table.
 *
 * @param columns the columns that are read
 * @param ignored columns of the format that are known and not needed
 */
public record TableSpec(List<Column> columns, Set<String> ignored) {
  public TableSpec {
    columns = List.copyOf(columns);
    ignored = Set.copyOf(ignored);
  }

  /** Returns a table of these columns. */
  public static TableSpec of(Column... columns) {
    return new TableSpec(List.of(columns), Set.of());
  }

  /** Returns this table with columns that are known and not needed. */
  public TableSpec ignoring(String... names) {
    return new TableSpec(columns, Set.of(names));
  }

  /** Returns the names of the required columns, joined for a message. */
  public String requiredNames() {
    return String.join("、", columns.stream().filter(Column::required).map(Column::name).toList());
  }
}
