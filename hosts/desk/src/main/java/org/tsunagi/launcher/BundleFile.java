// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Enumeration;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/**
 * A bundle of the desk as a file.
 *
 * @param path where it lies
 * @param startLevel when it starts: logging, then OSGi services, then libraries, then our own
 *     bundles
 */
record BundleFile(Path path, int startLevel) {
  private static final String FOLDER = "bundles/";

  /** Writes the bundles inside the running jar to a folder and lists them by start level. */
  static List<BundleFile> unpack(Path folder) throws IOException {
    Path self = self();
    List<BundleFile> files = new ArrayList<>();
    if (Files.isDirectory(self)) {
      try (Stream<Path> jars = Files.list(self.resolve(FOLDER))) {
        jars.filter(jar -> jar.toString().endsWith(".jar")).forEach(jar -> files.add(of(jar)));
      }
    } else {
      empty(folder);
      unpackJar(self, folder, files);
    }
    files.sort(
        Comparator.comparingInt(BundleFile::startLevel)
            .thenComparing(file -> file.path().toString()));
    return files;
  }

  private static void unpackJar(Path self, Path folder, List<BundleFile> files) throws IOException {
    try (JarFile jar = new JarFile(self.toFile())) {
      Enumeration<JarEntry> entries = jar.entries();
      while (entries.hasMoreElements()) {
        JarEntry entry = entries.nextElement();
        if (entry.getName().startsWith(FOLDER) && entry.getName().endsWith(".jar")) {
          Path target = folder.resolve(entry.getName().substring(FOLDER.length()));
          try (InputStream content = jar.getInputStream(entry)) {
            Files.copy(content, target, StandardCopyOption.REPLACE_EXISTING);
          }
          files.add(of(target));
        }
      }
    }
  }

  private static Path self() throws IOException {
    try {
      return Path.of(BundleFile.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (java.net.URISyntaxException e) {
      throw new IOException("the desk's own jar is not found", e);
    }
  }

  private static void empty(Path folder) throws IOException {
    Files.createDirectories(folder);
    try (Stream<Path> old = Files.list(folder)) {
      for (Path file : old.toList()) {
        Files.delete(file);
      }
    }
  }

  private static BundleFile of(Path path) {
    String name = path.getFileName().toString();
    return new BundleFile(path, level(name));
  }

  private static int level(String name) {
    if (name.startsWith("slf4j")
        || name.startsWith("logback")
        || name.startsWith("asm")
        || name.startsWith("org.apache.aries.spifly")
        || name.startsWith("org.osgi.")) {
      return 1;
    }
    if (name.startsWith("org.apache.felix.")) {
      return 2;
    }
    return name.startsWith("tsunagi-") ? 5 : 3;
  }
}
