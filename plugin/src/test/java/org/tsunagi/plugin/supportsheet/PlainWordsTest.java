// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.supportsheet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tsunagi.plugin.supportsheet.Sheets.TEACHER;

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
import org.tsunagi.api.access.Actor;
import org.tsunagi.api.roster.StudentRecord;
import org.tsunagi.plugin.access.Ground;
import org.tsunagi.plugin.access.SheetAccess;
import org.tsunagi.plugin.attachment.StoredPartFiles;
import org.tsunagi.plugin.familywords.PlainLanguages;
import org.tsunagi.plugin.familywords.PlainPaper;
import org.tsunagi.plugin.familywords.PlainPapers;
import org.tsunagi.plugin.familywords.PlainWordsService;
import org.tsunagi.plugin.platform.FreeMarkerPages;
import org.tsunagi.plugin.platform.PdfPrints;
import org.tsunagi.plugin.register.YearColumnService;
import org.tsunagi.plugin.register.domain.YearTable;
import org.tsunagi.plugin.shared.Missing;
import org.tsunagi.plugin.supportsheet.domain.SheetContent;
import org.tsunagi.plugin.supportsheet.domain.SheetContent.Row;
import org.tsunagi.plugin.supportsheet.domain.SheetKey;
import org.tsunagi.plugin.supportsheet.print.Figures;
import org.tsunagi.plugin.supportsheet.print.SheetPaperService;
import org.tsunagi.testing.TestDatabases;

/** The plan in plain words: what families read, and what they never do. */
class PlainWordsTest {
  private static final String SAID = "{学校|がっこう}に、ちょっとだけ行きたい。\nむりは しない。";

  private Ground ground;
  private Sheets sheets;
  private PlainWordsService service;

  @BeforeEach
  void begin() throws Exception {
    ground = new Ground(TestDatabases.both().findFirst().orElseThrow());
    sheets = new Sheets(ground);
    SheetPaperService papers =
        new SheetPaperService(
            sheets.gate,
            new SheetAccess(sheets.gate),
            sheets.host,
            sheets.service,
            new NoFigures(),
            new StoredPartFiles(ground),
            sheets.audit,
            ground,
            ground);
    service = new PlainWordsService(sheets.gate, papers, new PlainLanguages());
  }

  @AfterEach
  void end() throws Exception {
    ground.close();
  }

  private static final class NoFigures implements Figures {
    @Override
    public Optional<YearTable> months(Actor actor, StudentRecord student, int schoolYear) {
      return Optional.empty();
    }

    @Override
    public List<YearColumnService.Column> years(Actor actor, StudentRecord student) {
      return List.of();
    }
  }

  private void write() {
    SheetContent b =
        new SheetContent(
            Map.of("yearGoal", "午前中を学校で過ごす"),
            Map.of(
                "wishes", List.of(new Row("student", Map.of("futureHopes", SAID))),
                "termPlans",
                    List.of(
                        new Row("t1-school", Map.of("goal", "朝の見通し")),
                        new Row("t1-agencies", Map.of("goal", "AGENCY"))),
                "measures",
                    List.of(
                        new Row("m1", Map.of("measure", "朝の電話", "firstOn", "2026-11-20")),
                        new Row("m2", Map.of("measure", "OVER", "outcome", "ended")))));
    sheets.service.save(TEACHER, OneClass.STUDENT, SheetKey.b(2026), 0, b);
    SheetContent common =
        new SheetContent(Map.of("strengths", "絵が好き", "familyNotes", "SECRET"), Map.of());
    sheets.service.save(TEACHER, OneClass.STUDENT, SheetKey.COMMON, 0, common);
  }

  private PlainPaper paper(String language, Set<String> sections) {
    return service.write(
        TEACHER, OneClass.STUDENT, new PlainWordsService.Wish(2026, language, sections, "json"));
  }

  @Test
  void whatPeopleSaidStaysAsItWasSaidInEveryLanguage() {
    write();
    for (PlainLanguages.Language language : new PlainLanguages().list()) {
      PlainPaper paper = paper(language.tag(), Set.copyOf(PlainWordsService.SECTIONS));
      String said = paper.sections().get(1).groups().get(0).items().get(0).text();
      assertEquals(SAID, said, language.tag());
    }
  }

  @Test
  void onlyWhatWasChosenIsShownAndNothingOfClassOneEver() {
    write();
    String usual = paper("ja", PlainWordsService.USUAL).toString();
    assertFalse(usual.contains("AGENCY"), usual);
    assertFalse(usual.contains("絵が好き"), usual);
    assertFalse(usual.contains("OVER"), usual);
    String all = paper("ja", Set.copyOf(PlainWordsService.SECTIONS)).toString();
    assertTrue(all.contains("AGENCY") && all.contains("絵が好き") && all.contains("朝の電話"), all);
    assertFalse(all.contains("SECRET"), all);
  }

  @Test
  void aPlanThatIsNotSignedSaysThatItIsADraftAndWhomToAsk() {
    write();
    PlainPaper paper = paper("ja", Set.of("yearGoal"));
    assertFalse(paper.decided());
    assertTrue(paper.opening().get(1).plain().contains("まだ決まっていない案"), paper.toString());
    String last = paper.closing().get(4).plain();
    assertEquals("お話は、試験市立試験中学校の担任　花子がうかがいます。", last);
  }

  @Test
  void daysAreWrittenInTheWayOfTheLanguage() {
    write();
    assertTrue(paper("ja", Set.of("measures")).toString().contains("令和8年11月20日"));
    assertTrue(paper("ja-easy", Set.of("measures")).toString().contains("2026年11月20日"));
    assertTrue(paper("en", Set.of("measures")).toString().contains("November 20, 2026"));
  }

  @Test
  void thePaperHoldsTheWordsAndTheReadings() throws Exception {
    write();
    PlainPapers papers = new PlainPapers(new PdfPrints(new FreeMarkerPages()), ground);
    byte[] pdf = papers.pdf(TEACHER, paper("ja-easy", PlainWordsService.USUAL));
    String kept = System.getProperty("tsunagi.papers", "");
    if (!kept.isEmpty()) {
      java.nio.file.Files.write(java.nio.file.Path.of(kept, "plain.pdf"), pdf);
    }
    try (PDDocument document = Loader.loadPDF(pdf)) {
      String text = new PDFTextStripper().getText(document).replaceAll("[\\s　]", "");
      assertTrue(text.contains("計画（けいかく）"), text);
      assertTrue(text.contains("午前中を学校で過ごす"), text);
      assertTrue(text.contains("試験t1が出力"), text);
    }
  }

  @Test
  void strangersUnknownLanguagesAndUnknownChildrenGetNothing() {
    write();
    assertThrows(
        RuntimeException.class,
        () ->
            service.write(
                Sheets.STRANGER,
                OneClass.STUDENT,
                new PlainWordsService.Wish(2026, "ja", Set.of("yearGoal"), "json")));
    assertThrows(Missing.class, () -> paper("xx", Set.of("yearGoal")));
  }
}
