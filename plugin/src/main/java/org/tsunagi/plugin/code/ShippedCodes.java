// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.code;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.tsunagi.plugin.code.domain.CodeCatalogue;

/** The catalogue that the extension ships. */
@Component(service = ShippedCodes.class)
public class ShippedCodes {
  private final CodeCatalogue catalogue;

  /** Reads the catalogue from the bundle. */
  @Activate
  public ShippedCodes() {
    try (InputStream in = ShippedCodes.class.getResourceAsStream("/code/shipped-codes.json")) {
      if (in == null) {
        throw new IllegalStateException("the shipped codes are missing from the bundle");
      }
      catalogue = CatalogueJson.read(in);
    } catch (IOException broken) {
      throw new UncheckedIOException("the shipped codes can't be read", broken);
    }
  }

  /** Returns the catalogue. */
  public CodeCatalogue catalogue() {
    return catalogue;
  }
}
