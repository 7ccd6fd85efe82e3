// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.guidancerecord;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
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

/** The national survey over HTTP. */
@Component(service = ApiResource.class)
@Path("survey")
@Produces(MediaType.APPLICATION_JSON)
public final class SurveyResource implements ApiResource {
  private final SurveyService survey;
  private final CitySurveyService city;
  private final SchoolClock clock;

  /** Makes the resource. */
  @Activate
  public SurveyResource(
      @Reference SurveyService survey,
      @Reference CitySurveyService city,
      @Reference SchoolClock clock) {
    this.survey = survey;
    this.city = city;
    this.clock = clock;
  }

  /** Counts the survey. */
  @GET
  @Summary("Counts students for the national survey by school and grade, without names.")
  public Response get(
      @Context SecurityContext security,
      @QueryParam("schoolYear") @Nullable Integer schoolYear,
      @QueryParam("school") @Nullable String school,
      @QueryParam("format") @Nullable String format,
      @QueryParam("bom") boolean bom) {
    String chosen = Requests.format(format);
    if (!chosen.equals("json") && !chosen.equals("csv")) {
      throw new Malformed("format は json か csv にしてください。");
    }
    int year = Requests.year(schoolYear, clock);
    List<SurveyService.Line> lines =
        survey.count(CurrentActor.of(security), year, Requests.text(school).map(SchoolId::new));
    return chosen.equals("csv")
        ? Requests.file(RecordTable.of(lines, year).csv(bom), "survey", "csv")
        : Response.ok(Map.of("schoolYear", year, "rows", lines), MediaType.APPLICATION_JSON)
            .build();
  }

  /** Counts the survey of all schools out of what a job counted. */
  @GET
  @Path("city")
  @Summary("Counts the survey of all schools from the last city count, without counting anew.")
  public Response city(
      @Context SecurityContext security,
      @QueryParam("schoolYear") @Nullable Integer schoolYear,
      @QueryParam("format") @Nullable String format,
      @QueryParam("bom") boolean bom) {
    int year = Requests.year(schoolYear, clock);
    CitySurveyService.CitySurvey found = city.count(CurrentActor.of(security), year);
    return Requests.format(format).equals("csv")
        ? Requests.file(RecordTable.of(found.lines(), year).csv(bom), "survey-city", "csv")
        : Response.ok(fields(found, year), MediaType.APPLICATION_JSON).build();
  }

  private static Map<String, Object> fields(CitySurveyService.CitySurvey found, int year) {
    return Map.of(
        "schoolYear", year,
        "countedTo", found.countedTo().map(LocalDate::toString).orElse(""),
        "notCounted", found.notCounted().stream().map(SchoolId::value).toList(),
        "rows", found.lines());
  }
}
