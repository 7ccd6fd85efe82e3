// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.platform;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The fonts of the bundle as files: PDFBox reads a file piece by piece, a stream whole (4.6 MB) for
 * every paper.
 *
 * @param folder the folder that holds them and nothing else
 * @param files the files by name without ending, for example {@code TsunagiKanji}
 */
record PrintFonts(Path folder, Map<String, Path> files) {
  /** The font of running text. */
  static final String REGULAR = "BIZUDGothic-Regular";

  /** The font of headings. */
  static final String BOLD = "BIZUDGothic-Bold";

  /** Kanji that the font of running text lacks. */
  static final String KANJI = "TsunagiKanji";

  PrintFonts {
    files = Map.copyOf(files);
  }

  /** Copies the fonts to a folder of their own among the system's temporary files. */
  static PrintFonts unpack() {
    try {
      Path folder = Files.createTempDirectory("tsunagi-fonts");
      // Later registrations go first: the folder is empty when its turn comes.
      folder.toFile().deleteOnExit();
      Map<String, Path> files = new TreeMap<>();
      for (URL font : BundleFiles.list("fonts", ".ttf")) {
        String path = font.getPath();
        String name = path.substring(path.lastIndexOf('/') + 1);
        files.put(name.substring(0, name.length() - ".ttf".length()), copy(name, folder));
      }
      return new PrintFonts(folder, files);
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
    target.toFile().deleteOnExit();
    return target;
  }

  /** Returns the name of the font of the forms that a variation selector asks for. */
  static String form(int selector) {
    return "TsunagiForm" + Integer.toHexString(selector).toUpperCase(Locale.ROOT);
  }

  /** Finds a font's file. */
  Optional<Path> find(String name) {
    return Optional.ofNullable(files.get(name));
  }

  /**
   * Returns a font's file.
   *
   * @throws IllegalStateException where the bundle lacks it
   */
  Path get(String name) {
    return find(name).orElseThrow(() -> new IllegalStateException("no font " + name));
  }

  /** Deletes the files. */
  void delete() {
    try {
      for (Path file : files.values()) {
        Files.deleteIfExists(file);
      }
      Files.deleteIfExists(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
