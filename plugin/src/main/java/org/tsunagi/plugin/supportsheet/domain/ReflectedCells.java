// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.supportsheet.domain;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * The cells of a part that are reflected from elsewhere (自動で反映), each with its source.
 *
 * @param cells by place: a field's id, or table, line and column joined by slashes
 */
public record ReflectedCells(Map<String, Cell> cells) {
  public ReflectedCells {
    cells = Collections.unmodifiableMap(new TreeMap<>(cells));
  }

  /**
   * A reflected cell.
   *
   * @param value what it shows; empty when the source has nothing
   * @param source where it comes from, for example {@code student.name}
   */
  public record Cell(String value, String source) {}

  /** Fills the reflected cells of a part with what the sources have. */
  public static ReflectedCells of(FormPart part, Map<String, String> sources) {
    Map<String, Cell> cells = new LinkedHashMap<>();
    for (FormField field : part.fields()) {
      if (field.type() == FieldType.REFLECTED) {
        cells.put(field.id(), cell(field.source(), sources));
      }
      field
          .table()
          .ifPresent(
              table ->
                  table
                      .lines()
                      .forEach(
                          line ->
                              line.reflected()
                                  .forEach(
                                      (column, source) ->
                                          cells.put(
                                              place(field.id(), line.id(), column),
                                              cell(source, sources)))));
    }
    return new ReflectedCells(cells);
  }

  /** Returns the place of a table's cell. */
  public static String place(String table, String line, String column) {
    return table + "/" + line + "/" + column;
  }

  /** Returns what a place shows; empty when nothing. */
  public String value(String place) {
    Cell cell = cells.get(place);
    return cell == null ? "" : cell.value();
  }

  /** Returns it with the values that a version was signed with, where it had the place. */
  public ReflectedCells frozen(Map<String, String> signed) {
    Map<String, Cell> kept = new LinkedHashMap<>();
    cells.forEach(
        (place, cell) ->
            kept.put(place, new Cell(signed.getOrDefault(place, cell.value()), cell.source())));
    return new ReflectedCells(kept);
  }

  /** Returns the values by place, as a version keeps them. */
  public Map<String, String> values() {
    Map<String, String> values = new TreeMap<>();
    cells.forEach((place, cell) -> values.put(place, cell.value()));
    return values;
  }

  private static Cell cell(String source, Map<String, String> sources) {
    return new Cell(sources.getOrDefault(source, ""), source);
  }
}
