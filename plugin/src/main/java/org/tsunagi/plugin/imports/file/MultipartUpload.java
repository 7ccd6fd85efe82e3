// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.imports.file;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tsunagi.plugin.shared.Malformed;

/**
 * The file in the body of a request: the body itself, or the part {@code file} of a form.
 *
 * <p>Basis: RFC 7578, RFC 2046 section 5.1.
 */
public final class MultipartUpload {
  private static final Pattern BOUNDARY = Pattern.compile("boundary=\"?([^\";]{1,70})\"?");
  private static final Pattern FILE =
      Pattern.compile("(?i)content-disposition:.*\\bname=\"?file\"?(;|\\s|$).*");

  private MultipartUpload() {}

  /**
   * Copies the file.
   *
   * @param contentType the header of the request; empty when it has none
   * @param most how many bytes it may have
   * @throws Malformed where there is no file or it is too large
   */
  public static void copy(String contentType, InputStream body, OutputStream to, long most)
      throws IOException {
    Limited out = new Limited(to, most);
    if (!contentType.toLowerCase(Locale.ROOT).startsWith("multipart/")) {
      body.transferTo(out);
      return;
    }
    Matcher boundary = BOUNDARY.matcher(contentType);
    if (!boundary.find()) {
      throw new Malformed("multipartのboundaryがありません。");
    }
    BufferedInputStream in = new BufferedInputStream(body, 65536);
    byte[] mark = ("\r\n--" + boundary.group(1)).getBytes(StandardCharsets.ISO_8859_1);
    OutputStream nowhere = OutputStream.nullOutputStream();
    if (!copyUntil(in, mark, 2, nowhere)) {
      throw noFile();
    }
    while (!line(in).startsWith("--")) {
      boolean file = false;
      for (String header = line(in); !header.isEmpty(); header = line(in)) {
        file |= FILE.matcher(header).matches();
      }
      if (!copyUntil(in, mark, 0, file ? out : nowhere)) {
        throw new Malformed("送られたファイルが途中で切れています。もう一度送ってください。");
      }
      if (file) {
        return;
      }
    }
    throw noFile();
  }

  private static Malformed noFile() {
    return new Malformed("ファイルがありません。フォームの file に入れるか、本文にそのまま入れて送ってください。");
  }

  private static String line(InputStream in) throws IOException {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    int one = in.read();
    while (one >= 0 && one != '\n' && text.size() < 8192) {
      text.write(one);
      one = in.read();
    }
    if (one != '\n') {
      // The end of the body, or no header at all: as good as the closing mark.
      return "--";
    }
    return text.toString(StandardCharsets.UTF_8).stripTrailing();
  }

  /** Copies up to a mark and passes it; the first bytes of the mark may have been seen already. */
  private static boolean copyUntil(InputStream in, byte[] mark, int seen, OutputStream out)
      throws IOException {
    int matched = seen;
    for (int one = in.read(); one >= 0; one = in.read()) {
      if (one == (mark[matched] & 0xff)) {
        if (++matched == mark.length) {
          return true;
        }
        continue;
      }
      // A carriage return stands only at the mark's beginning, so nothing inside can begin it anew.
      out.write(mark, 0, matched);
      matched = one == '\r' ? 1 : 0;
      if (matched == 0) {
        out.write(one);
      }
    }
    return false;
  }

  /** Refuses more bytes than allowed. */
  private static final class Limited extends OutputStream {
    private final OutputStream to;
    private long left;

    Limited(OutputStream to, long most) {
      this.to = to;
      this.left = most;
    }

    @Override
    public void write(int one) throws IOException {
      spend(1);
      to.write(one);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      spend(length);
      to.write(bytes, offset, length);
    }

    private void spend(int count) {
      left -= count;
      if (left < 0) {
        throw new Malformed("ファイルが大きすぎます。年度や学校で分けて送ってください。");
      }
    }
  }
}
