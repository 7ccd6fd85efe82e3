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
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.plugin.platform.ApiResource;
import org.tsunagi.plugin.platform.CurrentActor;
import org.tsunagi.plugin.platform.Summary;
import org.tsunagi.plugin.watch.domain.BullyingAnswer;

/** Answers to the question whether there was bullying, over HTTP. */
@Component(service = ApiResource.class)
@Path("students/{student}/bullying-answers")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class WatchAnswerResource implements ApiResource {
  private final WatchNoteService notes;

  /** Makes the resource. */
  @Activate
  public WatchAnswerResource(@Reference WatchNoteService notes) {
    this.notes = notes;
  }

  /** Lists the answers. */
  @GET
  @Summary("Lists the answers to the question of bullying, newest first; the reading is noted.")
  public Map<String, List<BullyingAnswer>> list(
      @Context SecurityContext security, @PathParam("student") String student) {
    StudentId id = new StudentId(student);
    return Map.of("answers", notes.listAnswers(CurrentActor.of(security), id));
  }

  /** Writes an answer down. */
  @POST
  @Summary("Writes an answer to the question of bullying down, on any day.")
  public Response add(
      @Context SecurityContext security,
      @PathParam("student") String student,
      AnswerCommand command) {
    String id = notes.addAnswer(CurrentActor.of(security), new StudentId(student), command);
    return Response.status(Response.Status.CREATED).entity(Map.of("id", id)).build();
  }
}
