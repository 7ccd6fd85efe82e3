// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.flyway;

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
 * Runs SQL files, wherever they lie, through Flyway.
 *
 * <p>Flyway's own scanning needs a class path; a bundle has none. So the caller lists its files and
 * Flyway is told to look nowhere else.
 */
public final class SqlMigrations {
  private SqlMigrations() {}

  /**
   * Brings the tables to the newest version.
   *
   * @param history the table in which Flyway keeps what it has run
   * @param files the files, named {@code V0001__what.sql}; the placeholder {@code binary} stands
   *     for the type of bytes
   * @return the version, for example {@code 0040}; {@code 0} when nothing was ever run
   */
  public static String run(DataSource database, String history, List<URL> files) {
    Flyway flyway =
        Flyway.configure(Flyway.class.getClassLoader())
            .dataSource(database)
            .table(history)
            .baselineOnMigrate(true)
            .baselineVersion("0")
            .placeholders(Map.of("binary", "bytea"))
            .locations(new String[0])
            .failOnMissingLocations(false)
            .resourceProvider(new SqlFiles(files))
            .load();
    flyway.migrate();
    MigrationInfo current = flyway.info().current();
    return current == null || current.getVersion() == null
        ? "0"
        : current.getVersion().getVersion();
  }

  /** The files that Flyway may see. */
  private static final class SqlFiles implements ResourceProvider {
    private final List<LoadableResource> files;

    SqlFiles(List<URL> urls) {
      this.files = urls.stream().<LoadableResource>map(SqlFile::new).toList();
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

  /** One file. */
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
