// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.crediting;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.plugin.platform.ApiResource;
import org.tsunagi.plugin.platform.CurrentActor;
import org.tsunagi.plugin.platform.Summary;

/** Entries of evidence over HTTP. */
@Component(service = ApiResource.class)
@Path("evidence")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class EvidenceResource implements ApiResource {
  private final EvidenceService evidence;

  /** Makes the resource. */
  @Activate
  public EvidenceResource(@Reference EvidenceService evidence) {
    this.evidence = evidence;
  }

  /** Voids an entry. */
  @POST
  @Path("{evidence}/void")
  @Summary("Voids an entry of evidence with a reason; it stays in the list.")
  public void voidEntry(
      @Context SecurityContext security,
      @PathParam("evidence") String id,
      CreditingCommand.Voiding command) {
    evidence.voidEntry(CurrentActor.of(security), id, command);
  }
}
