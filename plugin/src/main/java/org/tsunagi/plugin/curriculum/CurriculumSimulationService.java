// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.curriculum;

import com.fasterxml.jackson.databind.JsonNode;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.api.access.Actor;
import org.tsunagi.plugin.access.Gate;
import org.tsunagi.plugin.access.Privilege;
import org.tsunagi.plugin.access.Target;

/** Reckons plans that a request brings along; it reads and writes nothing. */
@Component(service = CurriculumSimulationService.class)
public final class CurriculumSimulationService {
  private final Gate gate;
  private final ShippedStandards standards;

  /** Makes the service. */
  @Activate
  public CurriculumSimulationService(@Reference Gate gate, @Reference ShippedStandards standards) {
    this.gate = gate;
    this.standards = standards;
  }

  /** Reckons the plan that a request describes. */
  public CurriculumAnswer curriculum(Actor actor, JsonNode request) {
    gate.require(actor, Privilege.SIMULATE, new Target.Installation());
    return CurriculumScenario.answer(request, standards.standards());
  }
}
