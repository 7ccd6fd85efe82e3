// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.consent;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.api.access.Actor;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.plugin.consent.domain.Disclosure;
import org.tsunagi.plugin.platform.ApiResource;
import org.tsunagi.plugin.platform.CurrentActor;
import org.tsunagi.plugin.platform.Summary;

/** Disclosures over HTTP. */
@Component(service = ApiResource.class)
@Path("students/{student}/disclosures")
@Consumes(MediaType.APPLICATION_JSON)
public final class DisclosureResource implements ApiResource {
  private final DisclosureService disclosures;
  private final DisclosurePapers papers;

  /** Makes the resource. */
  @Activate
  public DisclosureResource(
      @Reference DisclosureService disclosures, @Reference DisclosurePapers papers) {
    this.disclosures = disclosures;
    this.papers = papers;
  }

  /** Lists the ledger. */
  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @Summary("Lists what of a student was handed over to whom, newest first; the reading is noted.")
  public Map<String, List<Disclosure>> list(
      @Context SecurityContext security, @PathParam("student") String student) {
    StudentId id = new StudentId(student);
    return Map.of("disclosures", disclosures.list(CurrentActor.of(security), id));
  }

  /** Prints the ledger. */
  @GET
  @Path("print")
  @Produces("application/pdf")
  @Summary("Prints the ledger of a student as PDF.")
  public Response print(@Context SecurityContext security, @PathParam("student") String student) {
    Actor actor = CurrentActor.of(security);
    StudentId id = new StudentId(student);
    return pdf(papers.ledger(actor, id, disclosures.list(actor, id)), "ledger");
  }

  /** Hands over. */
  @POST
  @Produces(MediaType.APPLICATION_JSON)
  @Summary("Hands over exactly what was agreed to; refused without consent, basis or secrecy.")
  public Response disclose(
      @Context SecurityContext security,
      @PathParam("student") String student,
      DisclosureCommand command) {
    String id = disclosures.disclose(CurrentActor.of(security), new StudentId(student), command);
    return Response.status(Response.Status.CREATED).entity(Map.of("id", id)).build();
  }

  /** Opens a copy. */
  @GET
  @Path("{id}/copy")
  @Produces(MediaType.APPLICATION_JSON)
  @Summary("Opens a limited copy; 410 from the moment consent is withdrawn.")
  public DisclosureService.Copy copy(
      @Context SecurityContext security,
      @PathParam("student") String student,
      @PathParam("id") String id) {
    return disclosures.copy(CurrentActor.of(security), new StudentId(student), id);
  }

  /** Prints a copy. */
  @GET
  @Path("{id}/print")
  @Produces("application/pdf")
  @Summary("Prints a limited copy as PDF; 410 from the moment consent is withdrawn.")
  public Response printCopy(
      @Context SecurityContext security,
      @PathParam("student") String student,
      @PathParam("id") String id) {
    Actor actor = CurrentActor.of(security);
    DisclosureService.Copy copy = disclosures.copy(actor, new StudentId(student), id);
    return pdf(papers.copy(actor, copy), "copy");
  }

  /** Notes an arrival. */
  @PUT
  @Path("{id}/receipt")
  @Produces(MediaType.APPLICATION_JSON)
  @Summary("Notes that a copy arrived, and the meeting of the two sides or why there was none.")
  public void receive(
      @Context SecurityContext security,
      @PathParam("student") String student,
      @PathParam("id") String id,
      DisclosureCommand.Arrival command) {
    disclosures.receive(CurrentActor.of(security), new StudentId(student), id, command);
  }

  private static Response pdf(byte[] pdf, String name) {
    return Response.ok(pdf)
        .header("Content-Disposition", "inline; filename=\"" + name + ".pdf\"")
        .header("Cache-Control", "no-store")
        .build();
  }
}
