// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.imports;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.plugin.code.ShippedCodes;
import org.tsunagi.plugin.imports.domain.MarkCodes;

/** The codes of the catalogue. */
@Component(service = MarkCodes.class)
public class CatalogueMarkCodes implements MarkCodes {
  private final ShippedCodes codes;

  /** Makes it. */
  @Activate
  public CatalogueMarkCodes(@Reference ShippedCodes codes) {
    this.codes = codes;
  }

  @Override
  public boolean validIn(String code, int schoolYear) {
    return codes.catalogue().find(code).filter(one -> one.validIn(schoolYear)).isPresent();
  }
}
