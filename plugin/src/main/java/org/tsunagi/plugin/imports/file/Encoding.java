// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.imports.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * The encoding of a text file, found by reading it once.
 *
 * @param verdict what it is
 * @param lines how many physical lines there are; for a wrong encoding the line of the first wrong
 *     byte
 */
public record Encoding(Verdict verdict, long lines) {
  /** What a file is. */
  public enum Verdict {
    UTF8,
    EMPTY,
    UTF16,
    SHIFT_JIS,
    BROKEN
  }

  private static final int BUFFER = 65536;

  /** Looks at a file. */
  public static Encoding of(Source source) throws IOException {
    try (InputStream in = source.open()) {
      byte[] head = in.readNBytes(BUFFER);
      if (head.length == 0) {
        return new Encoding(Verdict.EMPTY, 0);
      }
      if (looksLikeUtf16(head)) {
        return new Encoding(Verdict.UTF16, 1);
      }
      return new Scan(in).scan(head);
    }
  }

  private static boolean looksLikeUtf16(byte[] head) {
    if (head.length < 2) {
      return false;
    }
    int mark = ((head[0] & 0xff) << 8) | (head[1] & 0xff);
    if (mark == 0xfffe || mark == 0xfeff) {
      return true;
    }
    int most = Math.min(head.length, 512);
    int zeros = 0;
    for (int i = 0; i < most; i++) {
      zeros += head[i] == 0 ? 1 : 0;
    }
    return zeros * 4 > most;
  }

  /** Tells whether bytes are Shift_JIS (CP932); a character cut off at the end is forgiven. */
  private static boolean looksLikeShiftJis(ByteBuffer bytes) {
    CharsetDecoder decoder = strict(Charset.forName("windows-31j"));
    return decoder.decode(bytes, CharBuffer.allocate(BUFFER * 2), false).isUnderflow();
  }

  private static CharsetDecoder strict(Charset charset) {
    return charset
        .newDecoder()
        .onMalformedInput(CodingErrorAction.REPORT)
        .onUnmappableCharacter(CodingErrorAction.REPORT);
  }

  /** One pass over a file. */
  private static final class Scan {
    private final InputStream in;
    private final CharsetDecoder decoder = strict(StandardCharsets.UTF_8);
    private final CharBuffer chars = CharBuffer.allocate(BUFFER * 2);
    private long breaks;
    private char last = '\n';

    Scan(InputStream in) {
      this.in = in;
    }

    Encoding scan(byte[] head) throws IOException {
      byte[] piece = head;
      ByteBuffer bytes = ByteBuffer.allocate(BUFFER + 8);
      while (true) {
        bytes.put(piece);
        bytes.flip();
        CoderResult result = decoder.decode(bytes, chars, piece.length == 0);
        countLines();
        if (result.isError() || (piece.length == 0 && bytes.hasRemaining())) {
          boolean japanese = looksLikeShiftJis(bytes);
          return new Encoding(japanese ? Verdict.SHIFT_JIS : Verdict.BROKEN, breaks + 1);
        }
        if (piece.length == 0) {
          return new Encoding(Verdict.UTF8, breaks + (last == '\n' || last == '\r' ? 0 : 1));
        }
        bytes.compact();
        piece = in.readNBytes(BUFFER);
      }
    }

    private void countLines() {
      chars.flip();
      while (chars.hasRemaining()) {
        char next = chars.get();
        if (next == '\r' || (next == '\n' && last != '\r')) {
          breaks++;
        }
        last = next;
      }
      chars.clear();
    }
  }
}
