// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.platform.jobs;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.plugin.platform.ApiResource;
import org.tsunagi.plugin.platform.CurrentActor;
import org.tsunagi.plugin.platform.Summary;

/** Jobs by REST. */
@Component(service = ApiResource.class)
@Path("jobs")
@Produces(MediaType.APPLICATION_JSON)
public class JobResource implements ApiResource {
  private final JobService service;

  /** Makes the resource. */
  @Activate
  public JobResource(@Reference JobService service) {
    this.service = service;
  }

  /** Lists jobs, newest first. */
  @GET
  @Summary("Lists jobs, newest first.")
  public JobService.Page list(
      @Context SecurityContext security,
      @QueryParam("offset") @DefaultValue("0") int offset,
      @QueryParam("limit") @DefaultValue("20") int limit) {
    return service.list(CurrentActor.of(security), offset, limit);
  }

  /** Returns a job with its findings. */
  @GET
  @Path("{id}")
  @Summary("Shows a job with its progress, counts and findings.")
  public JobView get(@Context SecurityContext security, @PathParam("id") String id) {
    return service.get(CurrentActor.of(security), id);
  }

  /** Cancels a job. */
  @POST
  @Path("{id}/cancel")
  @Summary("Cancels a job that has not ended; nothing of it is written.")
  public JobView cancel(@Context SecurityContext security, @PathParam("id") String id) {
    return service.cancel(CurrentActor.of(security), id);
  }
}
