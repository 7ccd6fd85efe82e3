// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.desk.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;
import org.tsunagi.flyway.SqlMigrations;

/** The desk's migrations: the SQL files of {@code desk-migrations/} in its own bundle. */
public final class DeskMigrations {
  private static final String FOLDER = "desk-migrations";

  private DeskMigrations() {}

  /** Brings the desk's tables to the newest version. */
  public static void run(DataSource database) {
    try {
      SqlMigrations.run(database, "desk_schema_history", files());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<URL> files() throws IOException {
    Bundle bundle = FrameworkUtil.getBundle(DeskMigrations.class);
    if (bundle != null) {
      Enumeration<URL> entries = bundle.findEntries(FOLDER, "*.sql", false);
      return entries == null ? List.of() : Collections.list(entries);
    }
    URL folder = DeskMigrations.class.getClassLoader().getResource(FOLDER);
    List<URL> urls = new ArrayList<>();
    if (folder != null) {
      try (Stream<Path> files = Files.list(Path.of(folder.getPath()))) {
        for (Path file : files.filter(f -> f.toString().endsWith(".sql")).sorted().toList()) {
          urls.add(file.toUri().toURL());
        }
      }
    }
    return urls;
  }
}
