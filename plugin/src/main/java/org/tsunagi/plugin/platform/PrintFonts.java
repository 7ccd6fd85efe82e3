// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.platform;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * The fonts of the bundle as files: PDFBox reads a file piece by piece, a stream whole (4.6 MB) for
 * every paper.
 *
 * @param regular the font of running text
 * @param bold the font of headings
 */
record PrintFonts(Path regular, Path bold) {

  /** Copies the fonts to a folder of their own among the system's temporary files. */
  static PrintFonts unpack() {
    try {
      Path folder = Files.createTempDirectory("tsunagi-fonts");
      PrintFonts fonts =
          new PrintFonts(
              copy("BIZUDGothic-Regular.ttf", folder), copy("BIZUDGothic-Bold.ttf", folder));
      // Later registrations go first: the folder is empty when its turn comes.
      folder.toFile().deleteOnExit();
      fonts.regular().toFile().deleteOnExit();
      fonts.bold().toFile().deleteOnExit();
      return fonts;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path copy(String name, Path folder) throws IOException {
    Path target = folder.resolve(name);
    try (InputStream content =
        BundleFiles.open("fonts/" + name)
            .orElseThrow(() -> new IOException("the bundle lacks " + name))) {
      Files.copy(content, target, StandardCopyOption.REPLACE_EXISTING);
    }
    return target;
  }

  /** Deletes the files. */
  void delete() {
    try {
      Files.deleteIfExists(regular);
      Files.deleteIfExists(bold);
      Path folder = regular.getParent();
      if (folder != null) {
        Files.deleteIfExists(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
