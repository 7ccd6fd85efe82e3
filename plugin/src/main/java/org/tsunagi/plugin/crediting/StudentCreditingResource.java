// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.crediting;

import jakarta.ws.rs.Consumes;
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
import org.tsunagi.api.school.SchoolYear;
import org.tsunagi.plugin.platform.ApiResource;
import org.tsunagi.plugin.platform.CurrentActor;
import org.tsunagi.plugin.platform.SchoolClock;
import org.tsunagi.plugin.platform.Summary;
import org.tsunagi.plugin.platform.jobs.domain.JobCounts;

/** What is on file about a student's learning elsewhere, over HTTP. */
@Component(service = ApiResource.class)
@Path("students/{student}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class StudentCreditingResource implements ApiResource {
  private final CreditingService creditings;
  private final EvidenceService evidence;
  private final LearningResultService results;
  private final SchoolClock clock;

  /** Makes the resource. */
  @Activate
  public StudentCreditingResource(
      @Reference CreditingService creditings,
      @Reference EvidenceService evidence,
      @Reference LearningResultService results,
      @Reference SchoolClock clock) {
    this.creditings = creditings;
    this.evidence = evidence;
    this.results = results;
    this.clock = clock;
  }

  /** Lists a student's applications, newest first. */
  @GET
  @Path("creditings")
  @Summary("Lists a student's applications for crediting.")
  public Map<String, Object> listCreditings(
      @Context SecurityContext security, @PathParam("student") String student) {
    return Map.of(
        "creditings", creditings.listOf(CurrentActor.of(security), new StudentId(student)));
  }

  /** Writes an application. */
  @POST
  @Path("creditings")
  @Summary("Writes an application for crediting.")
  public Response apply(
      @Context SecurityContext security,
      @PathParam("student") String student,
      CreditingCommand.Application command) {
    String id = creditings.apply(CurrentActor.of(security), new StudentId(student), command);
    return created(id);
  }

  /** Lists a student's evidence of a school year; this year's when none is named. */
  @GET
  @Path("evidence")
  @Summary("Lists what is on file of a student's days of learning elsewhere.")
  public Map<String, Object> listEvidence(
      @Context SecurityContext security,
      @PathParam("student") String student,
      @QueryParam("schoolYear") @Nullable Integer schoolYear) {
    return Map.of(
        "evidence",
        evidence.list(CurrentActor.of(security), new StudentId(student), year(schoolYear)));
  }

  /** Adds an entry of evidence. */
  @POST
  @Path("evidence")
  @Summary("Adds a visit, a log of learning, a day at a facility, a report or a meeting.")
  public Response addEvidence(
      @Context SecurityContext security,
      @PathParam("student") String student,
      CreditingCommand.Evidence command) {
    return created(evidence.add(CurrentActor.of(security), new StudentId(student), command));
  }

  /** Adds the lines of a file of evidence, all of them or none. */
  @POST
  @Path("evidence/lines")
  @Summary("Adds many entries of evidence, all of them or none; findings name the lines.")
  public JobCounts addLines(
      @Context SecurityContext security,
      @PathParam("student") String student,
      List<EvidenceLine> lines) {
    return evidence.addAll(CurrentActor.of(security), new StudentId(student), lines);
  }

  /** Lists a student's learning results of a school year; this year's when none is named. */
  @GET
  @Path("learning-results")
  @Summary("Lists results of learning elsewhere for grading, apart from attendance.")
  public Map<String, Object> listResults(
      @Context SecurityContext security,
      @PathParam("student") String student,
      @QueryParam("schoolYear") @Nullable Integer schoolYear) {
    return Map.of(
        "learningResults",
        results.list(CurrentActor.of(security), new StudentId(student), year(schoolYear)));
  }

  /** Adds a learning result. */
  @POST
  @Path("learning-results")
  @Summary("Adds a result of learning elsewhere for grading.")
  public Response addResult(
      @Context SecurityContext security,
      @PathParam("student") String student,
      CreditingCommand.Result command) {
    return created(results.add(CurrentActor.of(security), new StudentId(student), command));
  }

  /** Voids a learning result. */
  @POST
  @Path("learning-results/{result}/void")
  @Summary("Voids a learning result with a reason; it stays in the list.")
  public void voidResult(
      @Context SecurityContext security,
      @PathParam("student") String student,
      @PathParam("result") String result,
      CreditingCommand.Voiding command) {
    results.voidResult(CurrentActor.of(security), new StudentId(student), result, command);
  }

  private int year(@Nullable Integer schoolYear) {
    return schoolYear == null ? SchoolYear.of(clock.today()).year() : schoolYear;
  }

  private static Response created(String id) {
    return Response.status(Response.Status.CREATED).entity(Map.of("id", id)).build();
  }
}
