// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.supportsheet.domain;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * What people wrote on a part of the sheet, without anything that is reflected or counted. Nothing
 * in it is compulsory; what is blank is left out, so that two contents are equal when they say the
 * same.
 *
 * @param texts what stands in each field, by the field's id
 * @param tables the rows of each table, by the table's id
 */
public record SheetContent(Map<String, String> texts, Map<String, List<Row>> tables) {
  /** The sheet before anyone has written on it. */
  public static final SheetContent EMPTY = new SheetContent(Map.of(), Map.of());

  public SheetContent {
    Map<String, String> written = new TreeMap<>();
    texts.forEach((id, text) -> put(written, id, text));
    Map<String, List<Row>> filled = new TreeMap<>();
    tables.forEach(
        (id, rows) -> {
          List<Row> kept = rows.stream().filter(row -> !row.blank()).toList();
          if (!kept.isEmpty()) {
            filled.put(id, kept);
          }
        });
    texts = Collections.unmodifiableMap(written);
    tables = Collections.unmodifiableMap(filled);
  }

  /**
   * A row of a table.
   *
   * @param id its id, which stays when the row is moved; a line of the form has the line's id
   * @param cells what stands in each column, by the column's id
   */
  public record Row(String id, Map<String, String> cells) {
    /** The cell that names the line of the form below which a row was added. */
    public static final String BELOW = "below";

    public Row {
      Map<String, String> written = new TreeMap<>();
      cells.forEach((column, text) -> put(written, column, text));
      cells = Collections.unmodifiableMap(written);
    }

    /** Tells whether nobody has written in it. */
    public boolean blank() {
      return cells.keySet().stream().allMatch(BELOW::equals);
    }

    /** Returns what stands in a column; empty when nothing. */
    public String cell(String column) {
      return cells.getOrDefault(column, "");
    }
  }

  /** Returns what stands in a field; empty when nothing. */
  public String text(String field) {
    return texts.getOrDefault(field, "");
  }

  /** Returns the rows of a table. */
  public List<Row> rows(String table) {
    return tables.getOrDefault(table, List.of());
  }

  /** Finds a row of a table. */
  public Optional<Row> row(String table, String id) {
    return rows(table).stream().filter(row -> row.id().equals(id)).findFirst();
  }

  /** Returns the part of it whose fields are wanted. */
  public SheetContent only(Predicate<String> wanted) {
    Map<String, String> some = new LinkedHashMap<>(texts);
    some.keySet().removeIf(wanted.negate());
    Map<String, List<Row>> others = new LinkedHashMap<>(tables);
    others.keySet().removeIf(wanted.negate());
    return new SheetContent(some, others);
  }

  /** Returns it with the fields of another one, which stand before its own. */
  public SheetContent with(SheetContent other) {
    Map<String, String> all = new LinkedHashMap<>(texts);
    all.putAll(other.texts);
    Map<String, List<Row>> rows = new LinkedHashMap<>(tables);
    rows.putAll(other.tables);
    return new SheetContent(all, rows);
  }

  /** Returns it with a row more at the end of a table. */
  public SheetContent plus(String table, Row row) {
    List<Row> rows = new ArrayList<>(rows(table));
    rows.add(row);
    return with(new SheetContent(Map.of(), Map.of(table, rows)));
  }

  private static void put(Map<String, String> written, String id, String text) {
    String plain = text.replace("\r\n", "\n");
    if (!plain.isBlank()) {
      written.put(id, plain);
    }
  }
}
