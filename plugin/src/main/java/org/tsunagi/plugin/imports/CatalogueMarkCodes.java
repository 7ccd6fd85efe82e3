// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.imports;

import java.sql.Connection;
import java.time.LocalDate;
import java.util.function.BiPredicate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.plugin.code.Codes;
import org.tsunagi.plugin.code.domain.CodeCatalogue;
import org.tsunagi.plugin.imports.domain.MarkCodes;

/** The codes of the catalogue. */
@Component(service = MarkCodes.class)
public class CatalogueMarkCodes implements MarkCodes {
  private final Codes codes;

  /** Makes it. */
  @Activate
  public CatalogueMarkCodes(@Reference Codes codes) {
    this.codes = codes;
  }

  @Override
  public BiPredicate<String, LocalDate> read(Connection connection) {
    CodeCatalogue catalogue = codes.catalogue(connection);
    return (code, date) -> catalogue.findOffered(code, date).isPresent();
  }
}
