// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.desk.search;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.tsunagi.api.roster.Student;

/**
 * Names as they are searched: width, kana, case, spaces and variant kanji do not matter.
 *
 * <p>The name itself is stored as written; this text stands beside it and is never shown.
 */
public final class SearchText {
  private static final Map<Integer, Integer> VARIANTS = readVariants();

  private SearchText() {}

  /** Returns what a student is found by: name, reading and number, one to a line. */
  public static String of(Student student) {
    return fold(student.familyName() + student.givenName())
        + "\n"
        + fold(student.familyKana() + student.givenKana())
        + "\n"
        + fold(student.number());
  }

  /** Returns a LIKE pattern, with {@code !} as escape, that finds the text anywhere. */
  public static String pattern(String text) {
    String folded = fold(text).replace("!", "!!").replace("%", "!%").replace("_", "!_");
    return "%" + folded + "%";
  }

  /** Folds a text. */
  public static String fold(String text) {
    StringBuilder folded = new StringBuilder();
    Normalizer.normalize(text, Normalizer.Form.NFKC)
        .toLowerCase(Locale.ROOT)
        .codePoints()
        .filter(point -> !isPassedOver(point))
        .map(SearchText::foldPoint)
        .forEach(folded::appendCodePoint);
    return folded.toString();
  }

  private static boolean isPassedOver(int point) {
    boolean variationSelector =
        (point >= 0xFE00 && point <= 0xFE0F) || (point >= 0xE0100 && point <= 0xE01EF);
    return variationSelector || Character.isWhitespace(point) || point == '・';
  }

  private static int foldPoint(int point) {
    if (point >= 'ァ' && point <= 'ヶ') {
      return point - 'ァ' + 'ぁ';
    }
    return VARIANTS.getOrDefault(point, point);
  }

  private static Map<Integer, Integer> readVariants() {
    Map<Integer, Integer> variants = new HashMap<>();
    try (InputStream stream =
            Objects.requireNonNull(
                SearchText.class.getResourceAsStream("/desk/data/kanji-variants.txt"));
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      lines
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .forEach(line -> readLine(line, variants));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Map.copyOf(variants);
  }

  private static void readLine(String line, Map<Integer, Integer> variants) {
    int[] points = line.strip().codePoints().filter(point -> point != ' ').toArray();
    for (int variant = 1; variant < points.length; variant++) {
      variants.put(points[variant], points[0]);
    }
  }
}
