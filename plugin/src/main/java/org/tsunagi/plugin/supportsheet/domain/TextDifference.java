// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.supportsheet.domain;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The difference of two texts, word by word: Japanese is parted where the script changes, so that a
 * changed word shows and not a changed line.
 *
 * @param pieces the pieces in order; those that stayed and were added make the newer text
 */
public record TextDifference(List<Piece> pieces) {
  private static final int MOST_WORDS = 3_000;

  public TextDifference {
    pieces = List.copyOf(pieces);
  }

  /** What happened to a piece. */
  public enum Change {
    SAME,
    ADDED,
    REMOVED
  }

  /**
   * A piece of text.
   *
   * @param change what happened to it
   * @param text the text
   */
  public record Piece(Change change, String text) {}

  /** Compares two texts. */
  public static TextDifference of(String before, String after) {
    List<String> old = words(before);
    List<String> young = words(after);
    if (Math.max(old.size(), young.size()) > MOST_WORDS) {
      old = List.of(before.split("(?<=\n)"));
      young = List.of(after.split("(?<=\n)"));
    }
    List<Piece> pieces = new ArrayList<>();
    int from = 0;
    for (AbstractDelta<String> delta : DiffUtils.diff(old, young).getDeltas()) {
      add(pieces, Change.SAME, old.subList(from, delta.getSource().getPosition()));
      add(pieces, Change.REMOVED, delta.getSource().getLines());
      add(pieces, Change.ADDED, delta.getTarget().getLines());
      from = delta.getSource().getPosition() + delta.getSource().size();
    }
    add(pieces, Change.SAME, old.subList(from, old.size()));
    return new TextDifference(pieces);
  }

  /** Tells whether the two texts are the same. */
  public boolean same() {
    return pieces.stream().allMatch(piece -> piece.change() == Change.SAME);
  }

  private static void add(List<Piece> pieces, Change change, List<String> words) {
    if (!words.isEmpty()) {
      pieces.add(new Piece(change, String.join("", words)));
    }
  }

  private static List<String> words(String text) {
    BreakIterator parting = BreakIterator.getWordInstance(Locale.JAPANESE);
    parting.setText(text);
    List<String> words = new ArrayList<>();
    int from = parting.first();
    for (int to = parting.next(); to != BreakIterator.DONE; to = parting.next()) {
      words.add(text.substring(from, to));
      from = to;
    }
    return words;
  }
}
