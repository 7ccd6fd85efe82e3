// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.supportsheet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tsunagi.plugin.supportsheet.Sheets.TEACHER;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tsunagi.api.access.Actor;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.plugin.access.Ground;
import org.tsunagi.plugin.access.SheetAccess;
import org.tsunagi.plugin.platform.FastWorkbooks;
import org.tsunagi.plugin.platform.FreeMarkerPages;
import org.tsunagi.plugin.platform.PdfPrints;
import org.tsunagi.plugin.shared.Missing;
import org.tsunagi.plugin.supportsheet.domain.SheetContent;
import org.tsunagi.plugin.supportsheet.domain.SheetContent.Row;
import org.tsunagi.plugin.supportsheet.domain.SheetKey;
import org.tsunagi.plugin.supportsheet.print.SheetPapers;
import org.tsunagi.plugin.supportsheet.print.SheetSummaryService;
import org.tsunagi.testing.TestDatabases;

/** The one-page summary for all who teach a child. */
class SheetSummaryTest {
  private Ground ground;
  private Sheets sheets;
  private SheetSummaryService summaries;

  @BeforeEach
  void begin() throws Exception {
    ground = new Ground(TestDatabases.both().findFirst().orElseThrow());
    sheets = new Sheets(ground);
    summaries =
        new SheetSummaryService(
            sheets.gate,
            new SheetAccess(sheets.gate, actor -> sheets.strong),
            sheets.host,
            sheets.host,
            sheets.service,
            new SheetTaskService(sheets.gate, ground, sheets.places, sheets.reader, ground),
            sheets.audit,
            ground,
            ground);
  }

  @AfterEach
  void end() {
    ground.close();
  }

  private String text(Actor actor) throws Exception {
    SheetPapers papers =
        new SheetPapers(new PdfPrints(new FreeMarkerPages()), new FastWorkbooks(), ground);
    byte[] pdf = papers.pdf(actor, summaries.print(actor, OneClass.STUDENT));
    String kept = System.getProperty("tsunagi.papers", "");
    if (!kept.isEmpty()) {
      Files.write(Path.of(kept, "summary-" + pdf.length + ".pdf"), pdf);
    }
    try (PDDocument document = Loader.loadPDF(pdf)) {
      assertEquals(1, document.getNumberOfPages());
      return new PDFTextStripper().getText(document).replaceAll("[\\s　]", "");
    }
  }

  @Test
  void itSaysWhatHelpsWhatToAvoidWhatWasAgreedAndWhomToAsk() throws Exception {
    sheets.service.save(
        TEACHER,
        OneClass.STUDENT,
        SheetKey.COMMON,
        0,
        new SheetContent(
            Map.of(
                "helps", "先に予定を伝える",
                "avoids", "急に指名する",
                "strengths", "絵をかくこと",
                "contacts", "保健室　内線21"),
            Map.of()));
    sheets.service.save(
        TEACHER,
        OneClass.STUDENT,
        SheetKey.b(2026),
        0,
        Sheets.rows(
            "measures",
            new Row(
                "m1", Map.of("measure", "朝に声をかける", "person", "担任", "nextReviewOn", "2026-12-01"))));
    String text = text(TEACHER);
    for (String word :
        List.of("先に予定を伝える", "急に指名する", "絵をかくこと", "保健室内線21", "朝に声をかける", "担任花子", "取扱注意", "試験t1が出力")) {
      assertTrue(text.contains(word), word + " in " + text);
    }
    assertEquals(1, ground.count("SELECT COUNT(*) FROM audit_row WHERE facts LIKE '%summary%'"));
    assertTrue(
        ground.count("SELECT COUNT(*) FROM read_log WHERE student_id = 's1' AND actor_id = 't1'")
            > 0);
  }

  @Test
  void nothingOfClassOneIsOnIt() throws Exception {
    sheets.service.save(
        TEACHER,
        OneClass.STUDENT,
        SheetKey.COMMON,
        0,
        new SheetContent(
            Map.of("helps", "見本", "familyNotes", "MARKER1", "homeLife", "MARKER2"),
            Map.of("assessments", List.of(new Row("r", Map.of("result", "MARKER3"))))));
    assertFalse(text(TEACHER).contains("MARKER"));
  }

  @Test
  void itStaysOnOnePageHoweverMuchIsWrittenAndSaysWhereItWasCut() throws Exception {
    String lines = "一行です。\n".repeat(60);
    String paragraph = "とても長い文です。".repeat(400);
    sheets.service.save(
        TEACHER,
        OneClass.STUDENT,
        SheetKey.COMMON,
        0,
        new SheetContent(
            Map.of(
                "helps", paragraph, "avoids", paragraph, "strengths", lines, "contacts", paragraph),
            Map.of()));
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      rows.add(
          new Row(
              "m" + i,
              Map.of(
                  "measure", paragraph.substring(0, 300), "person", "担任と学年の先生みんなと養護教諭とコーディネーター")));
    }
    sheets.service.save(
        TEACHER,
        OneClass.STUDENT,
        SheetKey.b(2026),
        0,
        Sheets.rows("measures", rows.toArray(Row[]::new)));
    String text = text(TEACHER);
    assertTrue(text.contains("…"), text);
    assertTrue(text.contains("ほかに25件あります"), text);
  }

  @Test
  void whoReadsNoSheetGetsNone() {
    for (Actor actor : List.of(Sheets.STRANGER, Sheets.COLLEAGUE)) {
      assertThrows(
          RuntimeException.class, () -> summaries.print(actor, OneClass.STUDENT), actor.id());
    }
    assertThrows(Missing.class, () -> summaries.print(Sheets.PRINCIPAL, new StudentId("nobody")));
  }
}
