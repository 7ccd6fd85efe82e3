// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.code;

import java.sql.Connection;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.plugin.code.domain.CodeCatalogue;

/** The catalogue in force: what is shipped, what bundles add, and what integrators changed. */
@Component(service = Codes.class)
public class Codes {
  private final ShippedCodes shipped;

  /** Makes it. */
  @Activate
  public Codes(@Reference ShippedCodes shipped) {
    this.shipped = shipped;
  }

  /** Returns the catalogue as the transaction sees it. */
  public CodeCatalogue catalogue(Connection connection) {
    return shipped.catalogue();
  }
}
