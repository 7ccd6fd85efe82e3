// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.attachment.domain;

import java.text.Normalizer;

/**
 * Names of files as they are kept: nothing in them leads anywhere, hides anything or breaks a line.
 */
public final class FileName {
  /** The most characters of a kept name. */
  public static final int LONGEST = 120;

  private static final String BARRED = "\"<>|?*:";

  private FileName() {}

  /** Tells whether a name leads to another folder. */
  public static boolean leadsElsewhere(String name) {
    return name.indexOf('/') >= 0 || name.indexOf('\\') >= 0 || name.indexOf('\0') >= 0;
  }

  /**
   * Returns a name as it is kept: composed characters (a Mac sends が as two), no control and no
   * direction characters, no signs that file systems refuse, at most {@link #LONGEST} characters
   * with its ending; empty where nothing is left.
   */
  public static String clean(String name) {
    StringBuilder kept = new StringBuilder();
    Normalizer.normalize(name, Normalizer.Form.NFC)
        .codePoints()
        .filter(c -> !hidden(c))
        .forEach(c -> kept.appendCodePoint(BARRED.indexOf(c) >= 0 ? '_' : c));
    String clean = kept.toString().strip();
    while (clean.startsWith(".")) {
      clean = clean.substring(1).strip();
    }
    return shortened(clean);
  }

  private static boolean hidden(int c) {
    int type = Character.getType(c);
    return type == Character.CONTROL
        || type == Character.FORMAT
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR
        || type == Character.SURROGATE;
  }

  private static String shortened(String name) {
    int length = name.codePointCount(0, name.length());
    if (length <= LONGEST) {
      return name;
    }
    int dot = name.lastIndexOf('.');
    String ending = dot < 0 || name.length() - dot > 6 ? "" : name.substring(dot);
    int end = name.offsetByCodePoints(0, LONGEST - ending.length());
    return name.substring(0, end) + ending;
  }
}
