// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.team;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
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
import org.tsunagi.plugin.platform.ApiResource;
import org.tsunagi.plugin.platform.CurrentActor;
import org.tsunagi.plugin.platform.Summary;
import org.tsunagi.plugin.shared.Malformed;
import org.tsunagi.plugin.shared.Missing;

/** A child's team over HTTP. */
@Component(service = ApiResource.class)
@Path("students/{student}/team")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class TeamResource implements ApiResource {
  private final TeamService teams;

  /** Makes the resource. */
  @Activate
  public TeamResource(@Reference TeamService teams) {
    this.teams = teams;
  }

  /** Shows the team. */
  @GET
  @Summary("Shows who supports a child, today and before.")
  public TeamView get(@Context SecurityContext security, @PathParam("student") String student) {
    return teams.view(CurrentActor.of(security), student(student));
  }

  /** Lists who can be added. */
  @GET
  @Path("candidates")
  @Summary("Lists the staff of the child's school who can be named in the team.")
  public Map<String, List<TeamView.Candidate>> candidates(
      @Context SecurityContext security, @PathParam("student") String student) {
    return Map.of("candidates", teams.listCandidates(CurrentActor.of(security), student(student)));
  }

  /** Adds a member. */
  @POST
  @Summary("Adds a member to a child's team, from a day to a day.")
  public Response add(
      @Context SecurityContext security,
      @PathParam("student") String student,
      @Nullable TeamCommand command) {
    if (command == null) {
      throw new Malformed("staff と role を指定してください。");
    }
    String id = teams.add(CurrentActor.of(security), student(student), command);
    return Response.status(Response.Status.CREATED).entity(Map.of("id", id)).build();
  }

  /** Ends a membership. */
  @POST
  @Path("{id}/end")
  @Summary("Sets the last day of a membership, or ends it at once; 409 with both when stale.")
  public void end(
      @Context SecurityContext security,
      @PathParam("student") String student,
      @PathParam("id") String id,
      TeamCommand.@Nullable End command) {
    if (command == null) {
      throw new Malformed("version を指定してください。");
    }
    teams.end(CurrentActor.of(security), student(student), id, command);
  }

  static StudentId student(String id) {
    if (id.isBlank() || id.length() > 255) {
      throw new Missing();
    }
    return new StudentId(id);
  }
}
