// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.guidancerecord;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.plugin.platform.ApiResource;
import org.tsunagi.plugin.platform.CurrentActor;
import org.tsunagi.plugin.platform.SchoolClock;
import org.tsunagi.plugin.platform.Summary;
import org.tsunagi.plugin.shared.Malformed;

/** Closings of a school's year over HTTP. */
@Component(service = ApiResource.class)
@Path("record-closings")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class ClosingResource implements ApiResource {
  private final ClosingService closings;
  private final SchoolClock clock;

  /** Makes the resource. */
  @Activate
  public ClosingResource(@Reference ClosingService closings, @Reference SchoolClock clock) {
    this.closings = closings;
    this.clock = clock;
  }

  /**
   * A closing to sign.
   *
   * @param school the school
   * @param schoolYear the school year
   * @param note what is added; may be left out
   * @param waitingReason why waiting days are closed as absent; left out where none may be
   */
  public record CloseCommand(
      @Nullable String school,
      @Nullable Integer schoolYear,
      @Nullable String note,
      @Nullable String waitingReason) {}

  /**
   * An amendment to sign.
   *
   * @param school the school
   * @param schoolYear the school year
   * @param number the number that is amended
   * @param reason why
   */
  public record AmendCommand(
      @Nullable String school,
      @Nullable Integer schoolYear,
      @Nullable Integer number,
      @Nullable String reason) {}

  /** Lists the closings of a year. */
  @GET
  @Summary("Lists the closing of a school's year, its amendments, and what differs today.")
  public ClosingView list(
      @Context SecurityContext security,
      @QueryParam("school") @Nullable String school,
      @QueryParam("schoolYear") @Nullable Integer schoolYear) {
    return closings.list(
        CurrentActor.of(security), school(school), Requests.year(schoolYear, clock));
  }

  /** Closes a year. */
  @POST
  @Summary("Closes a school's year with the signed figures; 422 while a day is not settled.")
  public Response close(@Context SecurityContext security, @Nullable CloseCommand command) {
    if (command == null || command.schoolYear() == null) {
      throw new Malformed("school と schoolYear を指定してください。");
    }
    ClosingView view =
        closings.close(
            CurrentActor.of(security),
            school(command.school()),
            Requests.year(command.schoolYear(), clock),
            Requests.text(command.note()).orElse(""),
            Requests.text(command.waitingReason()).orElse(""));
    return Response.status(Response.Status.CREATED).entity(view).build();
  }

  /** Amends a closing. */
  @POST
  @Path("amendments")
  @Summary("Amends a closed year: today's figures become the next number, the ones before stay.")
  public Response amend(@Context SecurityContext security, @Nullable AmendCommand command) {
    if (command == null || command.schoolYear() == null || command.number() == null) {
      throw new Malformed("school・schoolYear・number を指定してください。");
    }
    ClosingView view =
        closings.amend(
            CurrentActor.of(security),
            school(command.school()),
            Requests.year(command.schoolYear(), clock),
            command.number(),
            Requests.text(command.reason()).orElse(""));
    return Response.status(Response.Status.CREATED).entity(view).build();
  }

  private static SchoolId school(@Nullable String school) {
    return Requests.text(school)
        .map(SchoolId::new)
        .orElseThrow(() -> new Malformed("school に学校の番号を入れてください。"));
  }
}
