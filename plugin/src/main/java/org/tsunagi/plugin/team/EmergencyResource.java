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
import org.tsunagi.plugin.platform.ApiResource;
import org.tsunagi.plugin.platform.CurrentActor;
import org.tsunagi.plugin.platform.Summary;
import org.tsunagi.plugin.team.domain.Emergency;

/** Emergencies over HTTP. */
@Component(service = ApiResource.class)
@Path("students/{student}/emergencies")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class EmergencyResource implements ApiResource {
  private final EmergencyService emergencies;

  /** Makes the resource. */
  @Activate
  public EmergencyResource(@Reference EmergencyService emergencies) {
    this.emergencies = emergencies;
  }

  /**
   * Why something is opened.
   *
   * @param reason the reason
   */
  public record ReasonCommand(@Nullable String reason) {
    /** Returns the reason; empty where there is none. */
    public static String of(@Nullable ReasonCommand command) {
      String reason = command == null ? null : command.reason();
      return reason == null ? "" : reason;
    }
  }

  /** Opens a sheet. */
  @POST
  @Summary("Opens a child's sheet for 24 hours in an emergency; the principal is told at once.")
  public Response open(
      @Context SecurityContext security,
      @PathParam("student") String student,
      @Nullable ReasonCommand command) {
    Emergency opened =
        emergencies.open(
            CurrentActor.of(security), TeamResource.student(student), ReasonCommand.of(command));
    return Response.status(Response.Status.CREATED)
        .entity(Map.of("id", opened.id(), "endsAt", opened.endsAt()))
        .build();
  }

  /** Lists them. */
  @GET
  @Summary("Lists the emergencies in which a child's sheet was opened, newest first.")
  public Map<String, List<Emergency>> list(
      @Context SecurityContext security, @PathParam("student") String student) {
    return Map.of(
        "emergencies", emergencies.list(CurrentActor.of(security), TeamResource.student(student)));
  }
}
