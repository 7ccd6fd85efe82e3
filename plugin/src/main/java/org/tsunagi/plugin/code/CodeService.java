// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.code;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.OptionalInt;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.api.access.Actor;
import org.tsunagi.plugin.access.Gate;
import org.tsunagi.plugin.access.Privilege;
import org.tsunagi.plugin.access.Target;

/** Shows the catalogue of attendance codes. */
@Component(service = CodeService.class)
public final class CodeService {
  private final Gate gate;
  private final ShippedCodes codes;

  /** Makes the service. */
  @Activate
  public CodeService(@Reference Gate gate, @Reference ShippedCodes codes) {
    this.gate = gate;
    this.codes = codes;
  }

  /**
   * Returns the catalogue as JSON, in the order in which lists show it.
   *
   * @param schoolYear only the codes that may be used in it; empty for all
   */
  public JsonNode catalogue(Actor actor, OptionalInt schoolYear) {
    gate.require(actor, Privilege.CODE_READ, new Target.Installation());
    return CatalogueJson.write(
        schoolYear.isPresent()
            ? codes.catalogue().list(schoolYear.getAsInt())
            : codes.catalogue().list());
  }
}
