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
import org.tsunagi.plugin.code.domain.CodeCatalogue;
import org.tsunagi.plugin.code.domain.CodesInForce;
import org.tsunagi.plugin.platform.Transactions;
import org.tsunagi.plugin.shared.Missing;

/** Shows the catalogue of attendance codes. */
@Component(service = CodeService.class)
public final class CodeService {
  private final Gate gate;
  private final Transactions transactions;
  private final Codes codes;

  /** Makes the service. */
  @Activate
  public CodeService(
      @Reference Gate gate, @Reference Transactions transactions, @Reference Codes codes) {
    this.gate = gate;
    this.transactions = transactions;
    this.codes = codes;
  }

  /**
   * Returns the catalogue as JSON, in the order in which lists show it.
   *
   * @param schoolYear only the codes that may be used in it; empty for all
   */
  public JsonNode catalogue(Actor actor, OptionalInt schoolYear) {
    gate.require(actor, Privilege.CODE_READ, new Target.Installation());
    CodeCatalogue catalogue = transactions.runSql(codes::catalogue);
    return CatalogueJson.write(
        schoolYear.isPresent() ? catalogue.list(schoolYear.getAsInt()) : catalogue.list());
  }

  /** Returns everything that is in force, for the page. */
  public CodesInForce inForce(Actor actor) {
    gate.require(actor, Privilege.CODE_READ, new Target.Installation());
    return transactions.runSql(codes::inForce);
  }

  /**
   * Lists what a code is and was, newest first.
   *
   * @throws Missing where there is no such code
   */
  public CodeHistory history(Actor actor, String code) {
    gate.require(actor, Privilege.CODE_READ, new Target.Installation());
    CodesInForce inForce = transactions.runSql(codes::inForce);
    if (inForce.catalogue().find(code).isEmpty()) {
      throw new Missing();
    }
    return CodeHistory.of(inForce, code);
  }
}
