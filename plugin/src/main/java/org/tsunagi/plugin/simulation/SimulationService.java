// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.simulation;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.api.access.Actor;
import org.tsunagi.plugin.access.Gate;
import org.tsunagi.plugin.access.Privilege;
import org.tsunagi.plugin.access.Target;
import org.tsunagi.plugin.code.Codes;
import org.tsunagi.plugin.code.domain.AttendanceCode;
import org.tsunagi.plugin.platform.Transactions;

/** Runs simulations; it reads and writes nothing. */
@Component(service = SimulationService.class)
public final class SimulationService {
  private final Gate gate;
  private final Transactions transactions;
  private final Codes codes;

  /** Makes the service. */
  @Activate
  public SimulationService(
      @Reference Gate gate, @Reference Transactions transactions, @Reference Codes codes) {
    this.gate = gate;
    this.transactions = transactions;
    this.codes = codes;
  }

  /** Counts the attendance that a request describes. */
  public AttendanceAnswer attendance(Actor actor, JsonNode request) {
    gate.require(actor, Privilege.SIMULATE, new Target.Installation());
    return AttendanceAnswer.of(ScenarioReader.read(request, transactions.runSql(codes::catalogue)));
  }

  /** Lists the codes that may be marked on a day, for the page. */
  public List<AttendanceCode> codes(Actor actor, LocalDate date) {
    gate.require(actor, Privilege.SIMULATE, new Target.Installation());
    return transactions.runSql(codes::catalogue).list(date);
  }
}
