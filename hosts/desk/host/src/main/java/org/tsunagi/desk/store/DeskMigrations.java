// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.desk.store;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.resource.LoadableResource;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;

/** Runs the desk's migrations from {@code desk-migrations/} of its own bundle. */
public final class DeskMigrations {
  private DeskMigrations() {}

  /** Brings the desk's tables to the newest version. */
  public static void run(DataSource database) {
    Bundle bundle = FrameworkUtil.getBundle(DeskMigrations.class);
    var configuration =
        Flyway.configure(Flyway.class.getClassLoader())
            .dataSource(database)
            .table("desk_schema_history")
            .baselineOnMigrate(true)
            .baselineVersion("0")
            .placeholders(Map.of("binary", "bytea"));
    if (bundle == null) {
      Flyway.configure(DeskMigrations.class.getClassLoader())
          .configuration(configuration)
          .locations("classpath:desk-migrations")
          .load()
          .migrate();
      return;
    }
    configuration
        .locations(new String[0])
        .failOnMissingLocations(false)
        .resourceProvider(new BundleResources(bundle))
        .load()
        .migrate();
  }

  /** The SQL files of the bundle. */
  private static final class BundleResources implements ResourceProvider {
    private final List<LoadableResource> resources = new ArrayList<>();

    BundleResources(Bundle bundle) {
      Enumeration<URL> entries = bundle.findEntries("desk-migrations", "*.sql", false);
      while (entries != null && entries.hasMoreElements()) {
        resources.add(new SqlEntry(entries.nextElement()));
      }
    }

    @Override
    public @Nullable LoadableResource getResource(String name) {
      return resources.stream()
          .filter(resource -> resource.getRelativePath().equals(name))
          .findFirst()
          .orElse(null);
    }

    @Override
    public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
      return resources.stream()
          .filter(resource -> resource.getFilename().startsWith(prefix))
          .filter(
              resource ->
                  List.of(suffixes).stream().anyMatch(s -> resource.getFilename().endsWith(s)))
          .toList();
    }
  }

  /** One SQL file. */
  private static final class SqlEntry extends LoadableResource {
    private final URL url;

    SqlEntry(URL url) {
      this.url = url;
    }

    @Override
    public Reader read() {
      try {
        return new InputStreamReader(url.openStream(), StandardCharsets.UTF_8);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public String getAbsolutePath() {
      return url.getPath();
    }

    @Override
    public String getAbsolutePathOnDisk() {
      return url.getPath();
    }

    @Override
    public String getFilename() {
      return url.getPath().substring(url.getPath().lastIndexOf('/') + 1);
    }

    @Override
    public String getRelativePath() {
      return getFilename();
    }
  }
}
