// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.attachment.domain;

import java.nio.charset.StandardCharsets;

/**
 * The bytes of a file, with looks at them.
 *
 * @param all the bytes
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; the bytes are read in place
record Bytes(byte[] all) {
  int length() {
    return all.length;
  }

  int at(int index) {
    return all[index] & 0xff;
  }

  /** Tells whether a text stands at a place. */
  boolean holds(int index, String text) {
    if (index < 0 || index + text.length() > all.length) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      if (at(index + i) != text.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** Returns the first place of a text from one place up to another; −1 where it is not there. */
  int find(String text, int from, int to) {
    for (int i = Math.max(0, from); i <= Math.min(to, all.length - text.length()); i++) {
      if (holds(i, text)) {
        return i;
      }
    }
    return -1;
  }

  /** Returns the last place of a text, not before a place; −1 where it is not there. */
  int findLast(String text, int notBefore) {
    for (int i = all.length - text.length(); i >= Math.max(0, notBefore); i--) {
      if (holds(i, text)) {
        return i;
      }
    }
    return -1;
  }

  /** Reads two bytes, the low one first. */
  int low16(int index) {
    return at(index) | at(index + 1) << 8;
  }

  /** Reads four bytes, the low one first. */
  long low32(int index) {
    return low16(index) | (long) low16(index + 2) << 16;
  }

  /** Reads two bytes, the high one first. */
  int high16(int index) {
    return at(index) << 8 | at(index + 1);
  }

  /** Reads four bytes, the high one first. */
  long high32(int index) {
    return (long) high16(index) << 16 | high16(index + 2);
  }

  /** Reads a text of one byte a character. */
  String text(int index, int length) {
    return new String(all, index, length, StandardCharsets.ISO_8859_1);
  }

  /** Returns the end without the white space and the zeros that some scanners write behind. */
  int end() {
    int end = all.length;
    while (end > 0 && (at(end - 1) <= ' ')) {
      end--;
    }
    return end;
  }
}
