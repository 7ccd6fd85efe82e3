// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.supportsheet;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
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

/** Drafts of the parts of the sheet over REST. */
@Component(service = ApiResource.class)
@Path("students/{student}/sheets")
@Produces(MediaType.APPLICATION_JSON)
public final class SheetDraftResource implements ApiResource {
  private final SheetDraftService drafts;

  /** Makes the resource. */
  @Activate
  public SheetDraftResource(@Reference SheetDraftService drafts) {
    this.drafts = drafts;
  }

  /** Finds the draft. */
  @GET
  @Path("{key}/draft")
  @Summary("Returns one's own unsaved draft of a part, and who else is writing on it.")
  public SheetDraftService.Drafts get(
      @Context SecurityContext security,
      @PathParam("student") String student,
      @PathParam("key") String key) {
    return drafts.find(
        CurrentActor.of(security), SheetResource.student(student), SheetResource.key(key));
  }

  /** Keeps the draft. */
  @PUT
  @Path("{key}/draft")
  @Consumes(MediaType.APPLICATION_JSON)
  @Summary("Keeps one's own draft of a part; it makes no version.")
  public SheetDraftService.Drafts put(
      @Context SecurityContext security,
      @PathParam("student") String student,
      @PathParam("key") String key,
      @Nullable SheetBody body) {
    SheetBody sent = SheetResource.given(body);
    return drafts.keep(
        CurrentActor.of(security),
        SheetResource.student(student),
        SheetResource.key(key),
        sent.basedOn(),
        sent.toContent());
  }

  /** Throws the draft away. */
  @DELETE
  @Path("{key}/draft")
  @Summary("Throws one's own draft of a part away.")
  public void delete(
      @Context SecurityContext security,
      @PathParam("student") String student,
      @PathParam("key") String key) {
    drafts.drop(CurrentActor.of(security), SheetResource.student(student), SheetResource.key(key));
  }
}
