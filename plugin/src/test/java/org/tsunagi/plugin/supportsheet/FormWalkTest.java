// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.supportsheet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tsunagi.plugin.supportsheet.Sheets.TEACHER;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tsunagi.api.extension.SheetSectionProvider;
import org.tsunagi.plugin.access.Ground;
import org.tsunagi.plugin.platform.BundleFiles;
import org.tsunagi.plugin.platform.JsonSchemas;
import org.tsunagi.plugin.supportsheet.domain.FieldType;
import org.tsunagi.plugin.supportsheet.domain.FormField;
import org.tsunagi.plugin.supportsheet.domain.FormPart;
import org.tsunagi.plugin.supportsheet.domain.FormTable;
import org.tsunagi.plugin.supportsheet.domain.SheetContent;
import org.tsunagi.plugin.supportsheet.domain.SheetContent.Row;
import org.tsunagi.plugin.supportsheet.domain.SheetKey;
import org.tsunagi.plugin.supportsheet.domain.SheetKind;
import org.tsunagi.testing.TestDatabases;

/** Walks the form: every field of every part is written, saved and read. */
class FormWalkTest {
  private static final FormCatalogue FORMS = new FormCatalogue(new EmptyCalendar(List.of()));

  @Test
  void theShippedFormFitsItsPublishedSchema() throws IOException {
    try (InputStream in = BundleFiles.open("forms/support-sheet.json").orElseThrow()) {
      assertEquals(List.of(), JsonSchemas.check("support-sheet-form.json", in.readAllBytes()));
    }
  }

  @Test
  void idsAreUniqueWithinAPartAndEveryFieldHasPrintedWords() {
    for (SheetKind kind : SheetKind.values()) {
      Set<String> seen = new HashSet<>();
      for (FormField field : FORMS.shipped(kind).fields()) {
        assertTrue(seen.add(field.id()), kind + " " + field.id());
        assertFalse(field.label().ja().isBlank(), field.id());
        assertFalse(field.label().en().isBlank(), field.id());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("org.tsunagi.testing.TestDatabases#both")
  void everyFieldIsWrittenAndRead(TestDatabases.Named database) throws Exception {
    try (Ground ground = new Ground(database)) {
      SheetService sheets = new Sheets(ground).service;
      for (SheetKey key :
          List.of(
              SheetKey.COVER,
              SheetKey.COMMON,
              SheetKey.a(2026),
              SheetKey.b(2026),
              SheetKey.meeting("m"))) {
        SheetContent all = filled(FORMS.shipped(key.kind()), key.kind() == SheetKind.COVER);
        SheetView saved = sheets.save(TEACHER, OneClass.STUDENT, key, 0, all);
        assertEquals(all, saved.content(), key.text());
        assertEquals(all, sheets.view(TEACHER, OneClass.STUDENT, key).content(), key.text());
        assertFalse(all.texts().isEmpty(), key.text());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("org.tsunagi.testing.TestDatabases#both")
  void whatABundleAddsIsWrittenAndStaysWhenTheBundleGoes(TestDatabases.Named database)
      throws Exception {
    try (Ground ground = new Ground(database)) {
      Sheets sheets = new Sheets(ground);
      SheetSectionProvider library = new LibrarySection();
      sheets.forms.add(library);
      SheetContent own = Sheets.text("x-library-books", "絵本が好き");
      assertEquals(
          own, sheets.service.save(TEACHER, OneClass.STUDENT, SheetKey.COMMON, 0, own).content());
      sheets.forms.remove(library);
      SheetContent remark = Sheets.text("remarks", "備考");
      assertEquals(
          remark,
          sheets.service.save(TEACHER, OneClass.STUDENT, SheetKey.COMMON, 1, remark).content());
      sheets.forms.add(library);
      assertEquals(
          own.with(remark),
          sheets.service.view(TEACHER, OneClass.STUDENT, SheetKey.COMMON).content());
    }
  }

  /** A section as another bundle would add it. */
  private static final class LibrarySection implements SheetSectionProvider {
    @Override
    public String id() {
      return "library";
    }

    @Override
    public String title(Locale locale) {
      return "図書館での様子";
    }

    @Override
    public List<String> fields() {
      return List.of("books");
    }

    @Override
    public String label(String field, Locale locale) {
      return "好きな本";
    }
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
      default -> "見本 " + id;
    };
  }
}
