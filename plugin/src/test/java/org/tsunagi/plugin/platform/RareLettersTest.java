// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDVectorFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names with rare kanji (外字・異体字) on paper. */
class RareLettersTest {
  private static final String ONE_DOT = Character.toString(0xE0100);
  private static PdfPrints prints;

  @BeforeAll
  static void start() {
    prints = new PdfPrints(new FreeMarkerPages());
  }

  @AfterAll
  static void stop() {
    prints.stop();
  }

  /** Notes each letter with the font that draws it, and the letters of which nothing is drawn. */
  private static final class Letters extends PDFTextStripper {
    private final Map<String, String> fonts = new TreeMap<>();
    private final List<String> blank = new ArrayList<>();
    private final String text;

    Letters(String written) throws IOException {
      byte[] pdf = prints.pdf("test/paper.ftlh", Locale.JAPANESE, Map.of("text", written));
      try (PDDocument document = Loader.loadPDF(pdf)) {
        text = getText(document);
      }
    }

    @Override
    protected void processTextPosition(TextPosition position) {
      String letter = position.getUnicode();
      fonts.put(letter, position.getFont().getName().replaceAll("^[A-Z]{6}\\+|-.*$", ""));
      try {
        PDVectorFont font = (PDVectorFont) position.getFont();
        if (!letter.isBlank()
            && font.getPath(position.getCharacterCodes()[0]).getBounds2D().isEmpty()) {
          blank.add(letter);
        }
      } catch (IOException e) {
        throw new AssertionError(e);
      }
      super.processTextPosition(position);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "20BB7, '', TsunagiKanji",
    "FA11, '', BIZUDGothic",
    "9AD9, '', BIZUDGothic",
    "5218, '', TsunagiKanji",
    "3402, '', BIZUDGothic",
    "8FBB, E0100, TsunagiFormE0100",
    "845B, E0100, TsunagiFormE0100",
    "9089, E0101, TsunagiFormE0101",
    "795E, FE00, TsunagiFormFE00",
    "20BB7, E0100, TsunagiKanji",
    "8FBB, E01EF, BIZUDGothic",
  })
  void aKanjiIsDrawnInTheFormThatIsAskedForOrAsItself(String letter, String selector, String font)
      throws Exception {
    String kanji = Character.toString(Integer.parseInt(letter, 16));
    String form = selector.isEmpty() ? "" : Character.toString(Integer.parseInt(selector, 16));
    Letters paper = new Letters("姓は" + kanji + form + "田です");
    assertTrue(paper.text.contains("姓は" + kanji + "田です"), paper.text);
    assertFalse(paper.text.contains("〓"), paper.text);
    assertEquals(font, paper.fonts.get(kanji));
    assertEquals(List.of(), paper.blank);
  }

  @Test
  void theSameKanjiInTwoFormsIsDrawnTwice() throws Exception {
    PrintLetters letters = new PrintLetters(PrintFonts.unpack());
    assertEquals(
        List.of(
            new PrintLetters.Run(PrintFonts.form(0xE0100), "辻"),
            new PrintLetters.Run(PrintFonts.REGULAR, "さんと辻さん")),
        letters.runs("辻" + ONE_DOT + "さんと辻さん"));
  }

  @Test
  void aLetterThatNoFontHasIsShownAsLacking() throws Exception {
    Letters paper = new Letters("印は" + Character.toString(0x12000) + "です");
    assertTrue(paper.text.contains("印は〓です"), paper.text);
  }

  @Test
  void anOrdinaryPaperNeedsNoOtherFont() throws Exception {
    Letters paper = new Letters("髙橋と﨑山" + ONE_DOT);
    assertEquals(List.of("BIZUDGothic"), paper.fonts.values().stream().distinct().toList());
    assertTrue(paper.text.contains("髙橋と﨑山"), paper.text);
  }
}
