// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.curriculum;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.plugin.platform.ApiResource;
import org.tsunagi.plugin.platform.CurrentActor;
import org.tsunagi.plugin.platform.Summary;
import org.tsunagi.plugin.shared.Malformed;

/** The curriculum simulation at {@code /simulations/curriculum}. */
@Component(service = ApiResource.class)
@Path("simulations/curriculum")
@Produces(MediaType.APPLICATION_JSON)
public final class CurriculumSimulationResource implements ApiResource {
  private final CurriculumSimulationService simulations;

  /** Makes the resource. */
  @Activate
  public CurriculumSimulationResource(@Reference CurriculumSimulationService simulations) {
    this.simulations = simulations;
  }

  /** Reckons the plan that a request describes, without writing. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Summary("Compares a curriculum plan with the law's standard hours; nothing is written.")
  public CurriculumAnswer curriculum(
      @Context SecurityContext security, @Nullable JsonNode request) {
    if (request == null) {
      throw new Malformed("本文に JSON を指定してください。");
    }
    return simulations.curriculum(CurrentActor.of(security), request);
  }
}
