// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.desk.start;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** The file that holds the first service token, readable by its owner only. */
final class TokenFile {
  private TokenFile() {}

  /** Writes the token, replacing an older file. */
  static void write(Path file, String token) throws IOException {
    Files.deleteIfExists(file);
    if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }
    Files.writeString(file, token + "\n", StandardCharsets.UTF_8);
  }
}
