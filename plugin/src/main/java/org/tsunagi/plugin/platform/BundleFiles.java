// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.platform;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;

/**
 * The files that lie in this bundle: migrations, templates, messages. Works in a plain class path
 * too.
 */
public final class BundleFiles {
  private BundleFiles() {}

  /** Lists the files of a folder whose names end with a text, sorted by path. */
  public static List<URL> list(String folder, String ending) throws IOException {
    Bundle bundle = FrameworkUtil.getBundle(BundleFiles.class);
    if (bundle != null) {
      return Optional.ofNullable(bundle.findEntries(folder, "*" + ending, false))
          .map(entries -> Collections.list(entries).stream())
          .orElse(Stream.empty())
          .sorted((a, b) -> a.getPath().compareTo(b.getPath()))
          .toList();
    }
    return listOnClassPath(folder, ending);
  }

  private static List<URL> listOnClassPath(String folder, String ending) throws IOException {
    URL root = BundleFiles.class.getClassLoader().getResource(folder);
    if (root == null || !"file".equals(root.getProtocol())) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(Path.of(root.getPath()))) {
      List<Path> found =
          files.filter(file -> file.getFileName().toString().endsWith(ending)).sorted().toList();
      List<URL> urls = new java.util.ArrayList<>();
      for (Path file : found) {
        urls.add(file.toUri().toURL());
      }
      return urls;
    }
  }

  /** Opens a file of the bundle. */
  public static Optional<InputStream> open(String path) {
    return Optional.ofNullable(BundleFiles.class.getClassLoader().getResourceAsStream(path));
  }
}
