// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.guidancerecord;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.tsunagi.api.access.Actor;
import org.tsunagi.api.page.PageRequest;
import org.tsunagi.plugin.guidancerecord.domain.ExcerptItem;
import org.tsunagi.plugin.guidancerecord.domain.RecordNotes;
import org.tsunagi.plugin.guidancerecord.domain.RemarkItem;
import org.tsunagi.plugin.platform.Fragment;
import org.tsunagi.plugin.platform.FreeMarkerPages;
import org.tsunagi.plugin.platform.PdfPrints;
import org.tsunagi.plugin.platform.SchoolClock;
import org.tsunagi.plugin.shared.DateRange;

/** What the papers and the tab say, word by word. */
class RecordPapersTest {
  private static final RemarkItem REMARK = new RemarkItem("=出席扱い17日（□□町<b>教室）", false);
  private static final Actor ACTOR = new Actor("p1", "校長　一郎", List.of(), Set.of(), true);
  private static final SchoolClock CLOCK =
      new SchoolClock() {
        @Override
        public LocalDate today() {
          return LocalDate.of(2026, 11, 20);
        }

        @Override
        public Instant now() {
          return Instant.parse("2026-11-20T01:05:00Z");
        }
      };

  private static RecordView record() {
    Map<String, Integer> figures =
        Map.of(
            "schoolDays",
            203,
            "exemptDays",
            10,
            "requiredDays",
            193,
            "daysAbsent",
            24,
            "daysPresent",
            169,
            "creditedDays",
            17);
    RecordView.Row row =
        new RecordView.Row(
            2026,
            "S1",
            "試験中学校",
            "J2",
            "中2",
            List.of(),
            "closed",
            figures,
            Map.of("daysAbsent", 25),
            List.of(REMARK),
            0,
            2,
            false,
            "");
    return new RecordView(
        "s1",
        "髙﨑　𠮷男",
        2026,
        "生徒",
        List.of(row),
        List.of(
            new RecordView.TransferCells(
                List.of("(令和2年10月15日)", "令和2年10月17日"),
                List.of("令和2年10月18日"),
                Optional.of(new DateRange(LocalDate.of(2020, 10, 16), LocalDate.of(2020, 10, 17))),
                false)),
        new RecordView.Excerpt(
            List.of(
                new ExcerptItem(REMARK, REMARK.key(), true),
                new ExcerptItem(new RemarkItem("忌引2日（祖母）", false), "忌引{n}日（祖母）", false)),
            ""),
        List.of(new RecordView.Online("学校の臨時休業", 5, 4, "課題配信", "", true)),
        new RecordView.Notes("S1", 0, RecordNotes.NONE, "", Optional.empty()),
        true);
  }

  /** Reads the words of a paper without the breaks that narrow cells make. */
  private static String text(byte[] pdf) throws Exception {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(document).replaceAll("\\s", "");
    }
  }

  @Test
  void thePapersHoldTheFormsWordsAndNumbers() throws Exception {
    RecordPapers papers = new RecordPapers(new PdfPrints(new FreeMarkerPages()), CLOCK);
    String whole = text(papers.record(ACTOR, record()));
    for (String word :
        List.of("203", "193", "169", "(令和2年10月15日)", "令和2年10月17日", "第2号", "□□町<b>教室")) {
      assertTrue(whole.contains(word), word + " in " + whole);
    }
    String excerpt = text(papers.excerpt(ACTOR, record()));
    assertTrue(excerpt.contains("備考のうちの必要事項") && excerpt.contains("出席扱い17日"), excerpt);
    assertFalse(excerpt.contains("忌引2日"), excerpt);
    String online = text(papers.online(ACTOR, record()));
    assertTrue(online.contains("非常時にオンラインを活用して実施した特例の授業等の記録"), online);
    assertTrue(online.contains("(1)生徒が登校") && online.contains("5日"), online);
    assertTrue(text(papers.days(ACTOR, record(), List.of())).contains("日ごとの記録と理由"));
  }

  @Test
  void theCsvKeepsTextsFromBeingFormulas() {
    String csv = new String(RecordTable.of(record(), "").csv(true), StandardCharsets.UTF_8);
    assertTrue(csv.startsWith("\uFEFFschoolYear,schoolSourcedId,"), csv);
    assertTrue(csv.contains("'=出席扱い17日"), csv);
    assertEquals(2, csv.strip().split("\r\n").length);
  }

  @Test
  void theTabIsSelfContainedAndEscapesWhatPeopleType() {
    PageRequest request =
        new PageRequest(
            ACTOR,
            Locale.JAPANESE,
            Map.of(),
            new PageRequest.Base("/self", "/pages", "/students", "/api/v1", "/assets", "t"));
    for (Locale locale : List.of(Locale.JAPANESE, Locale.ENGLISH)) {
      String html =
          new FreeMarkerPages()
              .render(
                  "guidancerecord/tab.ftlh",
                  locale,
                  GuidanceRecordModel.tab(record(), List.of(), request));
      new Fragment(html)
          .isSelfContained()
          .has("□□町&lt;b&gt;教室", "data-figure=\"daysAbsent\"", "(令和2年10月15日)")
          .lacks("<b>教室");
    }
  }
}
