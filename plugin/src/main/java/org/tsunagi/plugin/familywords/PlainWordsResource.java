// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.familywords;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.api.access.Actor;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.school.SchoolYear;
import org.tsunagi.plugin.platform.ApiResource;
import org.tsunagi.plugin.platform.CurrentActor;
import org.tsunagi.plugin.platform.SchoolClock;
import org.tsunagi.plugin.platform.Summary;
import org.tsunagi.plugin.shared.Malformed;

/** The plan in plain words over HTTP. */
@Component(service = ApiResource.class)
@Path("students/{student}/plain-words")
public final class PlainWordsResource implements ApiResource {
  private final PlainWordsService service;
  private final PlainPapers papers;
  private final SchoolClock clock;

  /** Makes the resource. */
  @Activate
  public PlainWordsResource(
      @Reference PlainWordsService service,
      @Reference PlainPapers papers,
      @Reference SchoolClock clock) {
    this.service = service;
    this.papers = papers;
    this.clock = clock;
  }

  /** Shows the plan. */
  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @Summary("Shows a child's plan in plain words for the family; the reading is logged.")
  public PlainPaper get(
      @Context SecurityContext security,
      @PathParam("student") String student,
      @QueryParam("schoolYear") @Nullable Integer schoolYear,
      @QueryParam("language") @DefaultValue(PlainLanguages.JAPANESE) String language,
      @QueryParam("sections") @Nullable String sections) {
    return service.write(
        CurrentActor.of(security),
        new StudentId(student),
        wish(schoolYear, language, sections, "json"));
  }

  /** Prints the plan. */
  @GET
  @Path("paper.pdf")
  @Produces("application/pdf")
  @Summary("Prints a child's plan in plain words for the family as PDF; the reading is logged.")
  public Response pdf(
      @Context SecurityContext security,
      @PathParam("student") String student,
      @QueryParam("schoolYear") @Nullable Integer schoolYear,
      @QueryParam("language") @DefaultValue(PlainLanguages.JAPANESE) String language,
      @QueryParam("sections") @Nullable String sections) {
    Actor actor = CurrentActor.of(security);
    PlainPaper paper =
        service.write(actor, new StudentId(student), wish(schoolYear, language, sections, "pdf"));
    return Response.ok(papers.pdf(actor, paper), "application/pdf")
        .header("Content-Disposition", "inline; filename=\"plan.pdf\"")
        .header("Cache-Control", "no-store")
        .build();
  }

  private PlainWordsService.Wish wish(
      @Nullable Integer schoolYear, String language, @Nullable String sections, String format) {
    int year = schoolYear == null ? SchoolYear.of(clock.today()).year() : schoolYear;
    Set<String> chosen =
        sections == null ? PlainWordsService.USUAL : Set.copyOf(List.of(sections.split(",", -1)));
    if (year < 1900 || year > 2999) {
      throw new Malformed("schoolYear は 2026 のような西暦の年度で指定してください。");
    }
    if (!PlainWordsService.SECTIONS.containsAll(chosen)) {
      throw new Malformed(
          "sections は " + String.join("、", PlainWordsService.SECTIONS) + " から選んでください。");
    }
    return new PlainWordsService.Wish(year, language, chosen, format);
  }
}
