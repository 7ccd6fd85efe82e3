// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.code;

import java.sql.Connection;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.plugin.code.domain.CodeCatalogue;
import org.tsunagi.plugin.code.domain.CodesInForce;
import org.tsunagi.plugin.code.persistence.CodeTable;

/**
 * The codes in force: what is shipped, what bundles add, and what integrators changed. They are few
 * and much read, so that they stay in memory until their count of changes is another one.
 */
@Component(service = Codes.class)
public class Codes {
  private final ShippedCodes shipped;
  private final CodeTable table = new CodeTable();
  private volatile @Nullable CodesInForce held;

  /** Makes it. */
  @Activate
  public Codes(@Reference ShippedCodes shipped) {
    this.shipped = shipped;
  }

  /** Returns the catalogue as the transaction sees it. */
  public CodeCatalogue catalogue(Connection connection) {
    return inForce(connection).catalogue();
  }

  /** Returns what is in force as the transaction sees it; one statement where nothing changed. */
  public CodesInForce inForce(Connection connection) {
    long changes = table.changes(connection);
    CodesInForce known = held;
    if (known == null || known.changes() != changes) {
      known = read(connection, changes);
      held = known;
    }
    return known;
  }

  /** Reads anew for a writer, who alone may change them until the transaction ends. */
  CodesInForce hold(Connection connection) {
    return read(connection, table.hold(connection));
  }

  private CodesInForce read(Connection connection, long changes) {
    return new CodesInForce(
        changes,
        shipped.catalogue().list(),
        table.listVersions(connection),
        table.listRemarks(connection));
  }
}
