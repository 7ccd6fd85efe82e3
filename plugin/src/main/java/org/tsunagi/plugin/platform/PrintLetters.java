// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.Text;

/**
 * Which font prints which letter (外字・異体字): a kanji that the ordinary font lacks comes from another
 * one, and a kanji with a variation selector in the form that is asked for. A form that no font has
 * is printed as the kanji itself: never 〓 where the kanji can be printed.
 */
final class PrintLetters {
  /** The first letters for which a font is asked; before them stands what every font has. */
  private static final int FIRST_ASKED = 0x2E80;

  private final PrintFonts fonts;
  private final Map<String, BitSet> known = new ConcurrentHashMap<>();

  PrintLetters(PrintFonts fonts) {
    this.fonts = fonts;
  }

  /**
   * Letters that are printed with one font.
   *
   * @param font the font's name
   * @param text the letters, without variation selectors
   */
  record Run(String font, String text) {}

  /**
   * Puts the letters of a document's body that the ordinary font lacks into elements of their own.
   *
   * @return the fonts that the document needs besides the ordinary one
   */
  Set<String> mark(Document document) {
    Set<String> needed = new TreeSet<>();
    Node body = document.getElementsByTagName("body").item(0);
    if (body != null) {
      List<Text> texts = new ArrayList<>();
      collect(body, texts);
      texts.forEach(text -> mark(document, text, needed));
    }
    return needed;
  }

  private static void collect(Node node, List<Text> into) {
    for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (child instanceof Text text) {
        into.add(text);
      } else {
        collect(child, into);
      }
    }
  }

  private void mark(Document document, Text text, Set<String> needed) {
    List<Run> runs = runs(text.getData());
    if (runs.stream().allMatch(run -> run.font().equals(PrintFonts.REGULAR))) {
      text.setData(String.join("", runs.stream().map(Run::text).toList()));
      return;
    }
    // Each run is an element, the ordinary ones too: what stands bare in a line is drawn before
    // what
    // stands in elements, and the letters of the file would come out of order.
    Node parent = text.getParentNode();
    for (Run run : runs) {
      Element element = document.createElement("span");
      if (!run.font().equals(PrintFonts.REGULAR)) {
        needed.add(run.font());
        element.setAttribute("style", "font-family: \"" + run.font() + "\"");
      }
      element.appendChild(document.createTextNode(run.text()));
      parent.insertBefore(element, text);
    }
    parent.removeChild(text);
  }

  /** Tells the letters of a text apart by the font that prints them. */
  List<Run> runs(String text) {
    List<Run> runs = new ArrayList<>();
    StringBuilder letters = new StringBuilder();
    String font = PrintFonts.REGULAR;
    int[] points = text.codePoints().toArray();
    for (int i = 0; i < points.length; i++) {
      if (isSelector(points[i])) {
        continue;
      }
      String wanted = font(points[i], i + 1 < points.length ? points[i + 1] : 0);
      if (!wanted.equals(font)) {
        add(runs, font, letters);
        font = wanted;
      }
      letters.appendCodePoint(points[i]);
    }
    add(runs, font, letters);
    return runs;
  }

  private static void add(List<Run> runs, String font, StringBuilder letters) {
    if (!letters.isEmpty()) {
      runs.add(new Run(font, letters.toString()));
      letters.setLength(0);
    }
  }

  private String font(int letter, int next) {
    if (letter < FIRST_ASKED) {
      return PrintFonts.REGULAR;
    }
    if (isSelector(next) && has(PrintFonts.form(next), letter)) {
      return PrintFonts.form(next);
    }
    return !has(PrintFonts.REGULAR, letter) && has(PrintFonts.KANJI, letter)
        ? PrintFonts.KANJI
        : PrintFonts.REGULAR;
  }

  /** Tells whether a code point asks for a form of the letter before it. */
  private static boolean isSelector(int point) {
    return (point >= 0xFE00 && point <= 0xFE0F) || (point >= 0xE0100 && point <= 0xE01EF);
  }

  private boolean has(String font, int letter) {
    return known
        .computeIfAbsent(
            font, name -> fonts.find(name).map(PrintLetters::read).orElseGet(BitSet::new))
        .get(letter);
  }

  /** Reads which letters a font has; the font itself is not kept. */
  private static BitSet read(Path file) {
    BitSet letters = new BitSet();
    try (TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBufferedFile(file))) {
      CmapLookup map = font.getUnicodeCmapLookup();
      for (int point = FIRST_ASKED; point < 0x32000; point++) {
        if (map.getGlyphId(point) != 0) {
          letters.set(point);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return letters;
  }
}
