// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.supportsheet.domain;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The shape of a table: its columns, and the lines that the form prints.
 *
 * @param head the word over the lines' own names; no words where the form prints none
 * @param columns the columns in printed order
 * @param lines the printed lines; none where people add all rows
 * @param more whether people may add rows
 * @param blank how many empty rows a table without lines begins with
 */
public record FormTable(
    Words head, List<Column> columns, List<Line> lines, boolean more, int blank) {
  /** The most rows of a table. */
  public static final int MOST_ROWS = 100;

  public FormTable {
    columns = List.copyOf(columns);
    lines = List.copyOf(lines);
  }

  /**
   * A column.
   *
   * @param id its id
   * @param label its printed word
   * @param type {@code TEXT}, {@code PROSE}, {@code DATE} or {@code CHOICE}
   * @param longest the most characters of a cell
   * @param phone whether its cells hold telephone numbers
   * @param choices what can be chosen
   */
  public record Column(
      String id,
      Words label,
      FieldType type,
      int longest,
      boolean phone,
      List<FormField.Choice> choices) {
    public Column {
      choices = List.copyOf(choices);
    }
  }

  /**
   * A line that the form prints.
   *
   * @param id its id, which is also the id of its row
   * @param label its printed word
   * @param group the word over several lines, for example 1学期; no words where there is none
   * @param reflected the sources of cells that are not written, by column
   * @param printsZero the columns that the paper form reflects
   * @param struck the columns that are struck out
   */
  public record Line(
      String id,
      Words label,
      Words group,
      Map<String, String> reflected,
      Set<String> printsZero,
      Set<String> struck) {
    public Line {
      reflected = Map.copyOf(reflected);
      printsZero = Set.copyOf(printsZero);
      struck = Set.copyOf(struck);
    }

    /** Tells whether people write in a column of the line. */
    public boolean writable(String column) {
      return !reflected.containsKey(column) && !struck.contains(column);
    }
  }

  /** Finds a column. */
  public Optional<Column> column(String id) {
    return columns.stream().filter(column -> column.id().equals(id)).findFirst();
  }

  /** Finds a line. */
  public Optional<Line> line(String id) {
    return lines.stream().filter(line -> line.id().equals(id)).findFirst();
  }

  /** Returns it with other lines. */
  public FormTable withLines(List<Line> others) {
    return new FormTable(head, columns, others, more, blank);
  }
}
