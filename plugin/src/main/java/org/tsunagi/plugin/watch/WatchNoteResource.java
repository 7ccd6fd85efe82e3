// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.watch;

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
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.plugin.platform.ApiResource;
import org.tsunagi.plugin.platform.CurrentActor;
import org.tsunagi.plugin.platform.Summary;
import org.tsunagi.plugin.watch.domain.ContactNote;

/** A student's contacts over HTTP. */
@Component(service = ApiResource.class)
@Path("students/{student}/contacts")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class WatchNoteResource implements ApiResource {
  private final WatchNoteService notes;

  /** Makes the resource. */
  @Activate
  public WatchNoteResource(@Reference WatchNoteService notes) {
    this.notes = notes;
  }

  /** Lists the tries. */
  @GET
  @Summary("Lists the tries to reach a student's home, newest first; the reading is noted.")
  public Map<String, List<ContactNote>> list(
      @Context SecurityContext security, @PathParam("student") String student) {
    StudentId id = new StudentId(student);
    return Map.of("contacts", notes.listContacts(CurrentActor.of(security), id));
  }

  /** Writes a try down. */
  @POST
  @Summary("Writes a try to reach a student's home down, or a report to the authorities.")
  public Response add(
      @Context SecurityContext security,
      @PathParam("student") String student,
      ContactCommand command) {
    StudentId id = new StudentId(student);
    String contact = notes.addContact(CurrentActor.of(security), id, command);
    return Response.status(Response.Status.CREATED).entity(Map.of("id", contact)).build();
  }

  /**
   * Why a try is voided.
   *
   * @param reason the reason
   */
  public record ContactVoidCommand(@Nullable String reason) {}

  /** Voids a try. */
  @POST
  @Path("{id}/voids")
  @Summary("Voids a try that was written down wrongly; it stays in the list.")
  public void voidContact(
      @Context SecurityContext security,
      @PathParam("student") String student,
      @PathParam("id") String id,
      ContactVoidCommand command) {
    String reason = ContactCommand.text(command.reason());
    notes.voidContact(CurrentActor.of(security), new StudentId(student), id, reason);
  }
}
