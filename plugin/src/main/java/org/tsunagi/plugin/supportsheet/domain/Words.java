// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.supportsheet.domain;

import java.util.Locale;

/**
 * A printed word of the form, and what it means in English.
 *
 * @param ja as the form prints it
 * @param en in English; empty where nobody wrote it down
 */
public record Words(String ja, String en) {
  /** No words. */
  public static final Words NONE = new Words("", "");

  /** Returns the words of a language; Japanese where there are no others. */
  public String in(Locale locale) {
    return locale.getLanguage().equals("en") && !en.isEmpty() ? en : ja;
  }
}
