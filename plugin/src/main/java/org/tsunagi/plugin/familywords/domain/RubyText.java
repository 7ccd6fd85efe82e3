// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.familywords.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A text with readings over some of its words (ふりがな), written {@code {学校|がっこう}の{先生|せんせい}}.
 *
 * @param pieces the pieces in their order
 */
public record RubyText(List<Piece> pieces) {
  private static final Pattern READ = Pattern.compile("\\{([^{}|]+)\\|([^{}|]+)\\}");

  /** Copies the list. */
  public RubyText {
    pieces = List.copyOf(pieces);
  }

  /**
   * A piece.
   *
   * @param text what is written
   * @param reading its reading; empty for none
   */
  public record Piece(String text, String reading) {}

  /** Reads a text of a file of words. */
  public static RubyText of(String text) {
    List<Piece> pieces = new ArrayList<>();
    Matcher read = READ.matcher(text);
    int at = 0;
    while (read.find()) {
      if (read.start() > at) {
        pieces.add(new Piece(text.substring(at, read.start()), ""));
      }
      pieces.add(new Piece(read.group(1), read.group(2)));
      at = read.end();
    }
    if (at < text.length()) {
      pieces.add(new Piece(text.substring(at), ""));
    }
    return new RubyText(pieces);
  }

  /** Returns a text that people wrote, as it is: braces in it mean nothing. */
  public static RubyText asWritten(String text) {
    return new RubyText(text.isEmpty() ? List.of() : List.of(new Piece(text, "")));
  }

  /** Returns it with values in the places {0}, {1} …; a value is put in as it was written. */
  public RubyText filled(Object... values) {
    return new RubyText(
        pieces.stream()
            .map(
                piece -> {
                  String text = piece.text();
                  for (int i = 0; i < values.length; i++) {
                    text = text.replace("{" + i + "}", String.valueOf(values[i]));
                  }
                  return new Piece(text, piece.reading());
                })
            .toList());
  }

  /** Returns it without readings. */
  public String plain() {
    return pieces.stream().map(Piece::text).collect(Collectors.joining());
  }
}
