// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.supportsheet.print;

import java.util.List;

/**
 * The one-page summary (一枚のまとめ) for all who teach a child.
 *
 * @param name the child's name
 * @param kana its reading
 * @param place school, grade and class of today
 * @param strengths what the child can do and likes
 * @param helps what helps
 * @param avoids what to avoid
 * @param measures what was agreed and still runs, by day
 * @param more how many agreed things did not find room
 * @param teachers the homeroom teachers' names
 * @param contacts whom to ask
 */
public record SheetSummary(
    String name,
    String kana,
    String place,
    String strengths,
    String helps,
    String avoids,
    List<Measure> measures,
    int more,
    String teachers,
    String contacts) {
  /** So many letters of a text find room on the page. */
  static final int LETTERS = 260;

  /** So many agreed things find room on the page. */
  static final int MEASURES = 5;

  /** So many lines of a text find room on the page. */
  private static final int LINES = 5;

  private static final int MEASURE_LETTERS = 56;
  private static final int PERSON_LETTERS = 18;

  /** Copies the list. */
  public SheetSummary {
    measures = List.copyOf(measures);
  }

  /**
   * Something agreed.
   *
   * @param text what
   * @param person who; empty where nobody is named
   * @param until the day, in words; empty for none
   */
  public record Measure(String text, String person, String until) {
    /** Shortens it to what finds room. */
    public Measure {
      text = shorten(text, MEASURE_LETTERS);
      person = shorten(person, PERSON_LETTERS);
    }
  }

  /** Shortens a text to what finds room on the page, and says so at its end. */
  static String fit(String text) {
    List<String> lines = text.lines().toList();
    String few = String.join("\n", lines.subList(0, Math.min(LINES, lines.size())));
    return shorten(few.equals(text.stripTrailing()) ? few : few + "…", LETTERS);
  }

  private static String shorten(String text, int letters) {
    return text.codePointCount(0, text.length()) <= letters
        ? text
        : text.substring(0, text.offsetByCodePoints(0, letters)) + "…";
  }
}
