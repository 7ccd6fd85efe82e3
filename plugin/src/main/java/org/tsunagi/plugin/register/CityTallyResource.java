// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.api.access.Actor;
import org.tsunagi.api.school.SchoolYear;
import org.tsunagi.plugin.platform.ApiResource;
import org.tsunagi.plugin.platform.CurrentActor;
import org.tsunagi.plugin.platform.SchoolClock;
import org.tsunagi.plugin.platform.Summary;
import org.tsunagi.plugin.register.domain.CountedSchool;
import org.tsunagi.plugin.shared.Malformed;

/** Tallies of a whole city over HTTP: a job counts them, a file holds what it counted. */
@Component(service = ApiResource.class)
@Path("city-tallies")
@Produces(MediaType.APPLICATION_JSON)
public final class CityTallyResource implements ApiResource {
  private final CityTallyService service;
  private final SchoolClock clock;

  /** Makes the resource. */
  @Activate
  public CityTallyResource(@Reference CityTallyService service, @Reference SchoolClock clock) {
    this.service = service;
    this.clock = clock;
  }

  /** Queues a count and answers 202 with the job's id and place. */
  @POST
  @Summary("Queues the count of every school the caller may read; answers with the job's id.")
  public Response submit(
      @Context SecurityContext security,
      @Context UriInfo uri,
      @QueryParam("schoolYear") @Nullable Integer schoolYear,
      @QueryParam("period") @DefaultValue("year") String period)
      throws IOException {
    String id = service.submit(CurrentActor.of(security), year(schoolYear), monthly(period));
    return Response.accepted(Map.of("id", id))
        .location(uri.getBaseUriBuilder().path("jobs").path(id).build())
        .build();
  }

  /** Lists when each school was counted last. */
  @GET
  @Summary("Lists when each school was counted last, and the caller's own count under way.")
  public Map<String, Object> list(
      @Context SecurityContext security,
      @QueryParam("schoolYear") @Nullable Integer schoolYear,
      @QueryParam("period") @DefaultValue("year") String period) {
    Actor actor = CurrentActor.of(security);
    List<CountedSchool> counted = service.counted(actor, year(schoolYear), monthly(period));
    return Map.of(
        "schools", counted.stream().map(CityTallyResource::fields).toList(),
        "job", service.underWay(actor).orElse(""));
  }

  /** Hands out the file. */
  @GET
  @Path("file")
  @Produces("text/csv;charset=UTF-8")
  @Summary("Hands out what the last count found, with the columns of the tallies but remarks.")
  public Response file(
      @Context SecurityContext security,
      @QueryParam("schoolYear") @Nullable Integer schoolYear,
      @QueryParam("period") @DefaultValue("year") String period,
      @QueryParam("bom") boolean bom) {
    TallyService.Tallies found =
        service.open(CurrentActor.of(security), year(schoolYear), monthly(period));
    StreamingOutput body = out -> TallyCsv.writeFigures(found, out, bom);
    return Response.ok(body, "text/csv;charset=UTF-8")
        .header("Content-Disposition", "attachment; filename=\"city-tallies.csv\"")
        .build();
  }

  private static Map<String, Object> fields(CountedSchool one) {
    return Map.of(
        "schoolSourcedId", one.school().value(),
        "countedTo", one.countedTo().toString(),
        "countedAt", one.countedAt().toString());
  }

  private int year(@Nullable Integer schoolYear) {
    return schoolYear == null ? SchoolYear.of(clock.today()).year() : schoolYear;
  }

  private static boolean monthly(String period) {
    if (!period.equals("year") && !period.equals("month")) {
      throw new Malformed("period は year か month にしてください。");
    }
    return period.equals("month");
  }
}
