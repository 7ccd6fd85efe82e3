// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.crediting;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.api.school.SchoolYear;
import org.tsunagi.plugin.platform.ApiResource;
import org.tsunagi.plugin.platform.CurrentActor;
import org.tsunagi.plugin.platform.SchoolClock;
import org.tsunagi.plugin.platform.Summary;

/** Applications for 出席扱い over HTTP. */
@Component(service = ApiResource.class)
@Path("creditings")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class CreditingResource implements ApiResource {
  private final CreditingService creditings;
  private final ConditionService conditions;
  private final DecisionService decisions;
  private final SchoolClock clock;

  /** Makes the resource. */
  @Activate
  public CreditingResource(
      @Reference CreditingService creditings,
      @Reference ConditionService conditions,
      @Reference DecisionService decisions,
      @Reference SchoolClock clock) {
    this.creditings = creditings;
    this.conditions = conditions;
    this.decisions = decisions;
    this.clock = clock;
  }

  /** Lists the applications of a school year; this year's when none is named. */
  @GET
  @Summary("Lists the applications for crediting of a school year that you may read.")
  public Map<String, Object> list(
      @Context SecurityContext security,
      @QueryParam("schoolYear") @Nullable Integer schoolYear,
      @QueryParam("school") @Nullable String school,
      @QueryParam("state") @Nullable String state) {
    int year = schoolYear == null ? SchoolYear.of(clock.today()).year() : schoolYear;
    Optional<SchoolId> only =
        Optional.ofNullable(school).filter(one -> !one.isEmpty()).map(SchoolId::new);
    Optional<String> in = Optional.ofNullable(state).filter(one -> !one.isEmpty());
    return Map.of("creditings", creditings.list(CurrentActor.of(security), year, only, in));
  }

  /** Shows an application. */
  @GET
  @Path("{crediting}")
  @Summary("Shows an application with its conditions, evidence and decisions.")
  public ApplicationView view(
      @Context SecurityContext security, @PathParam("crediting") String crediting) {
    return creditings.view(CurrentActor.of(security), crediting);
  }

  /** Changes an application. */
  @PUT
  @Path("{crediting}")
  @Summary("Changes an application; what it said is kept.")
  public void change(
      @Context SecurityContext security,
      @PathParam("crediting") String crediting,
      CreditingCommand.Application command) {
    creditings.change(CurrentActor.of(security), crediting, command);
  }

  /** Notes what was found about a condition. */
  @PUT
  @Path("{crediting}/conditions/{condition}")
  @Summary("Notes in your name whether a condition is met.")
  public void confirm(
      @Context SecurityContext security,
      @PathParam("crediting") String crediting,
      @PathParam("condition") String condition,
      CreditingCommand.Confirmation command) {
    conditions.confirm(CurrentActor.of(security), crediting, condition, command);
  }

  /** Notes a talk with the board. */
  @POST
  @Path("{crediting}/consultations")
  @Summary("Notes a talk with the board of education.")
  public Response consult(
      @Context SecurityContext security,
      @PathParam("crediting") String crediting,
      CreditingCommand.Talk command) {
    String id = conditions.consult(CurrentActor.of(security), crediting, command);
    return Response.status(Response.Status.CREATED).entity(Map.of("id", id)).build();
  }

  /** Shows what a decision would change. */
  @POST
  @Path("{crediting}/preview")
  @Summary("Counts the year as a decision would make it; nothing is written.")
  public PreviewView preview(
      @Context SecurityContext security,
      @PathParam("crediting") String crediting,
      CreditingCommand.Decision command) {
    return decisions.preview(CurrentActor.of(security), crediting, command);
  }

  /** Takes a decision. */
  @POST
  @Path("{crediting}/decisions")
  @Summary("Takes the principal's decision: the first one, an amendment or a withdrawal.")
  public Response decide(
      @Context SecurityContext security,
      @PathParam("crediting") String crediting,
      CreditingCommand.Decision command) {
    int number = decisions.decide(CurrentActor.of(security), crediting, command);
    return Response.status(Response.Status.CREATED).entity(Map.of("number", number)).build();
  }
}
