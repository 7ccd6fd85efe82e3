// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.platform.jobs.domain;

import org.tsunagi.plugin.shared.Finding;

/**
 * Something a job has to say about a place in its file.
 *
 * @param severity how much it matters
 * @param code a stable code in capitals, for example {@code UNKNOWN_STUDENT}
 * @param file the name of the file, empty when it concerns none
 * @param line the physical line on which the record begins, 1 for the header; 0 when none
 * @param column the header's name of the column; empty when none
 * @param message plain Japanese: what, where, and how to mend it
 * @param value what stands there, shortened to {@value #VALUE_LENGTH} characters
 */
public record JobFinding(
    Finding.Severity severity,
    String code,
    String file,
    long line,
    String column,
    String message,
    String value) {
  /** The longest value that is shown, in code points. */
  public static final int VALUE_LENGTH = 40;

  public JobFinding {
    file = shorten(file, 120);
    column = shorten(column, 120);
    message = shorten(message, 1000);
    value = shorten(value, VALUE_LENGTH);
  }

  /** Tells whether it refuses the file. */
  public boolean refuses() {
    return severity == Finding.Severity.ERROR;
  }

  /** Returns the finding in one line, without the value. */
  public String toLine() {
    String place = (line > 0 ? " " + line + "行目" : "") + (column.isEmpty() ? "" : " " + column);
    return code + " " + file + place + " " + message;
  }

  private static String shorten(String text, int most) {
    StringBuilder shown = new StringBuilder();
    int count = 0;
    for (int i = 0; i < text.length(); ) {
      int point = text.codePointAt(i);
      i += Character.charCount(point);
      boolean cut = ++count == most && i < text.length();
      shown.appendCodePoint(cut ? '…' : Character.isISOControl(point) ? '�' : point);
      if (cut) {
        break;
      }
    }
    return shown.toString();
  }
}
