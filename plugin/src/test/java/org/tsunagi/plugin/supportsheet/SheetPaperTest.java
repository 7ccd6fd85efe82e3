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
import java.util.Optional;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.plugin.access.Ground;
import org.tsunagi.plugin.access.domain.SheetAction;
import org.tsunagi.plugin.platform.FastWorkbooks;
import org.tsunagi.plugin.platform.FreeMarkerPages;
import org.tsunagi.plugin.platform.PdfPrints;
import org.tsunagi.plugin.shared.Missing;
import org.tsunagi.plugin.supportsheet.domain.FormField;
import org.tsunagi.plugin.supportsheet.domain.FormPart;
import org.tsunagi.plugin.supportsheet.domain.FormTable;
import org.tsunagi.plugin.supportsheet.domain.SheetContent;
import org.tsunagi.plugin.supportsheet.domain.SheetContent.Row;
import org.tsunagi.plugin.supportsheet.domain.SheetKey;
import org.tsunagi.plugin.supportsheet.print.SheetPaperService;
import org.tsunagi.plugin.supportsheet.print.SheetPaperService.Wish;
import org.tsunagi.plugin.supportsheet.print.SheetPapers;
import org.tsunagi.testing.TestDatabases;

/** What the official form says on paper, word by word. */
class SheetPaperTest {
  /** Words of the screen that the paper form prints as part of another heading, or as no word. */
  private static final Set<String> NOT_ON_PAPER = Set.of("短期目標の日付", "経過・評価の日付");

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

  private byte[] pdf(Optional<SheetKey> key, boolean sensitive) throws Exception {
    SheetPapers prints =
        new SheetPapers(new PdfPrints(new FreeMarkerPages()), new FastWorkbooks(), ground);
    byte[] pdf =
        prints.pdf(
            TEACHER,
            papers.open(
                TEACHER, OneClass.STUDENT, new Wish(key, sensitive, SheetAction.PRINT, "pdf")));
    String kept = System.getProperty("tsunagi.papers", "");
    if (!kept.isEmpty()) {
      String name = key.map(SheetKey::text).orElse("all") + "-" + sensitive + ".pdf";
      Files.write(Path.of(kept, name), pdf);
    }
    return pdf;
  }

  private static List<String> pages(byte[] pdf) throws Exception {
    List<String> pages = new ArrayList<>();
    try (PDDocument document = Loader.loadPDF(pdf)) {
      for (int page = 1; page <= document.getNumberOfPages(); page++) {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setSortByPosition(false);
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        pages.add(stripper.getText(document).replaceAll("[\\s　]", ""));
      }
    }
    return pages;
  }

  private void save(SheetKey key, SheetContent content) {
    sheets.service.save(TEACHER, OneClass.STUDENT, key, 0, content);
  }

  /** Lists the words of a part's form that do not stand in a text. */
  private static List<String> missing(FormPart part, String text, boolean extras) {
    List<String> words = new ArrayList<>();
    for (var section : part.sections()) {
      if (section.extra() && !extras) {
        continue;
      }
      for (FormField field : section.fields()) {
        if (field.extra() && !extras) {
          continue;
        }
        boolean beside = section.fields().stream().anyMatch(one -> one.with().equals(field.id()));
        if (!beside && !field.id().equals("recorderRole")) {
          words.add(field.label().ja());
        }
        boolean joined = field.id().equals("participants") || field.id().equals("monthAppendedOn");
        field.table().filter(table -> !joined).ifPresent(table -> add(words, table));
      }
    }
    words.removeIf(NOT_ON_PAPER::contains);
    words.removeIf(word -> text.contains(word.replaceAll("[\\s　]", "")));
    return words;
  }

  private static void add(List<String> words, FormTable table) {
    words.add(table.head().ja());
    table.columns().forEach(column -> words.add(column.label().ja()));
    table.lines().forEach(line -> words.add(line.label().ja()));
    table.lines().forEach(line -> words.add(line.group().ja()));
  }

  @Test
  void everyWordOfEveryPartsFormIsPrintedAlsoWhereNothingIsWritten() throws Exception {
    for (SheetKey key : Papers.KEYS) {
      String text = String.join("", pages(pdf(Optional.of(key), true)));
      assertEquals(List.of(), missing(sheets.forms.shipped(key.kind()), text, false), key.text());
      assertTrue(text.contains("取扱注意"), key.text());
    }
  }

  @Test
  void everythingThatIsWrittenIsPrintedWithItsWords() throws Exception {
    for (SheetKey key : Papers.KEYS) {
      FormPart form = sheets.forms.shipped(key.kind());
      SheetContent all = Papers.filled(sheets, key);
      save(key, all);
      String text = String.join("", pages(pdf(Optional.of(key), true)));
      assertEquals(List.of(), missing(form, text, true), key.text());
      List<String> values = new ArrayList<>(all.texts().values());
      all.tables().values().stream()
          .flatMap(List::stream)
          .forEach(row -> values.addAll(row.cells().values()));
      values.removeIf(value -> !value.startsWith("見本"));
      values.removeIf(value -> text.contains(value.replaceAll("[\\s　]", "")));
      assertEquals(List.of(), values, key.text());
    }
  }

  @Test
  void allPartsComeInPrintedOrderWithPageNumbersOfTheWhole() throws Exception {
    save(SheetKey.meeting("m"), Sheets.text("heldOn", "2026-11-12"));
    List<String> pages = pages(pdf(Optional.empty(), false));
    String whole = String.join("", pages);
    List<String> titles = List.of("（参考様式）", "（共通シート）", "（学年別Aシート）", "（学年別Bシート）", "（協議シート）");
    int at = -1;
    for (String title : titles) {
      assertTrue(whole.indexOf(title) > at, title);
      at = whole.indexOf(title);
    }
    for (int i = 0; i < pages.size(); i++) {
      String page = pages.get(i);
      assertTrue(page.contains("取扱注意"), page);
      assertTrue(page.contains((i + 1) + "／" + pages.size()), page);
      assertTrue(page.contains("試験t1が出力"), page);
    }
    assertTrue(whole.contains("令和8年11月12日"), whole);
  }

  @Test
  void sectionsOfClassOneStayInsideUnlessTheyAreAskedForAndThePaperSaysSo() throws Exception {
    save(SheetKey.COMMON, Sheets.text("familyNotes", "MARKER家族のこと"));
    String without = String.join("", pages(pdf(Optional.of(SheetKey.COMMON), false)));
    assertFalse(without.contains("MARKER"), without);
    assertTrue(without.contains("この紙に印刷していない欄がほかにあります"), without);
    String with = String.join("", pages(pdf(Optional.of(SheetKey.COMMON), true)));
    assertTrue(with.contains("MARKER家族のこと"), with);
    assertFalse(with.contains("印刷していない欄"), with);
  }

  @Test
  void aLongTextGoesOnOverPagesUnderItsOwnHeading() throws Exception {
    StringBuilder text = new StringBuilder();
    for (int i = 1; i <= 190; i++) {
      text.append("第").append(i).append("行　本人が話したことを、そのまま書きとめました。\n");
    }
    save(SheetKey.COMMON, Sheets.text("remarks", text.toString()));
    List<String> pages = pages(pdf(Optional.of(SheetKey.COMMON), false));
    List<String> holding = pages.stream().filter(page -> page.contains("行本人が話した")).toList();
    assertTrue(holding.size() >= 4, "pages: " + holding.size());
    for (String page : holding) {
      assertTrue(page.contains("○備考欄") && page.contains("取扱注意"), page);
    }
    String whole = String.join("", pages);
    for (int i = 1; i <= 190; i++) {
      assertTrue(whole.contains("第" + i + "行本人が"), "line " + i);
    }
  }

  @Test
  void aSingleParagraphLongerThanAPageLosesNoWord() throws Exception {
    StringBuilder text = new StringBuilder();
    for (int i = 1; i <= 600; i++) {
      text.append("番号").append(i).append("の言葉。");
    }
    save(SheetKey.COMMON, Sheets.text("remarks", text.toString()));
    String whole = String.join("", pages(pdf(Optional.of(SheetKey.COMMON), false)));
    int found = 0;
    for (int i = 1; i <= 600; i++) {
      found += whole.contains("番号" + i + "の") ? 1 : 0;
    }
    assertTrue(found >= 590, "found: " + found);
  }

  @Test
  void daysAreWrittenInTheEraOfTheirOwnDay() throws Exception {
    save(
        SheetKey.meeting("m"),
        Sheets.rows(
            "agencyInformation",
            new Row("r1", Map.of("date", "2019-04-30", "text", "前")),
            new Row("r2", Map.of("date", "2019-05-01", "text", "後")),
            new Row("r3", Map.of("date", "1989-01-07", "text", "昭和"))));
    String text = String.join("", pages(pdf(Optional.of(SheetKey.meeting("m")), true)));
    for (String day : List.of("平成31年4月30日", "令和元年5月1日", "昭和64年1月7日")) {
      assertTrue(text.contains(day), day + " in " + text);
    }
  }

  @Test
  void strangersAndUnknownChildrenGetNothing() {
    Wish wish = new Wish(Optional.empty(), false, SheetAction.PRINT, "pdf");
    assertThrows(
        RuntimeException.class, () -> papers.open(Sheets.STRANGER, OneClass.STUDENT, wish));
    assertThrows(Missing.class, () -> papers.open(Sheets.PRINCIPAL, new StudentId("nobody"), wish));
  }
}
