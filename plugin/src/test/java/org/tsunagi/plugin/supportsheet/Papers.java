// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.supportsheet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.tsunagi.api.access.Actor;
import org.tsunagi.api.roster.StudentRecord;
import org.tsunagi.plugin.access.SheetAccess;
import org.tsunagi.plugin.attachment.StoredPartFiles;
import org.tsunagi.plugin.register.YearColumnService;
import org.tsunagi.plugin.register.domain.YearTable;
import org.tsunagi.plugin.supportsheet.domain.FieldType;
import org.tsunagi.plugin.supportsheet.domain.FormField;
import org.tsunagi.plugin.supportsheet.domain.FormPart;
import org.tsunagi.plugin.supportsheet.domain.FormTable;
import org.tsunagi.plugin.supportsheet.domain.SheetContent;
import org.tsunagi.plugin.supportsheet.domain.SheetContent.Row;
import org.tsunagi.plugin.supportsheet.domain.SheetKey;
import org.tsunagi.plugin.supportsheet.domain.SheetKind;
import org.tsunagi.plugin.supportsheet.print.Figures;
import org.tsunagi.plugin.supportsheet.print.SheetPaperService;

/** What the tests of papers and files share: one part of each kind, and every field filled. */
final class Papers {
  static final List<SheetKey> KEYS =
      List.of(
          SheetKey.COVER,
          SheetKey.COMMON,
          SheetKey.a(2026),
          SheetKey.b(2026),
          SheetKey.meeting("m"));

  private static final Figures NO_FIGURES =
      new Figures() {
        @Override
        public Optional<YearTable> months(Actor actor, StudentRecord student, int schoolYear) {
          return Optional.empty();
        }

        @Override
        public List<YearColumnService.Column> years(Actor actor, StudentRecord student) {
          return List.of();
        }
      };

  private Papers() {}

  static SheetPaperService service(Sheets sheets) {
    return new SheetPaperService(
        sheets.gate,
        new SheetAccess(sheets.gate, actor -> sheets.strong),
        sheets.host,
        sheets.service,
        NO_FIGURES,
        new StoredPartFiles(sheets.ground()),
        sheets.audit,
        sheets.ground(),
        sheets.ground());
  }

  static SheetContent filled(Sheets sheets, SheetKey key) {
    return filled(sheets.forms.shipped(key.kind()), key.kind() == SheetKind.COVER);
  }

  private static SheetContent filled(FormPart part, boolean cover) {
    Map<String, String> texts = new HashMap<>();
    Map<String, List<Row>> tables = new HashMap<>();
    for (FormField field : part.fields()) {
      if (field.table().isPresent()) {
        tables.put(field.id(), rows(field.table().get()));
      } else if (field.writable() && !(cover && field.fallback())) {
        texts.put(field.id(), sample(field.type(), field.choices(), field.id()));
      }
    }
    return new SheetContent(texts, tables);
  }

  private static List<Row> rows(FormTable table) {
    List<Row> rows = new ArrayList<>();
    for (FormTable.Line line : table.lines()) {
      rows.add(new Row(line.id(), cells(table, line::writable)));
    }
    if (table.more()) {
      rows.add(new Row("added1", cells(table, column -> true)));
    }
    return rows;
  }

  private static Map<String, String> cells(FormTable table, Predicate<String> writable) {
    Map<String, String> cells = new HashMap<>();
    for (FormTable.Column column : table.columns()) {
      if (writable.test(column.id())) {
        String sample = sample(column.type(), column.choices(), column.id());
        cells.put(column.id(), column.phone() ? "000-0000-0002" : sample);
      }
    }
    return cells;
  }

  private static String sample(FieldType type, List<FormField.Choice> choices, String id) {
    return switch (type) {
      case DATE -> "2026-11-20";
      case CHOICE -> choices.get(0).id();
      default -> "見本" + id;
    };
  }
}
