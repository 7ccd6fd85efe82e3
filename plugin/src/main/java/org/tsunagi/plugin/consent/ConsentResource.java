// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.consent;

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
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.plugin.platform.ApiResource;
import org.tsunagi.plugin.platform.CurrentActor;
import org.tsunagi.plugin.platform.Summary;

/** A student's consents over HTTP. */
@Component(service = ApiResource.class)
@Path("students/{student}/consents")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class ConsentResource implements ApiResource {
  private final ConsentService consents;
  private final ConsentStepService steps;

  /** Makes the resource. */
  @Activate
  public ConsentResource(@Reference ConsentService consents, @Reference ConsentStepService steps) {
    this.consents = consents;
    this.steps = steps;
  }

  /** Shows all. */
  @GET
  @Summary(
      "Shows a student's consents, what they allow today, and the ledger; the reading is noted.")
  public ConsentService.Overview overview(
      @Context SecurityContext security, @PathParam("student") String student) {
    return consents.overview(CurrentActor.of(security), new StudentId(student));
  }

  /** Begins to ask. */
  @POST
  @Summary("Begins to ask for consent to make the sheet, or to hand parts of it to somebody.")
  public Response ask(
      @Context SecurityContext security,
      @PathParam("student") String student,
      ConsentCommand.Ask command) {
    String id = consents.ask(CurrentActor.of(security), new StudentId(student), command);
    return Response.status(Response.Status.CREATED).entity(Map.of("id", id)).build();
  }

  /** Notes an explanation. */
  @POST
  @Path("{id}/explanations")
  @Summary("Notes what was explained before consent, on which day and to whom.")
  public void explain(
      @Context SecurityContext security,
      @PathParam("student") String student,
      @PathParam("id") String id,
      ConsentCommand.Explaining command) {
    steps.explain(CurrentActor.of(security), new StudentId(student), id, command);
  }

  /** Keeps what is shown. */
  @POST
  @Path("{id}/showings")
  @Summary("Keeps the concrete content that is shown now; an answer is held against its hash.")
  public void show(
      @Context SecurityContext security,
      @PathParam("student") String student,
      @PathParam("id") String id,
      ConsentCommand.Showing command) {
    steps.show(CurrentActor.of(security), new StudentId(student), id, command);
  }

  /** Notes a talk. */
  @POST
  @Path("{id}/talks")
  @Summary("Notes a talk about consent: the reason heard, the benefit explained, the range.")
  public void talk(
      @Context SecurityContext security,
      @PathParam("student") String student,
      @PathParam("id") String id,
      ConsentCommand.Talking command) {
    steps.talk(CurrentActor.of(security), new StudentId(student), id, command);
  }

  /** Notes an answer. */
  @POST
  @Path("{id}/answers")
  @Summary("Notes that consent is given for what was shown, or refused.")
  public void answer(
      @Context SecurityContext security,
      @PathParam("student") String student,
      @PathParam("id") String id,
      ConsentCommand.Answering command) {
    steps.answer(CurrentActor.of(security), new StudentId(student), id, command);
  }

  /** Notes a withdrawal. */
  @POST
  @Path("{id}/withdrawals")
  @Summary("Notes that consent is withdrawn; from the next request on nothing may go.")
  public void withdraw(
      @Context SecurityContext security,
      @PathParam("student") String student,
      @PathParam("id") String id,
      ConsentCommand.Answering command) {
    steps.withdraw(CurrentActor.of(security), new StudentId(student), id, command);
  }

  /** Notes a basis by law. */
  @POST
  @Path("{id}/bases")
  @Summary("Notes another basis by law, after efforts to get consent are on record.")
  public void base(
      @Context SecurityContext security,
      @PathParam("student") String student,
      @PathParam("id") String id,
      ConsentCommand.Basing command) {
    steps.base(CurrentActor.of(security), new StudentId(student), id, command);
  }
}
