// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.platform;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.resource.LoadableResource;
import org.jspecify.annotations.Nullable;

/**
 * The extension's migrations: the SQL files of {@code migrations/}, run by Flyway in their order.
 */
public final class Migrations {
  /** Where Flyway keeps what it has run; the host's own migrations have another table. */
  private static final String HISTORY = "tsunagi_schema_history";

  private Migrations() {}

  /**
   * Brings the extension's tables to the newest version.
   *
   * @return the schema's version, for example {@code 0040}
   */
  public static String run(DataSource database) {
    Flyway flyway =
        Flyway.configure(Flyway.class.getClassLoader())
            .dataSource(database)
            .table(HISTORY)
            .baselineOnMigrate(true)
            .baselineVersion("0")
            .placeholders(Map.of("binary", "bytea"))
            .locations(new String[0])
            .failOnMissingLocations(false)
            .resourceProvider(new SqlFiles())
            .load();
    flyway.migrate();
    MigrationInfo current = flyway.info().current();
    return current == null || current.getVersion() == null
        ? "0"
        : current.getVersion().getVersion();
  }

  /** The SQL files of the bundle. */
  private static final class SqlFiles implements ResourceProvider {
    private final List<LoadableResource> files;

    SqlFiles() {
      try {
        this.files =
            BundleFiles.list("migrations", ".sql").stream()
                .map(url -> (LoadableResource) new SqlFile(url))
                .toList();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public @Nullable LoadableResource getResource(String name) {
      return files.stream().filter(f -> f.getFilename().equals(name)).findFirst().orElse(null);
    }

    @Override
    public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
      return files.stream()
          .filter(file -> file.getFilename().startsWith(prefix))
          .filter(file -> Stream.of(suffixes).anyMatch(file.getFilename()::endsWith))
          .toList();
    }
  }

  /** One SQL file. */
  private static final class SqlFile extends LoadableResource {
    private final URL url;

    SqlFile(URL url) {
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
