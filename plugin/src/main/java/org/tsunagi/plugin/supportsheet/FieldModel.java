// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.supportsheet;

import java.security.SecureRandom;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tsunagi.plugin.shared.JapaneseDates;
import org.tsunagi.plugin.supportsheet.domain.FieldType;
import org.tsunagi.plugin.supportsheet.domain.FormField;
import org.tsunagi.plugin.supportsheet.domain.FormTable;
import org.tsunagi.plugin.supportsheet.domain.ReflectedCells;
import org.tsunagi.plugin.supportsheet.domain.Remark;
import org.tsunagi.plugin.supportsheet.domain.SheetContent;
import org.tsunagi.plugin.supportsheet.domain.Words;

/**
 * A field as the template is given it.
 *
 * @param open the part
 * @param locale the language
 */
record FieldModel(OpenPart open, Locale locale) {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final Set<String> DAYS =
      Set.of("student.birthDate", "sheet.createdOn", "a.createdOn");

  Map<String, Object> of(FormField field) {
    Map<String, Object> model = new HashMap<>();
    SheetView view = open.view();
    model.put("id", field.id());
    words(model, field.label());
    model.put("hint", field.hint().in(locale));
    model.put("type", field.type().code());
    model.put("width", field.width());
    model.put("longest", field.longest());
    model.put("extra", field.extra());
    model.put("value", view.content().text(field.id()));
    model.put("auto", false);
    model.put("choices", choices(field.choices()));
    if (field.type() == FieldType.REFLECTED) {
      reflected(model, field);
    }
    field.table().ifPresent(table -> model.put("table", table(field, table)));
    return model;
  }

  /** Tells whether a field is folded away: meant for other needs, and nothing is written in it. */
  boolean folded(FormField field) {
    boolean meant =
        field.needs().isEmpty() || field.needs().stream().anyMatch(open.needs()::contains);
    SheetView view = open.view();
    boolean written =
        !view.content().text(field.id()).isEmpty()
            || !view.content().rows(field.id()).isEmpty()
            || Optional.ofNullable(view.reflected().get(field.id()))
                .filter(cell -> !cell.value().isEmpty())
                .isPresent();
    return !meant && !written;
  }

  private void reflected(Map<String, Object> model, FormField field) {
    ReflectedCells.Cell cell = open.view().reflected().get(field.id());
    String value = cell == null ? "" : cell.value();
    boolean typed = field.fallback() && value.isEmpty();
    model.put("auto", !typed);
    model.put("type", typed ? FieldType.TEXT.code() : FieldType.REFLECTED.code());
    model.put("source", field.source());
    if (!typed) {
      model.put("value", shown(field.source(), value));
    }
    model.put("remark", view(Remark.id(field.id())));
    ReflectedCells.Cell beside = open.view().reflected().get(field.with());
    model.put("beside", beside == null ? "" : beside.value());
  }

  private String view(String id) {
    return open.view().content().text(id);
  }

  private String shown(String source, String value) {
    if (value.isEmpty() || !DAYS.contains(source)) {
      return value;
    }
    try {
      return JapaneseDates.full(LocalDate.parse(value), locale);
    } catch (DateTimeException e) {
      return value;
    }
  }

  private Map<String, Object> table(FormField field, FormTable table) {
    Map<String, Object> model = new HashMap<>();
    model.put("columns", table.columns().stream().map(this::column).toList());
    model.put("head", words(new HashMap<>(), table.head()));
    model.put("lined", !table.lines().isEmpty());
    model.put("grouped", table.lines().stream().anyMatch(l -> !l.group().ja().isEmpty()));
    model.put("more", table.more());
    model.put("rows", rows(field.id(), table));
    return model;
  }

  private Map<String, Object> column(FormTable.Column column) {
    Map<String, Object> model = words(new HashMap<>(), column.label());
    model.put("id", column.id());
    model.put("type", column.type().code());
    model.put("longest", column.longest());
    model.put("choices", choices(column.choices()));
    return model;
  }

  private List<Map<String, Object>> rows(String id, FormTable table) {
    List<SheetContent.Row> written = open.view().content().rows(id);
    List<Map<String, Object>> rows = new ArrayList<>();
    String group = "";
    for (FormTable.Line line : table.lines()) {
      Map<String, Object> row = row(id, table, Optional.of(line), written(written, line.id()));
      boolean first = !line.group().ja().equals(group);
      group = line.group().ja();
      String named = group;
      row.put(
          "groupRows", table.lines().stream().filter(l -> l.group().ja().equals(named)).count());
      row.put("groupFirst", first);
      rows.add(row);
      written.stream()
          .filter(one -> one.cell(SheetContent.Row.BELOW).equals(line.id()))
          .forEach(one -> rows.add(row(id, table, Optional.empty(), one)));
    }
    written.stream()
        .filter(one -> table.line(one.id()).isEmpty())
        .filter(one -> table.line(one.cell(SheetContent.Row.BELOW)).isEmpty())
        .forEach(one -> rows.add(row(id, table, Optional.empty(), one)));
    if (table.lines().isEmpty() && table.more()) {
      for (int i = rows.size(); i < table.blank(); i++) {
        rows.add(row(id, table, Optional.empty(), new SheetContent.Row(newId(), Map.of())));
      }
    }
    return rows;
  }

  private Map<String, Object> row(
      String table, FormTable shape, Optional<FormTable.Line> line, SheetContent.Row row) {
    Map<String, Object> model = new HashMap<>();
    model.put("id", row.id());
    model.put("added", line.isEmpty());
    model.put("below", row.cell(SheetContent.Row.BELOW));
    model.put("label", words(new HashMap<>(), line.map(FormTable.Line::label).orElse(Words.NONE)));
    model.put("group", words(new HashMap<>(), line.map(FormTable.Line::group).orElse(Words.NONE)));
    Map<String, Object> cells = new HashMap<>();
    Map<String, Object> auto = new HashMap<>();
    Map<String, Object> remarks = new HashMap<>();
    for (FormTable.Column column : shape.columns()) {
      cells.put(column.id(), row.cell(column.id()));
      String place = ReflectedCells.place(table, row.id(), column.id());
      ReflectedCells.Cell cell = open.view().reflected().get(place);
      if (cell != null && line.isPresent()) {
        auto.put(column.id(), cell.value());
        remarks.put(column.id(), view(Remark.id(place)));
      }
    }
    model.put("cells", cells);
    model.put("auto", auto);
    model.put("remarks", remarks);
    model.put("struck", line.map(l -> List.copyOf(l.struck())).orElse(List.of()));
    return model;
  }

  private static SheetContent.Row written(List<SheetContent.Row> rows, String id) {
    return rows.stream()
        .filter(row -> row.id().equals(id))
        .findFirst()
        .orElse(new SheetContent.Row(id, Map.of()));
  }

  private List<Map<String, Object>> choices(List<FormField.Choice> choices) {
    return choices.stream()
        .map(one -> Map.<String, Object>of("id", one.id(), "label", one.label().in(locale)))
        .toList();
  }

  private Map<String, Object> words(Map<String, Object> model, Words words) {
    model.put("ja", words.ja());
    model.put("en", locale.getLanguage().equals("en") ? words.en() : "");
    return model;
  }

  /** Makes an id for a row that nobody has written yet; two writers must not get the same one. */
  static String newId() {
    byte[] bytes = new byte[5];
    RANDOM.nextBytes(bytes);
    return "r" + HexFormat.of().formatHex(bytes);
  }
}
