// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.retention;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.plugin.platform.ApiResource;
import org.tsunagi.plugin.platform.CurrentActor;
import org.tsunagi.plugin.platform.Summary;

/** Keeping and destroying over HTTP. */
@Component(service = ApiResource.class)
@Path("schools/{school}/retention")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class RetentionResource implements ApiResource {
  private final RetentionService retention;

  /** Makes the resource. */
  @Activate
  public RetentionResource(@Reference RetentionService retention) {
    this.retention = retention;
  }

  /** Shows the list for review. */
  @GET
  @Summary("Shows who has left a school, until when things are kept, holds and destructions.")
  public RetentionReview review(
      @Context SecurityContext security, @PathParam("school") String school) {
    return retention.review(CurrentActor.of(security), new SchoolId(school));
  }

  /** Sets the years. */
  @PUT
  @Path("setting")
  @Summary("Sets how many years things are kept after the school year of leaving.")
  public void set(
      @Context SecurityContext security,
      @PathParam("school") String school,
      RetentionCommand.Setting command) {
    retention.set(CurrentActor.of(security), new SchoolId(school), command);
  }

  /** Keeps back. */
  @POST
  @Path("holds")
  @Summary("Keeps back what is held about a student, with the reason.")
  public Response keepBack(
      @Context SecurityContext security,
      @PathParam("school") String school,
      RetentionCommand.Reasoned command) {
    return created(retention.keepBack(CurrentActor.of(security), new SchoolId(school), command));
  }

  /** Releases. */
  @POST
  @Path("holds/{id}/release")
  @Summary("Releases a hold, with the reason.")
  public void release(
      @Context SecurityContext security,
      @PathParam("school") String school,
      @PathParam("id") String id,
      RetentionCommand.Reasoned command) {
    retention.release(CurrentActor.of(security), new SchoolId(school), id, command);
  }

  /** Proposes. */
  @POST
  @Path("destructions")
  @Summary("Proposes to destroy what is held about a student whose time is over.")
  public Response propose(
      @Context SecurityContext security,
      @PathParam("school") String school,
      RetentionCommand.Reasoned command) {
    return created(retention.propose(CurrentActor.of(security), new SchoolId(school), command));
  }

  /** Destroys. */
  @POST
  @Path("destructions/{id}/confirm")
  @Summary("Destroys what another person proposed; kinds, counts and a hash stay on record.")
  public void destroy(
      @Context SecurityContext security,
      @PathParam("school") String school,
      @PathParam("id") String id) {
    retention.destroy(CurrentActor.of(security), new SchoolId(school), id);
  }

  /** Drops. */
  @POST
  @Path("destructions/{id}/drop")
  @Summary("Drops a proposal to destroy.")
  public void drop(
      @Context SecurityContext security,
      @PathParam("school") String school,
      @PathParam("id") String id) {
    retention.drop(CurrentActor.of(security), new SchoolId(school), id);
  }

  private static Response created(String id) {
    return Response.status(Response.Status.CREATED).entity(Map.of("id", id)).build();
  }
}
