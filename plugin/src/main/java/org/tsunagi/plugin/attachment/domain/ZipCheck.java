// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.attachment.domain;

import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Looks into a document of Office: a ZIP that begins at the first byte, ends at the last, unpacks
 * to what it says and is no bomb, with the parts that its kind needs.
 *
 * <p>Basis: APPNOTE.TXT 4.3 (ZIP), ECMA-376 part 2 (packages).
 */
final class ZipCheck {
  private static final long MOST_INSIDE = 200L << 20;
  private static final int MOST_ENTRIES = 5000;
  private static final int END = 22;
  private static final String END_MARK = "PK\5\6";
  private static final Map<FileKind, String> MAIN =
      Map.of(
          FileKind.DOCX, "word/document.xml",
          FileKind.XLSX, "xl/workbook.",
          FileKind.PPTX, "ppt/presentation.xml");

  private final Bytes bytes;
  private final Set<String> names = new HashSet<>();
  private long inside;

  private ZipCheck(Bytes bytes) {
    this.bytes = bytes;
  }

  /**
   * Returns where the end of a ZIP stands that reaches to the last byte; −1 where there is none.
   */
  static int end(Bytes bytes) {
    for (int i = bytes.length() - END; i >= Math.max(0, bytes.length() - END - 65535); i--) {
      if (bytes.holds(i, END_MARK) && i + END + bytes.low16(i + 20) == bytes.length()) {
        return i;
      }
    }
    return -1;
  }

  static Optional<FileFault> check(FileKind kind, Bytes bytes) {
    if (bytes.holds(0, "\u00d0\u00cf\u0011\u00e0")) {
      // The older container: an old format, or a document that is locked by a password.
      return Optional.of(FileFault.LOCKED);
    }
    if (!bytes.holds(0, "PK\3\4")) {
      return Optional.of(FileFault.OTHER_KIND);
    }
    int end = end(bytes);
    return end < 0 ? Optional.of(FileFault.BROKEN) : new ZipCheck(bytes).entries(kind, end);
  }

  private Optional<FileFault> entries(FileKind kind, int end) {
    int count = bytes.low16(end + 10);
    long first = bytes.low32(end + 16);
    if (count > MOST_ENTRIES) {
      return Optional.of(FileFault.TOO_LARGE_INSIDE);
    }
    if (first + bytes.low32(end + 12) != end) {
      // Something stands before the ZIP or between its parts.
      return Optional.of(FileFault.TWO_KINDS);
    }
    int at = (int) first;
    for (int i = 0; i < count; i++) {
      if (at + 46 > end || !bytes.holds(at, "PK\1\2")) {
        return Optional.of(FileFault.BROKEN);
      }
      int next = at + 46 + bytes.low16(at + 28) + bytes.low16(at + 30) + bytes.low16(at + 32);
      Optional<FileFault> fault =
          next > end ? Optional.of(FileFault.BROKEN) : entry(at, (int) first);
      if (fault.isPresent()) {
        return fault;
      }
      at = next;
    }
    return at == end ? parts(kind) : Optional.of(FileFault.BROKEN);
  }

  private Optional<FileFault> parts(FileKind kind) {
    if (names.stream().anyMatch(name -> name.endsWith("vbaproject.bin"))) {
      return Optional.of(FileFault.PROGRAM);
    }
    String main = MAIN.getOrDefault(kind, "");
    boolean whole =
        names.contains("[content_types].xml")
            && names.stream().anyMatch(name -> name.startsWith(main));
    return whole ? Optional.empty() : Optional.of(FileFault.OTHER_KIND);
  }

  private Optional<FileFault> entry(int at, int directory) {
    String name = bytes.text(at + 46, bytes.low16(at + 28)).toLowerCase(Locale.ROOT);
    boolean leads = name.startsWith("/") || name.contains("\\") || name.contains("..");
    if (leads || !names.add(name)) {
      return Optional.of(FileFault.TWO_KINDS);
    }
    if ((bytes.low16(at + 8) & 1) != 0) {
      return Optional.of(FileFault.LOCKED);
    }
    long local = bytes.low32(at + 42);
    if (local + 30 > directory || !bytes.holds((int) local, "PK\3\4")) {
      return Optional.of(FileFault.BROKEN);
    }
    int from = (int) local;
    // Some programs trust this name, others the directory's: both must say the same.
    if (!bytes.holds(from + 30, bytes.text(at + 46, bytes.low16(at + 28)))) {
      return Optional.of(FileFault.BROKEN);
    }
    long start = local + 30 + bytes.low16(from + 26) + bytes.low16(from + 28);
    long packed = bytes.low32(at + 20);
    if (start + packed > directory) {
      return Optional.of(FileFault.BROKEN);
    }
    int method = bytes.low16(at + 10);
    return unpack(method, (int) start, (int) packed, bytes.low32(at + 24), bytes.low32(at + 16));
  }

  /** Unpacks an entry without keeping it, and never more of it than all entries may have. */
  private Optional<FileFault> unpack(int method, int start, int packed, long size, long sum) {
    CRC32 crc = new CRC32();
    long found = 0;
    if (method == 0) {
      crc.update(bytes.all(), start, packed);
      found = packed;
      inside += packed;
    } else if (method == 8) {
      Inflater inflater = new Inflater(true);
      try {
        inflater.setInput(bytes.all(), start, packed);
        found = inflate(inflater, crc);
      } catch (DataFormatException e) {
        return Optional.of(FileFault.BROKEN);
      } finally {
        inflater.end();
      }
    } else {
      return Optional.of(FileFault.OTHER_KIND);
    }
    if (inside > MOST_INSIDE) {
      return Optional.of(FileFault.TOO_LARGE_INSIDE);
    }
    return found == size && crc.getValue() == sum
        ? Optional.empty()
        : Optional.of(FileFault.BROKEN);
  }

  private long inflate(Inflater inflater, CRC32 crc) throws DataFormatException {
    byte[] some = new byte[65536];
    long found = 0;
    while (!inflater.finished() && inside <= MOST_INSIDE) {
      int count = inflater.inflate(some);
      if (count == 0 && (inflater.needsInput() || inflater.needsDictionary())) {
        throw new DataFormatException("the entry ends too early");
      }
      crc.update(some, 0, count);
      found += count;
      inside += count;
    }
    return found;
  }
}
