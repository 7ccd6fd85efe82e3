// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.attachment;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.tsunagi.plugin.imports.file.MultipartUpload;

/**
 * A file as it is sent.
 *
 * @param name the name that its sender gives it
 * @param contentType the header of the request; empty when it has none
 * @param body the body: the file itself, or a form with the part {@code file}
 */
public record FileUpload(String name, String contentType, InputStream body) {
  /** How much of a far too large file is heard out, so that its sender still gets an answer. */
  private static final long HEARD_OUT = 256L << 20;

  /** Reads the file, and of one that is too large no more than one byte too many. */
  byte[] read(int megabytes) throws IOException {
    Capped bytes = new Capped((megabytes << 20) + 1);
    MultipartUpload.copy(contentType, body, bytes, HEARD_OUT);
    return bytes.toByteArray();
  }

  /** Keeps the first bytes and forgets the rest. */
  private static final class Capped extends ByteArrayOutputStream {
    private final int most;

    Capped(int most) {
      this.most = most;
    }

    @Override
    public synchronized void write(int one) {
      if (count < most) {
        super.write(one);
      }
    }

    @Override
    public synchronized void write(byte[] some, int offset, int length) {
      super.write(some, offset, Math.min(length, most - count));
    }
  }
}
