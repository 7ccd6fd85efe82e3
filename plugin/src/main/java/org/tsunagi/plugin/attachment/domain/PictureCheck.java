// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.attachment.domain;

import java.util.Optional;
import java.util.zip.CRC32;

/**
 * Looks at pictures: all of a picture is there, and nothing behind it.
 *
 * <p>Basis: ISO/IEC 15948 (PNG) 5, ISO/IEC 10918-1 (JPEG) annex B.
 */
final class PictureCheck {
  private static final String PNG = "\u0089PNG\r\n\u001a\n";
  private static final long MOST_PIXELS = 200_000_000L;

  private PictureCheck() {}

  /** Judges a PNG, chunk by chunk with its sums. */
  static Optional<FileFault> png(Bytes bytes) {
    if (!bytes.holds(0, PNG)) {
      return Optional.of(FileFault.OTHER_KIND);
    }
    int at = PNG.length();
    boolean pixels = false;
    while (at + 12 <= bytes.length()) {
      long length = bytes.high32(at);
      if (at + 12 + length > bytes.length() || !sound(bytes, at, (int) length)) {
        return Optional.of(FileFault.BROKEN);
      }
      String type = bytes.text(at + 4, 4);
      if (type.equals("IHDR") && bytes.high32(at + 8) * bytes.high32(at + 12) > MOST_PIXELS) {
        return Optional.of(FileFault.TOO_LARGE_INSIDE);
      }
      pixels |= type.equals("IDAT");
      at += 12 + (int) length;
      if (type.equals("IEND")) {
        return ending(bytes, at, pixels);
      }
    }
    return Optional.of(FileFault.BROKEN);
  }

  private static Optional<FileFault> ending(Bytes bytes, int at, boolean pixels) {
    if (!pixels) {
      return Optional.of(FileFault.BROKEN);
    }
    return bytes.end() > at ? Optional.of(FileFault.TWO_KINDS) : Optional.empty();
  }

  private static boolean sound(Bytes bytes, int at, int length) {
    CRC32 crc = new CRC32();
    crc.update(bytes.all(), at + 4, length + 4);
    return crc.getValue() == bytes.high32(at + 8 + length);
  }

  /** Judges a JPEG: its segments up to the picture, and the mark at its end. */
  static Optional<FileFault> jpeg(Bytes bytes) {
    if (!bytes.holds(0, "\u00ff\u00d8\u00ff")) {
      return Optional.of(FileFault.OTHER_KIND);
    }
    int at = 2;
    boolean frame = false;
    while (at + 4 <= bytes.length() && bytes.at(at) == 0xff && bytes.at(at + 1) != 0xda) {
      int mark = bytes.at(at + 1);
      frame |= mark >= 0xc0 && mark <= 0xcf && mark != 0xc4 && mark != 0xc8 && mark != 0xcc;
      at += mark == 0xff ? 1 : 2 + bytes.high16(at + 2);
    }
    if (!frame || at + 4 > bytes.length() || bytes.at(at) != 0xff) {
      return Optional.of(FileFault.BROKEN);
    }
    int last = bytes.findLast("\u00ff\u00d9", at);
    if (last < 0) {
      return Optional.of(FileFault.BROKEN);
    }
    return bytes.end() > last + 2 ? Optional.of(FileFault.TWO_KINDS) : Optional.empty();
  }
}
