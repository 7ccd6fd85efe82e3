// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.supportsheet.print;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.tsunagi.plugin.shared.JapaneseDates;
import org.tsunagi.plugin.supportsheet.SheetView;
import org.tsunagi.plugin.supportsheet.domain.FieldType;
import org.tsunagi.plugin.supportsheet.domain.FormField;
import org.tsunagi.plugin.supportsheet.domain.FormTable;
import org.tsunagi.plugin.supportsheet.domain.ReflectedCells;
import org.tsunagi.plugin.supportsheet.domain.Remark;
import org.tsunagi.plugin.supportsheet.domain.SheetContent;

/**
 * A field as it is printed: days with the era, choices by their words, every row that was written.
 *
 * @param view the part as its reader sees it
 * @param field the field
 */
record PaperField(SheetView view, FormField field) {
  private static final Map<String, String> SEXES =
      Map.of("male", "男", "female", "女", "other", "その他", "unspecified", "");

  Map<String, Object> toMap() {
    Map<String, Object> model = new HashMap<>();
    model.put("id", field.id());
    model.put("label", field.label().ja());
    model.put("hint", field.hint().ja());
    model.put("type", field.type().code());
    model.put("auto", auto());
    model.put("value", value());
    model.put("lines", List.of(value().split("\n", -1)));
    model.put("beside", cell(field.with()));
    model.put("remark", remark(field.id()));
    model.put("source", field.source());
    field.table().ifPresent(table -> model.put("table", table(table)));
    return model;
  }

  /** Tells whether it goes on paper: the form has it, or something is written in it. */
  boolean printed() {
    return !field.extra()
        || !view.content().text(field.id()).isEmpty()
        || !view.content().rows(field.id()).isEmpty();
  }

  private boolean auto() {
    boolean reflected = field.type() == FieldType.REFLECTED;
    return reflected && (!field.fallback() || !cell(field.id()).isEmpty());
  }

  String value() {
    String reflected = cell(field.id());
    if (!reflected.isEmpty()) {
      return field.source().equals("student.sex")
          ? SEXES.getOrDefault(reflected, reflected)
          : day(reflected);
    }
    return shown(field.type(), field.choices(), view.content().text(field.id()));
  }

  private String remark(String place) {
    return view.content().text(Remark.id(place));
  }

  private String cell(String place) {
    ReflectedCells.Cell cell = view.reflected().get(place);
    return cell == null ? "" : cell.value();
  }

  private static String shown(FieldType type, List<FormField.Choice> choices, String value) {
    return switch (type) {
      case DATE -> day(value);
      case CHOICE ->
          choices.stream()
              .filter(choice -> choice.id().equals(value))
              .map(choice -> choice.label().ja())
              .findFirst()
              .orElse(value);
      default -> value;
    };
  }

  /** Writes a day with its era; what is no day, or before the present calendar, stays as it is. */
  static String day(String value) {
    if (value.length() != 10 || value.charAt(4) != '-') {
      return value;
    }
    try {
      return JapaneseDates.full(LocalDate.parse(value), Locale.JAPANESE);
    } catch (DateTimeException e) {
      return value;
    }
  }

  /**
   * A row of a table on paper.
   *
   * @param group the word over several rows; empty for none
   * @param label the row's own word; empty for one that people added
   * @param cells what stands in the columns
   */
  record Row(String group, String label, List<Cell> cells) {}

  /**
   * A cell.
   *
   * @param value what it says
   * @param auto whether it is reflected
   * @param struck whether it is struck out
   */
  record Cell(String value, boolean auto, boolean struck) {}

  private Map<String, Object> table(FormTable table) {
    Map<String, Object> model = new HashMap<>();
    model.put("head", table.head().ja());
    model.put("lined", !table.lines().isEmpty());
    model.put("grouped", table.lines().stream().anyMatch(one -> !one.group().ja().isEmpty()));
    model.put("columns", table.columns().stream().map(PaperField::column).toList());
    List<Map<String, Object>> rows = new ArrayList<>();
    for (Row row : rows(table)) {
      rows.add(
          Map.of(
              "group", row.group(),
              "label", row.label(),
              "cells",
                  row.cells().stream()
                      .map(
                          one ->
                              Map.of(
                                  "value", one.value(), "auto", one.auto(), "struck", one.struck()))
                      .toList()));
    }
    model.put("rows", rows);
    return model;
  }

  private static Map<String, Object> column(FormTable.Column column) {
    return Map.of(
        "id", column.id(),
        "label", column.label().ja(),
        "type", column.type().code(),
        "phone", column.phone());
  }

  /** Lists the rows: the form's lines, what people added below each, then all else. */
  List<Row> rows(FormTable table) {
    List<SheetContent.Row> written = view.content().rows(field.id());
    List<Row> rows = new ArrayList<>();
    for (FormTable.Line line : table.lines()) {
      SheetContent.Row own =
          written.stream()
              .filter(one -> one.id().equals(line.id()))
              .findFirst()
              .orElse(new SheetContent.Row(line.id(), Map.of()));
      rows.add(row(table, Optional.of(line), line.group().ja(), own));
      written.stream()
          .filter(one -> one.cell(SheetContent.Row.BELOW).equals(line.id()))
          .forEach(one -> rows.add(row(table, Optional.empty(), line.group().ja(), one)));
    }
    written.stream()
        .filter(one -> table.line(one.id()).isEmpty())
        .filter(one -> table.line(one.cell(SheetContent.Row.BELOW)).isEmpty())
        .forEach(one -> rows.add(row(table, Optional.empty(), "", one)));
    for (int i = rows.size(); i < table.blank(); i++) {
      rows.add(row(table, Optional.empty(), "", new SheetContent.Row("blank" + i, Map.of())));
    }
    return rows;
  }

  private String remarked(String place) {
    String remark = remark(place);
    return cell(place) + (remark.isEmpty() ? "" : "（注　" + remark + "）");
  }

  private Row row(
      FormTable table, Optional<FormTable.Line> line, String group, SheetContent.Row row) {
    List<Cell> cells = new ArrayList<>();
    for (FormTable.Column column : table.columns()) {
      boolean auto = line.filter(one -> one.reflected().containsKey(column.id())).isPresent();
      boolean struck = line.filter(one -> one.struck().contains(column.id())).isPresent();
      String value =
          auto
              ? remarked(ReflectedCells.place(field.id(), row.id(), column.id()))
              : shown(column.type(), column.choices(), row.cell(column.id()));
      cells.add(new Cell(value, auto, struck));
    }
    return new Row(group, line.map(one -> one.label().ja()).orElse(""), cells);
  }
}
