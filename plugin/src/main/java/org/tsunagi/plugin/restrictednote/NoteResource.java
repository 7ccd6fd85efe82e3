// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.restrictednote;

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
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.plugin.platform.ApiResource;
import org.tsunagi.plugin.platform.CurrentActor;
import org.tsunagi.plugin.platform.Summary;
import org.tsunagi.plugin.shared.Malformed;
import org.tsunagi.plugin.shared.Missing;

/** Restricted notes over HTTP. */
@Component(service = ApiResource.class)
@Path("students/{student}/notes")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class NoteResource implements ApiResource {
  private final NoteService notes;

  /** Makes the resource. */
  @Activate
  public NoteResource(@Reference NoteService notes) {
    this.notes = notes;
  }

  /**
   * Why a note is opened or voided.
   *
   * @param reason the reason
   */
  public record NoteReason(@Nullable String reason) {}

  /** Shows which notes exist. */
  @GET
  @Summary("Lists a child's restricted notes: day, kind and who may open them, never the content.")
  public NoteView list(@Context SecurityContext security, @PathParam("student") String student) {
    return notes.view(CurrentActor.of(security), student(student));
  }

  /** Writes a note. */
  @POST
  @Summary("Writes a restricted note for named roles and people.")
  public Response write(
      @Context SecurityContext security,
      @PathParam("student") String student,
      @Nullable NoteCommand command) {
    if (command == null) {
      throw new Malformed("kind・content と、開ける人（roles か staff）を指定してください。");
    }
    String id = notes.write(CurrentActor.of(security), student(student), command);
    return Response.status(Response.Status.CREATED).entity(Map.of("id", id)).build();
  }

  /** Opens a note. */
  @POST
  @Path("{id}/opening")
  @Summary("Opens one restricted note with a reason; the opening stands in the read log.")
  public NoteView.Opened open(
      @Context SecurityContext security,
      @PathParam("student") String student,
      @PathParam("id") String id,
      @Nullable NoteReason reason) {
    return notes.open(CurrentActor.of(security), student(student), id, text(reason));
  }

  /** Voids a note. */
  @POST
  @Path("{id}/voids")
  @Summary("Voids a restricted note with a reason; it stays in the list.")
  public void voidNote(
      @Context SecurityContext security,
      @PathParam("student") String student,
      @PathParam("id") String id,
      @Nullable NoteReason reason) {
    notes.voidNote(CurrentActor.of(security), student(student), id, text(reason));
  }

  /** Hands in a concern. */
  @POST
  @Path("concerns")
  @Summary("Hands in a concern about a child; it can be written without reading any note.")
  public Response report(
      @Context SecurityContext security,
      @PathParam("student") String student,
      NoteCommand.@Nullable Concern concern) {
    if (concern == null) {
      throw new Malformed("content を指定してください。");
    }
    notes.report(CurrentActor.of(security), student(student), concern);
    return Response.status(Response.Status.CREATED).entity(Map.of("received", true)).build();
  }

  private static String text(@Nullable NoteReason reason) {
    String text = reason == null ? null : reason.reason();
    return text == null ? "" : text;
  }

  private static StudentId student(String id) {
    if (id.isBlank() || id.length() > 255) {
      throw new Missing();
    }
    return new StudentId(id);
  }
}
