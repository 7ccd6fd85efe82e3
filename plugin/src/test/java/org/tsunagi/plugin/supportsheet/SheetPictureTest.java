// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.supportsheet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tsunagi.plugin.supportsheet.Sheets.TEACHER;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;
import org.tsunagi.plugin.access.Ground;
import org.tsunagi.plugin.access.domain.SheetAction;
import org.tsunagi.plugin.platform.FastWorkbooks;
import org.tsunagi.plugin.platform.FreeMarkerPages;
import org.tsunagi.plugin.platform.PdfPrints;
import org.tsunagi.plugin.supportsheet.domain.SheetContent;
import org.tsunagi.plugin.supportsheet.domain.SheetContent.Row;
import org.tsunagi.plugin.supportsheet.domain.SheetKey;
import org.tsunagi.plugin.supportsheet.print.SheetPaperService.Wish;
import org.tsunagi.plugin.supportsheet.print.SheetPapers;
import org.tsunagi.testing.TestDatabases;

/** The official form as a picture: nothing leaves the page, no letter is drawn on another. */
class SheetPictureTest {
  private static final int DOTS = 100;

  /** The white edge of the paper in millimetres; the forms keep 14, a frame is half a point. */
  private static final double EDGE = 12;

  /** Where letters stand: two on one spot are a text that ran over another. */
  private static final class Spots extends PDFTextStripper {
    private final Map<String, String> taken = new TreeMap<>();
    private final List<String> twice = new ArrayList<>();

    @Override
    protected void processTextPosition(TextPosition position) {
      if (!position.getUnicode().isBlank()) {
        String spot =
            getCurrentPageNo()
                + " "
                + Math.round(position.getX() / 3)
                + " "
                + Math.round(position.getY() / 3);
        String before = taken.put(spot, position.getUnicode());
        if (before != null && position.getWidth() > 4) {
          twice.add(before + position.getUnicode() + " at " + spot);
        }
      }
      super.processTextPosition(position);
    }
  }

  private static Map<String, List<Row>> lengthened(SheetContent content) {
    Map<String, List<Row>> tables = new TreeMap<>();
    content
        .tables()
        .forEach(
            (table, rows) ->
                tables.put(
                    table,
                    rows.stream()
                        .map(
                            row -> {
                              Map<String, String> cells = new TreeMap<>(row.cells());
                              cells.replaceAll((column, text) -> longer(text, 6));
                              return new Row(row.id(), cells);
                            })
                        .toList()));
    return tables;
  }

  private static String longer(String text, int times) {
    return text.startsWith("見本") ? (text + "長い記述がここに続きます。").repeat(times) : text;
  }

  @Test
  void longTextsStayInsideThePageAndOffEachOther() throws Exception {
    try (Ground ground = new Ground(TestDatabases.both().findFirst().orElseThrow())) {
      Sheets sheets = new Sheets(ground);
      SheetPapers papers =
          new SheetPapers(new PdfPrints(new FreeMarkerPages()), new FastWorkbooks(), ground);
      for (SheetKey key : Papers.KEYS) {
        SheetContent filled = Papers.filled(sheets, key);
        Map<String, String> texts = new TreeMap<>(filled.texts());
        texts.replaceAll(
            (field, text) -> field.equals("classificationNumber") ? text : longer(text, 2));
        sheets.service.save(
            TEACHER, OneClass.STUDENT, key, 0, new SheetContent(texts, lengthened(filled)));
        byte[] pdf =
            papers.pdf(
                TEACHER,
                Papers.service(sheets)
                    .open(
                        TEACHER,
                        OneClass.STUDENT,
                        new Wish(Optional.of(key), true, SheetAction.PRINT, "pdf")));
        look(key.text(), pdf);
      }
    }
  }

  private static void look(String name, byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      PDFRenderer renderer = new PDFRenderer(document);
      for (int page = 0; page < document.getNumberOfPages(); page++) {
        BufferedImage picture = renderer.renderImageWithDPI(page, DOTS, ImageType.GRAY);
        keep(name + "-" + (page + 1), picture);
        assertEquals("", outside(picture), name + " page " + (page + 1));
      }
      Spots spots = new Spots();
      spots.getText(document);
      assertTrue(spots.taken.size() > 60, name);
      assertEquals(List.of(), spots.twice, name);
    }
  }

  /** Keeps the picture where somebody wants to look at it. */
  private static void keep(String name, BufferedImage picture) throws IOException {
    String kept = System.getProperty("tsunagi.papers", "");
    if (!kept.isEmpty()) {
      Files.createDirectories(Path.of(kept));
      ImageIO.write(picture, "png", Path.of(kept, name + ".png").toFile());
    }
  }

  /** Names the first dot of ink beside the page's frame; empty for none. */
  private static String outside(BufferedImage picture) {
    int edge = (int) (EDGE / 25.4 * DOTS);
    for (int y = 0; y < picture.getHeight(); y++) {
      for (int x = 0; x < edge; x++) {
        if (dark(picture, x, y) || dark(picture, picture.getWidth() - 1 - x, y)) {
          return x + "," + y;
        }
      }
    }
    return "";
  }

  private static boolean dark(BufferedImage picture, int x, int y) {
    return (picture.getRGB(x, y) & 0xff) < 128;
  }
}
