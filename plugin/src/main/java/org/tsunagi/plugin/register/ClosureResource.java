// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register;

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
import java.time.LocalDate;
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
import org.tsunagi.plugin.shared.Malformed;

/** Closures over HTTP. */
@Component(service = ApiResource.class)
@Path("schools/{school}/closures")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class ClosureResource implements ApiResource {
  private final ClosureService closures;
  private final SchoolClock clock;

  /** Makes the resource. */
  @Activate
  public ClosureResource(@Reference ClosureService closures, @Reference SchoolClock clock) {
    this.closures = closures;
    this.clock = clock;
  }

  /**
   * A closure to record.
   *
   * @param firstOn the first day
   * @param lastOn the last day (inclusive); the first day when left out
   * @param scope {@code school}, {@code grade}, {@code homeroom} or {@code group}
   * @param target what is closed
   * @param basis {@code ART20}, {@code ART63} or {@code STAGGERED}
   * @param reason why
   * @param onlineLessons whether lessons were held online
   * @param authority who decided
   * @param reportedTo to whom it was reported
   * @param reportedOn when it was reported
   */
  public record AddCommand(
      @Nullable LocalDate firstOn,
      @Nullable LocalDate lastOn,
      @Nullable String scope,
      @Nullable String target,
      @Nullable String basis,
      @Nullable String reason,
      @Nullable Boolean onlineLessons,
      @Nullable String authority,
      @Nullable String reportedTo,
      @Nullable LocalDate reportedOn) {
    ClosureIntake.Row row(SchoolId school) {
      if (firstOn == null) {
        throw new Malformed("firstOn に日付（例：2026-11-05）を入れてください。");
      }
      return new ClosureIntake.Row(
          school,
          firstOn,
          lastOn == null ? firstOn : lastOn,
          text(scope),
          text(target),
          text(basis),
          text(reason),
          Boolean.TRUE.equals(onlineLessons),
          text(authority),
          text(reportedTo),
          Optional.ofNullable(reportedOn));
    }

    private static String text(@Nullable String value) {
      return value == null ? "" : value.strip();
    }
  }

  /**
   * Why a closure is voided.
   *
   * @param reason the reason
   */
  public record VoidCommand(@Nullable String reason) {}

  /**
   * A closure as it is to be, and why.
   *
   * @param closure the closure as it is to be
   * @param reason why it is changed
   */
  public record ChangeCommand(@Nullable AddCommand closure, @Nullable String reason) {
    AddCommand wanted() {
      if (closure == null) {
        throw new Malformed("closure に、直したあとの休業を入れてください。");
      }
      return closure;
    }

    String why() {
      return reason == null ? "" : reason;
    }
  }

  /** Lists the closures of a school year; this year's when none is named. */
  @GET
  @Summary("Lists the closures of a school year, voided ones with their reason.")
  public Map<String, Object> list(
      @Context SecurityContext security,
      @PathParam("school") String school,
      @QueryParam("schoolYear") @Nullable Integer schoolYear) {
    int year = schoolYear == null ? SchoolYear.of(clock.today()).year() : schoolYear;
    return Map.of("closures", closures.list(CurrentActor.of(security), new SchoolId(school), year));
  }

  /** Records a closure, or tries it. */
  @POST
  @Summary("Records a closure and tells whose figures it changes; with dryRun=true it only tells.")
  public Response add(
      @Context SecurityContext security,
      @PathParam("school") String school,
      @QueryParam("dryRun") boolean dryRun,
      AddCommand command) {
    ClosureOutcome outcome =
        closures.add(CurrentActor.of(security), command.row(new SchoolId(school)), dryRun);
    return Response.status(dryRun ? Response.Status.OK : Response.Status.CREATED)
        .entity(outcome)
        .build();
  }

  /** Changes a closure, or tries it. */
  @PUT
  @Path("{id}")
  @Summary("Changes a closure with a reason: voids it and records another, in one step.")
  public ClosureOutcome change(
      @Context SecurityContext security,
      @PathParam("school") String school,
      @PathParam("id") String id,
      @QueryParam("dryRun") boolean dryRun,
      ChangeCommand command) {
    return closures.change(
        CurrentActor.of(security),
        id,
        command.wanted().row(new SchoolId(school)),
        command.why(),
        dryRun);
  }

  /** Voids a closure, or tries it. */
  @POST
  @Path("{id}/voids")
  @Summary("Voids a closure with a reason; it stays in the list.")
  public ClosureOutcome voidClosure(
      @Context SecurityContext security,
      @PathParam("school") String school,
      @PathParam("id") String id,
      @QueryParam("dryRun") boolean dryRun,
      VoidCommand command) {
    String reason = command.reason() == null ? "" : command.reason();
    return closures.voidClosure(
        CurrentActor.of(security), new SchoolId(school), id, reason, dryRun);
  }

  /** Tells what changes of a closure did. */
  @GET
  @Path("{id}/effect")
  @Summary("Tells what recording, changing and voiding a closure did to the figures.")
  public Map<String, Object> effect(
      @Context SecurityContext security,
      @PathParam("school") String school,
      @PathParam("id") String id) {
    return Map.of(
        "changes", closures.listEffects(CurrentActor.of(security), new SchoolId(school), id));
  }
}
