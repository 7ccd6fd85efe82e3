// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.imports.file;

import java.util.List;

/**
 * A column of a table.
 *
 * @param name the name in the header
 * @param aliases other spellings that are accepted
 * @param required whether the header must have it
 * @param filled whether each cell must hold something
 * @param most how many characters a cell may have
 * @param formula whether a cell may begin like a formula (telephone numbers do)
 */
public record Column(
    String name,
    List<String> aliases,
    boolean required,
    boolean filled,
    int most,
    boolean formula) {
  public Column {
    aliases = List.copyOf(aliases);
  }

  /** Returns a column that must be there with something in every cell. */
  public static Column key(String name, int most) {
    return new Column(name, List.of(), true, true, most, false);
  }

  /** Returns a column that must be there and may be blank. */
  public static Column required(String name, int most) {
    return new Column(name, List.of(), true, false, most, false);
  }

  /** Returns a column that may be missing. */
  public static Column optional(String name, int most) {
    return new Column(name, List.of(), false, false, most, false);
  }

  /** Returns a column for telephone numbers, which may begin with a plus sign. */
  public static Column phone(String name) {
    return new Column(name, List.of(), false, false, 255, true);
  }

  /** Returns this column with another accepted spelling. */
  public Column or(String alias) {
    return new Column(name, List.of(alias), required, filled, most, formula);
  }
}
