// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.sample;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/**
 * A file to import.
 *
 * @param kind the kind of the import, for example {@code roster}
 * @param name the file name
 * @param content what writes its bytes, the same ones each time
 */
public record SampleFile(String kind, String name, Content content) {

  /** Writes the bytes of a file. */
  @FunctionalInterface
  public interface Content {
    /** Writes everything to a stream and leaves it open. */
    void writeTo(OutputStream out) throws IOException;
  }

  /** Returns the whole content; for files of ordinary size. */
  public byte[] bytes() {
    var buffer = new ByteArrayOutputStream();
    try {
      content.writeTo(buffer);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + name, e);
    }
    return buffer.toByteArray();
  }
}
