// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PrintsTest {
  private static PdfPrints prints;

  @BeforeAll
  static void start() {
    prints = new PdfPrints(new FreeMarkerPages());
  }

  @AfterAll
  static void stop() {
    prints.stop();
  }

  private static byte[] paper(Map<String, Object> model) {
    return prints.pdf("test/paper.ftlh", Locale.JAPANESE, model);
  }

  private static String text(byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(document);
    }
  }

  @Test
  void aPaperHoldsItsJapaneseTextItsFooterAndItsMark() throws Exception {
    String printed = PrintLine.of(Instant.parse("2026-11-20T01:05:00Z"), "佐々木 遥", Locale.JAPANESE);
    String text =
        text(paper(Map.of("text", "水野 あかり\n髙橋・﨑（①〜⑧） <b>&", "printed", printed, "rows", 80)));
    assertTrue(text.contains("水野 あかり"), text);
    assertTrue(text.contains("髙橋・﨑（①〜⑧） <b>&"), text);
    assertTrue(text.contains("令和8年11月20日 10時5分 佐々木 遥が出力"), text);
    assertTrue(text.contains("取扱注意"), text);
    assertTrue(text.contains("1／2") && text.contains("2／2"), text);
    assertFalse(text(paper(Map.of("text", "", "careful", false))).contains("取扱注意"));
  }

  @Test
  void everyFontIsInsideTheFileAsASubset() throws Exception {
    byte[] pdf = paper(Map.of("text", "水野 あかり"));
    int fonts = 0;
    try (PDDocument document = Loader.loadPDF(pdf)) {
      for (PDPage page : document.getPages()) {
        for (COSName name : page.getResources().getFontNames()) {
          PDFont font = page.getResources().getFont(name);
          assertTrue(font.isEmbedded(), font.getName());
          assertTrue(font.getName().matches("[A-Z]{6}\\+BIZUDGothic.*"), font.getName());
          fonts++;
        }
      }
    }
    assertEquals(2, fonts);
    assertTrue(pdf.length < 200_000, "bytes: " + pdf.length);
  }

  @Test
  void thePaperSaysItsTitleItsLanguageAndIsTagged() throws Exception {
    try (PDDocument document = Loader.loadPDF(paper(Map.of("text", "あ")))) {
      assertEquals("試しの書面", document.getDocumentInformation().getTitle());
      assertEquals("ja", document.getDocumentCatalog().getLanguage());
      assertTrue(document.getDocumentCatalog().getMarkInfo().isMarked());
      assertTrue(document.getDocumentCatalog().getViewerPreferences().displayDocTitle());
    }
  }

  @Test
  void charactersThatNoPaperHoldsDoNotStopIt() throws Exception {
    String text = text(paper(Map.of("text", "改\u000bページ\u0000と\ud83c\udf38と\ud842")));
    assertTrue(text.contains("改 ページ と"), text);
  }

  @Test
  void nothingIsFetchedFromTheNetworkOrFromFiles() throws Exception {
    AtomicInteger calls = new AtomicInteger();
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          calls.incrementAndGet();
          exchange.sendResponseHeaders(404, -1);
          exchange.close();
        });
    server.start();
    try {
      String http = "http://127.0.0.1:" + server.getAddress().getPort() + "/x.css";
      String fetched =
          text(prints.pdf("test/fetching.ftlh", Locale.JAPANESE, Map.of("address", http)));
      assertTrue(fetched.contains("本文"), fetched);
      assertEquals(0, calls.get());
    } finally {
      server.stop(0);
    }
    var file = Files.createTempFile("secret", ".css");
    Files.writeString(file, "p:before { content: 'SECRET'; }");
    String local =
        text(prints.pdf("test/fetching.ftlh", Locale.JAPANESE, Map.of("address", file.toUri())));
    Files.delete(file);
    assertFalse(local.contains("SECRET"), local);
  }

  @Test
  void aTemplateWithADocumentTypeIsRefused() {
    assertThrows(
        IllegalStateException.class,
        () -> prints.pdf("test/entity.ftlh", Locale.JAPANESE, Map.of()));
  }
}
