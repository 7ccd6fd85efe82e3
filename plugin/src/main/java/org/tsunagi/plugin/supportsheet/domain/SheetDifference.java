// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.supportsheet.domain;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.tsunagi.plugin.supportsheet.domain.SheetContent.Row;

/** Compares two contents of a part, place by place in printed order. */
public final class SheetDifference {
  private SheetDifference() {}

  /**
   * A place that differs.
   *
   * @param field the field's or table's id
   * @param row the row's id; empty for a field
   * @param column the column's id; empty for a field
   * @param label the printed words of the place
   * @param pieces the text with what was added and removed
   */
  public record Place(
      String field, String row, String column, Words label, List<TextDifference.Piece> pieces) {
    public Place {
      pieces = List.copyOf(pieces);
    }
  }

  /** Lists the places that differ. */
  public static List<Place> list(FormPart part, SheetContent before, SheetContent after) {
    List<Place> places = new ArrayList<>();
    for (FormSection section : part.sections()) {
      for (FormField field : section.fields()) {
        String id = field.id();
        Words label = joined(section.label(), field.label());
        add(places, id, "", "", label, before.text(id), after.text(id));
        remark(places, id, label, before, after);
        field.table().ifPresent(table -> rows(places, field, table, before, after));
      }
    }
    return places;
  }

  private static void remark(
      List<Place> places, String at, Words label, SheetContent before, SheetContent after) {
    String id = Remark.id(at);
    Words words = new Words(label.ja() + "の注", "Remark on " + label.en());
    add(places, id, "", "", words, before.text(id), after.text(id));
  }

  /** Puts a heading before a field's own words, unless these say it already. */
  private static Words joined(Words heading, Words field) {
    return heading.ja().startsWith(field.ja())
        ? field
        : new Words(heading.ja() + " " + field.ja(), heading.en() + " " + field.en());
  }

  private static void rows(
      List<Place> places,
      FormField field,
      FormTable table,
      SheetContent before,
      SheetContent after) {
    remarks(places, field, table, before, after);
    Set<String> rows = new LinkedHashSet<>();
    after.rows(field.id()).forEach(row -> rows.add(row.id()));
    before.rows(field.id()).forEach(row -> rows.add(row.id()));
    int number = 0;
    for (String id : rows) {
      number++;
      Row old = before.row(field.id(), id).orElse(new Row(id, java.util.Map.of()));
      Row young = after.row(field.id(), id).orElse(new Row(id, java.util.Map.of()));
      Words line =
          table
              .line(id)
              .map(FormTable.Line::label)
              .orElse(new Words(number + "行目", "row " + number));
      for (FormTable.Column column : table.columns()) {
        Words label =
            new Words(
                field.label().ja() + " " + line.ja() + " " + column.label().ja(),
                field.label().en() + " " + line.en() + " " + column.label().en());
        String cell = column.id();
        add(places, field.id(), id, cell, label, old.cell(cell), young.cell(cell));
      }
    }
  }

  private static void remarks(
      List<Place> places,
      FormField field,
      FormTable table,
      SheetContent before,
      SheetContent after) {
    for (FormTable.Line line : table.lines()) {
      Words label = joined(field.label(), line.label());
      line.reflected()
          .keySet()
          .forEach(
              column ->
                  remark(
                      places,
                      ReflectedCells.place(field.id(), line.id(), column),
                      label,
                      before,
                      after));
    }
  }

  private static void add(
      List<Place> places,
      String field,
      String row,
      String column,
      Words label,
      String before,
      String after) {
    if (!before.equals(after)) {
      places.add(new Place(field, row, column, label, TextDifference.of(before, after).pieces()));
    }
  }
}
