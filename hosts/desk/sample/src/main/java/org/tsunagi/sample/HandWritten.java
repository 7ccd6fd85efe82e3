// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.sample;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.ZipOutputStream;

/**
 * A roster whose files were written by hand, with all that a careful sender may do: a byte order
 * mark, quoted commas and line breaks, both spellings of the metadata columns, rare kanji, columns
 * in another order.
 */
public final class HandWritten {
  private static final List<String> ENTRIES =
      List.of(
          "manifest.csv",
          "academicSessions.csv",
          "orgs.csv",
          "courses.csv",
          "classes.csv",
          "users.csv",
          "roles.csv",
          "enrollments.csv",
          "demographics.csv");

  private HandWritten() {}

  /** Returns the zip of the whole roster (bulk). */
  public static byte[] bulk() {
    return zip("bulk");
  }

  /** Returns the zip of later changes (delta): a move, a new student, a corrected name. */
  public static byte[] delta() {
    return zip("delta");
  }

  /** Zips the files of a folder of resources as they are, byte for byte. */
  private static byte[] zip(String folder) {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
      for (String entry : ENTRIES) {
        String path = "hand-written/" + folder + "/" + entry;
        try (InputStream file = HandWritten.class.getResourceAsStream(path)) {
          if (file != null) {
            CsvSheet.beginEntry(zip, entry);
            file.transferTo(zip);
            zip.closeEntry();
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot zip " + folder, e);
    }
    return bytes.toByteArray();
  }
}
