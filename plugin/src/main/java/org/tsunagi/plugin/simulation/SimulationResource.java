// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.simulation;

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

/** The attendance simulation at {@code /simulations/attendance}. */
@Component(service = ApiResource.class)
@Path("simulations/attendance")
@Produces(MediaType.APPLICATION_JSON)
public final class SimulationResource implements ApiResource {
  private final SimulationService simulations;

  /** Makes the resource. */
  @Activate
  public SimulationResource(@Reference SimulationService simulations) {
    this.simulations = simulations;
  }

  /** Counts the attendance that a request describes, without writing. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Summary("Counts attendance by the facts in the request; nothing is written.")
  public AttendanceAnswer attendance(
      @Context SecurityContext security, @Nullable JsonNode request) {
    if (request == null) {
      throw new Malformed("本文に JSON を指定してください。");
    }
    return simulations.attendance(CurrentActor.of(security), request);
  }
}
