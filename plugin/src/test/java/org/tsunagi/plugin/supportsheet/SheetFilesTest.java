// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.supportsheet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tsunagi.plugin.supportsheet.Sheets.PRINCIPAL;
import static org.tsunagi.plugin.supportsheet.Sheets.TEACHER;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tsunagi.api.access.Actor;
import org.tsunagi.api.access.HostRole;
import org.tsunagi.plugin.access.Ground;
import org.tsunagi.plugin.access.domain.SheetAction;
import org.tsunagi.plugin.platform.FastWorkbooks;
import org.tsunagi.plugin.platform.FreeMarkerPages;
import org.tsunagi.plugin.platform.Json;
import org.tsunagi.plugin.platform.JsonSchemas;
import org.tsunagi.plugin.platform.PdfPrints;
import org.tsunagi.plugin.shared.Missing;
import org.tsunagi.plugin.supportsheet.domain.FormField;
import org.tsunagi.plugin.supportsheet.domain.SheetContent;
import org.tsunagi.plugin.supportsheet.domain.SheetKey;
import org.tsunagi.plugin.supportsheet.print.SheetDocument;
import org.tsunagi.plugin.supportsheet.print.SheetPaperService;
import org.tsunagi.plugin.supportsheet.print.SheetPaperService.Wish;
import org.tsunagi.plugin.supportsheet.print.SheetPapers;
import org.tsunagi.testing.TestDatabases;

/** The sheets as workbook and as JSON. */
class SheetFilesTest {
  private static final String RARE =
      Character.toString(0x20BB7) + "田﨑辻" + Character.toString(0xE0100);

  private Ground ground;
  private Sheets sheets;
  private SheetPaperService papers;

  @BeforeEach
  void begin() throws Exception {
    ground = new Ground(TestDatabases.both().findFirst().orElseThrow());
    sheets = new Sheets(ground);
    papers = Papers.service(sheets);
  }

  @AfterEach
  void end() throws Exception {
    ground.close();
  }

  private SheetDocument document(Actor actor, Optional<SheetKey> key, boolean sensitive) {
    return SheetDocument.of(
        papers.open(actor, OneClass.STUDENT, new Wish(key, sensitive, SheetAction.EXPORT, "json")));
  }

  /** Reads all lines of a workbook: sheet name, then heading, label and content. */
  private List<String> lines(Actor actor, Optional<SheetKey> key, boolean sensitive)
      throws Exception {
    byte[] file =
        new SheetPapers(new PdfPrints(new FreeMarkerPages()), new FastWorkbooks(), ground)
            .xlsx(
                papers.open(
                    actor, OneClass.STUDENT, new Wish(key, sensitive, SheetAction.EXPORT, "xlsx")));
    List<String> lines = new ArrayList<>();
    try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(file))) {
      for (var sheet : book.getSheets().toList()) {
        lines.add(sheet.getName());
        for (var row : sheet.read()) {
          lines.add(row.stream().map(Cell::getText).collect(Collectors.joining("|")));
        }
      }
    }
    return lines;
  }

  private void writeAll() {
    for (SheetKey key : Papers.KEYS) {
      sheets.service.save(TEACHER, OneClass.STUDENT, key, 0, Papers.filled(sheets, key));
    }
  }

  @Test
  void everyPartAndAllPartsFitThePublishedSchema() throws Exception {
    writeAll();
    List<Optional<SheetKey>> wishes = new ArrayList<>(List.of(Optional.empty()));
    Papers.KEYS.forEach(key -> wishes.add(Optional.of(key)));
    for (Optional<SheetKey> key : wishes) {
      byte[] text = Json.MAPPER.writeValueAsBytes(document(PRINCIPAL, key, true));
      assertEquals(List.of(), JsonSchemas.check("support-sheet-document.json", text), key + "");
      JsonNode parts = Json.MAPPER.readTree(text).get("parts");
      assertEquals(key.isPresent() ? 1 : Papers.KEYS.size(), parts.size());
    }
  }

  @Test
  void theSchemaRefusesADocumentThatLacksAPart() throws Exception {
    String broken = "{\"format\":\"support-sheet-document\",\"formatVersion\":1,\"student\":\"s\"}";
    assertFalse(
        JsonSchemas.check("support-sheet-document.json", broken.getBytes(StandardCharsets.UTF_8))
            .isEmpty());
  }

  @Test
  void whatIsWrittenComesOutOfTheJsonUnchangedAlsoRareKanji() throws Exception {
    writeAll();
    SheetContent written = Papers.filled(sheets, SheetKey.COMMON);
    assertEquals(
        written, document(PRINCIPAL, Optional.of(SheetKey.COMMON), true).parts().get(0).content());
    sheets.service.save(
        TEACHER, OneClass.STUDENT, SheetKey.COMMON, 1, Sheets.text("remarks", RARE));
    byte[] text =
        Json.MAPPER.writeValueAsBytes(document(PRINCIPAL, Optional.of(SheetKey.COMMON), false));
    assertEquals(RARE, Json.MAPPER.readTree(text).at("/parts/0/content/texts/remarks").textValue());
    List<String> lines = lines(PRINCIPAL, Optional.of(SheetKey.COMMON), false);
    assertTrue(lines.stream().anyMatch(line -> line.endsWith("|" + RARE)), lines.toString());
  }

  @Test
  void theWorkbookHasASheetForEachPartAndALineForEveryFieldOfItsForm() throws Exception {
    writeAll();
    List<String> lines = lines(PRINCIPAL, Optional.empty(), true);
    for (SheetKey key : Papers.KEYS) {
      for (FormField field : sheets.forms.shipped(key.kind()).fields()) {
        if (field.table().isEmpty() && field.writable()) {
          String label = "|" + field.label().ja() + "|";
          assertTrue(lines.stream().anyMatch(line -> line.contains(label)), key + " " + label);
        }
      }
      Map<String, String> texts = new HashMap<>(Papers.filled(sheets, key).texts());
      texts.values().removeIf(value -> !value.startsWith("見本"));
      texts.forEach(
          (field, value) ->
              assertTrue(lines.stream().anyMatch(line -> line.endsWith("|" + value)), field));
    }
    assertTrue(lines.stream().anyMatch(line -> line.startsWith("取扱注意")), lines.toString());
  }

  @Test
  void classOneGoesOutOnlyWhereItIsAskedForAndTheFileSaysSo() throws Exception {
    sheets.service.save(
        TEACHER, OneClass.STUDENT, SheetKey.COMMON, 0, Sheets.text("familyNotes", "MARKER家族"));
    SheetDocument without = document(PRINCIPAL, Optional.of(SheetKey.COMMON), false);
    assertFalse(without.toString().contains("MARKER"), without.toString());
    assertTrue(without.parts().get(0).leftOut());
    String lines = lines(PRINCIPAL, Optional.of(SheetKey.COMMON), false).toString();
    assertFalse(lines.contains("MARKER"), lines);
    assertTrue(lines.contains("出していない欄がほかにあります"), lines);
    assertTrue(
        document(PRINCIPAL, Optional.of(SheetKey.COMMON), true).toString().contains("MARKER家族"));
    assertTrue(
        lines(PRINCIPAL, Optional.of(SheetKey.COMMON), true).toString().contains("MARKER家族"));
  }

  @Test
  void oneWithoutASecondFactorGetsNothingOfClassOneEvenWhereTheyAskForIt() {
    sheets.service.save(
        TEACHER, OneClass.STUDENT, SheetKey.COMMON, 0, Sheets.text("familyNotes", "MARKER家族"));
    sheets.strong = false;
    SheetDocument document = document(PRINCIPAL, Optional.of(SheetKey.COMMON), true);
    assertFalse(document.toString().contains("MARKER"), document.toString());
    assertTrue(document.parts().get(0).leftOut());
  }

  @Test
  void whoMayReadButNotTakeOutGetsNoFile() {
    sheets.service.save(
        TEACHER, OneClass.STUDENT, SheetKey.COMMON, 0, Sheets.text("remarks", "MARKER"));
    Actor reader = Sheets.actor("y1", HostRole.YOGO_TEACHER, "S1");
    for (Optional<SheetKey> key :
        List.of(Optional.of(SheetKey.COMMON), Optional.<SheetKey>empty())) {
      assertThrows(Missing.class, () -> document(reader, key, true));
    }
    Wish print = new Wish(Optional.of(SheetKey.COMMON), true, SheetAction.PRINT, "pdf");
    assertEquals(1, papers.open(reader, OneClass.STUDENT, print).size());
    assertThrows(
        RuntimeException.class,
        () -> document(Sheets.STRANGER, Optional.of(SheetKey.COMMON), false));
    assertThrows(
        RuntimeException.class,
        () -> document(Sheets.COLLEAGUE, Optional.of(SheetKey.COMMON), false));
  }

  @Test
  void takingOutIsNotedWithItsPartsItsFormatAndItsClasses() throws Exception {
    sheets.service.save(TEACHER, OneClass.STUDENT, SheetKey.COMMON, 0, Sheets.text("remarks", "あ"));
    lines(PRINCIPAL, Optional.of(SheetKey.COMMON), true);
    List<String> noted = new ArrayList<>();
    ground.runSql(
        connection -> {
          try (var rows =
              connection
                  .prepareStatement(
                      "SELECT actor_id, action, object, facts FROM audit_row ORDER BY seq")
                  .executeQuery()) {
            while (rows.next()) {
              noted.add(
                  rows.getString(1)
                      + " "
                      + rows.getString(2)
                      + " "
                      + rows.getString(3)
                      + " "
                      + rows.getString(4));
            }
          }
          return true;
        });
    String last = noted.get(noted.size() - 1);
    assertTrue(last.startsWith("p1 sheet.export student:" + OneClass.STUDENT.value()), last);
    assertTrue(last.contains("common") && last.contains("xlsx") && last.contains("true"), last);
  }
}
