// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.classprint;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.api.school.HomeroomId;
import org.tsunagi.plugin.platform.ApiResource;
import org.tsunagi.plugin.platform.CurrentActor;
import org.tsunagi.plugin.platform.Summary;
import org.tsunagi.plugin.shared.Missing;

/** The papers of a class over HTTP: a job makes them, the one who asked fetches them. */
@Component(service = ApiResource.class)
@Path("class-prints")
@Produces(MediaType.APPLICATION_JSON)
public final class ClassPrintResource implements ApiResource {
  private final ClassPrintService service;

  /** Makes the resource. */
  @Activate
  public ClassPrintResource(@Reference ClassPrintService service) {
    this.service = service;
  }

  /** Queues the papers and answers 202 with the job's id and place. */
  @POST
  @Summary("Queues the sheets of a class as PDF; answers with the job's id.")
  public Response submit(
      @Context SecurityContext security,
      @Context UriInfo uri,
      @QueryParam("homeroom") @Nullable String homeroom,
      @QueryParam("part") @Nullable String part) {
    String id =
        service.submit(CurrentActor.of(security), room(homeroom), part == null ? "all" : part);
    return Response.accepted(Map.of("id", id))
        .location(uri.getBaseUriBuilder().path("jobs").path(id).build())
        .build();
  }

  /** Lists what the caller asked for. */
  @GET
  @Summary("Lists the caller's own papers of a class, and the job under way.")
  public ClassPrintService.Own list(
      @Context SecurityContext security, @QueryParam("homeroom") @Nullable String homeroom) {
    return service.list(CurrentActor.of(security), room(homeroom));
  }

  /** Hands out the papers. */
  @GET
  @Path("{id}.pdf")
  @Produces("application/pdf")
  @Summary("Hands the papers of a class to the one who asked for them, within a day.")
  public Response pdf(@Context SecurityContext security, @PathParam("id") String id) {
    return Response.ok(service.open(CurrentActor.of(security), id), "application/pdf")
        .header("Content-Disposition", "inline; filename=\"sheets.pdf\"")
        .header("Cache-Control", "no-store")
        .build();
  }

  /** Drops the papers. */
  @DELETE
  @Path("{id}")
  @Summary("Drops the papers of a class before their day is over.")
  public Response drop(@Context SecurityContext security, @PathParam("id") String id) {
    service.drop(CurrentActor.of(security), id);
    return Response.noContent().build();
  }

  private static HomeroomId room(@Nullable String id) {
    if (id == null || id.isBlank() || id.length() > 255) {
      throw new Missing();
    }
    return new HomeroomId(id);
  }
}
