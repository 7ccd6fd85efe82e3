// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.crediting;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.plugin.platform.ApiResource;
import org.tsunagi.plugin.platform.CurrentActor;
import org.tsunagi.plugin.platform.Summary;

/** Facilities over HTTP. */
@Component(service = ApiResource.class)
@Path("facilities")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class FacilityResource implements ApiResource {
  private final FacilityService facilities;

  /** Makes the resource. */
  @Activate
  public FacilityResource(@Reference FacilityService facilities) {
    this.facilities = facilities;
  }

  /**
   * Notes by the items of 別添3.
   *
   * @param notes the notes; items left out stay as they are
   */
  public record Assessment(@Nullable List<FacilityCommand.Note> notes) {}

  /** Lists the facilities. */
  @GET
  @Summary("Lists the facilities, those of no more use included.")
  public Map<String, Object> list(@Context SecurityContext security) {
    return Map.of("facilities", facilities.list(CurrentActor.of(security)));
  }

  /** Shows a facility. */
  @GET
  @Path("{facility}")
  @Summary("Shows a facility with its notes by the items of the guideline.")
  public FacilityView view(
      @Context SecurityContext security, @PathParam("facility") String facility) {
    return facilities.view(CurrentActor.of(security), facility);
  }

  /** Writes a facility. */
  @PUT
  @Path("{facility}")
  @Summary("Writes a facility, a new one with version 0.")
  public void save(
      @Context SecurityContext security,
      @PathParam("facility") String facility,
      FacilityCommand command) {
    facilities.save(CurrentActor.of(security), facility, command);
  }

  /** Notes what was found. */
  @PUT
  @Path("{facility}/assessment")
  @Summary("Notes what was found at items of the guideline; there is no score.")
  public void assess(
      @Context SecurityContext security,
      @PathParam("facility") String facility,
      Assessment assessment) {
    facilities.assess(
        CurrentActor.of(security),
        facility,
        assessment.notes() == null ? List.of() : assessment.notes());
  }

  /** Says that a facility is not used any more. */
  @POST
  @Path("{facility}/void")
  @Summary("Says that a facility is not used any more; decisions on it stay.")
  public void voidFacility(
      @Context SecurityContext security,
      @PathParam("facility") String facility,
      CreditingCommand.Voiding command) {
    facilities.voidFacility(CurrentActor.of(security), facility, command);
  }
}
