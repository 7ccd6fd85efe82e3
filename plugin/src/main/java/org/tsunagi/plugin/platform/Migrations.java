// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import javax.sql.DataSource;
import org.tsunagi.flyway.SqlMigrations;

/** The extension's migrations: the SQL files of {@code migrations/}, run in their order. */
public final class Migrations {
  private Migrations() {}

  /**
   * Brings the extension's tables to the newest version; the host's own tables have another
   * history.
   *
   * @return the schema's version, for example {@code 0040}
   */
  public static String run(DataSource database) {
    try {
      return SqlMigrations.run(
          database, "tsunagi_schema_history", BundleFiles.list("migrations", ".sql"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
