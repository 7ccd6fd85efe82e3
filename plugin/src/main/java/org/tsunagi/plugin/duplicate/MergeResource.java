// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.duplicate;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
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
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.plugin.duplicate.domain.Merge;
import org.tsunagi.plugin.platform.ApiResource;
import org.tsunagi.plugin.platform.CurrentActor;
import org.tsunagi.plugin.platform.Summary;
import org.tsunagi.plugin.shared.Malformed;

/** Merges of two ids of one child, over REST. */
@Component(service = ApiResource.class)
@Path("schools/{school}/student-merges")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class MergeResource implements ApiResource {
  private final MergeService merges;

  /** Makes the resource. */
  @Activate
  public MergeResource(@Reference MergeService merges) {
    this.merges = merges;
  }

  /** Lists them. */
  @GET
  @Summary("Lists the merges of two ids of one child at a school, the newest first.")
  public Map<String, List<Merge>> list(
      @Context SecurityContext security, @PathParam("school") String school) {
    return Map.of("merges", merges.list(CurrentActor.of(security), new SchoolId(school)));
  }

  /** Previews one. */
  @GET
  @Path("preview")
  @Summary("Shows what a merge would move, by kind, and which parts both ids have.")
  public MergePreview preview(
      @Context SecurityContext security,
      @PathParam("school") String school,
      @QueryParam("from") @DefaultValue("") String from,
      @QueryParam("into") @DefaultValue("") String into) {
    return merges.preview(
        CurrentActor.of(security), new SchoolId(school), new StudentId(from), new StudentId(into));
  }

  /** Proposes one. */
  @POST
  @Summary("Proposes to merge two ids of one child; another person has to confirm it.")
  public Response propose(
      @Context SecurityContext security,
      @PathParam("school") String school,
      @Nullable MergeCommand command) {
    if (command == null) {
      throw new Malformed("from、into、reason、choices を指定してください。");
    }
    String id = merges.propose(CurrentActor.of(security), new SchoolId(school), command);
    return Response.status(Response.Status.CREATED).entity(Map.of("id", id)).build();
  }

  /** Does one. */
  @POST
  @Path("{merge}/confirm")
  @Summary("Merges what another person proposed to merge, all of it or nothing.")
  public void confirm(
      @Context SecurityContext security,
      @PathParam("school") String school,
      @PathParam("merge") String id) {
    merges.confirm(CurrentActor.of(security), new SchoolId(school), id);
  }

  /** Drops one. */
  @POST
  @Path("{merge}/drop")
  @Summary("Drops the proposal of a merge.")
  public void drop(
      @Context SecurityContext security,
      @PathParam("school") String school,
      @PathParam("merge") String id) {
    merges.drop(CurrentActor.of(security), new SchoolId(school), id);
  }

  /** Takes one back. */
  @POST
  @Path("{merge}/undo")
  @Summary("Takes a merge back within 30 days, with a reason, all of it or nothing.")
  public void undo(
      @Context SecurityContext security,
      @PathParam("school") String school,
      @PathParam("merge") String id,
      MergeCommand.@Nullable Reasoned reasoned) {
    merges.undo(
        CurrentActor.of(security), new SchoolId(school), id, MergeCommand.Reasoned.of(reasoned));
  }
}
