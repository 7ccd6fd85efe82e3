// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.attachment;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.io.InputStream;
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
import org.tsunagi.plugin.shared.Missing;
import org.tsunagi.plugin.supportsheet.domain.SheetKey;

/** Files attached to a part of the sheet, over REST. */
@Component(service = ApiResource.class)
@Path("students/{student}/sheets/{key}/attachments")
@Produces(MediaType.APPLICATION_JSON)
public final class AttachmentResource implements ApiResource {
  private final AttachmentService attachments;

  /** Makes the resource. */
  @Activate
  public AttachmentResource(@Reference AttachmentService attachments) {
    this.attachments = attachments;
  }

  /**
   * Why a file is voided.
   *
   * @param reason why
   */
  public record Voiding(@Nullable String reason) {
    static String of(@Nullable Voiding sent) {
      String reason = sent == null ? null : sent.reason();
      return reason == null ? "" : reason;
    }
  }

  /** Lists the files. */
  @GET
  @Summary("Lists the files attached to a part of the sheet, voided ones with their reason.")
  public Map<String, List<AttachmentView>> list(
      @Context SecurityContext security,
      @PathParam("student") String student,
      @PathParam("key") String key) {
    return Map.of(
        "attachments",
        attachments.list(CurrentActor.of(security), new StudentId(student), key(key)));
  }

  /** Attaches a file. */
  @POST
  @Consumes(MediaType.WILDCARD)
  @Summary("Attaches a file to a section of a part: the body, or the part file of a form.")
  public Response add(
      @Context SecurityContext security,
      @PathParam("student") String student,
      @PathParam("key") String key,
      @QueryParam("section") @DefaultValue("") String section,
      @QueryParam("name") @DefaultValue("") String name,
      @HeaderParam("Content-Type") @DefaultValue("") String type,
      InputStream body) {
    FileUpload upload = new FileUpload(name, type, body);
    StudentId id = new StudentId(student);
    return Response.status(Response.Status.CREATED)
        .entity(attachments.add(CurrentActor.of(security), id, key(key), section, upload))
        .build();
  }

  /** Hands a file out. */
  @GET
  @Path("{attachment}")
  @Produces(MediaType.WILDCARD)
  @Summary("Returns an attached file as a download; the reading is noted.")
  public Response read(
      @Context SecurityContext security,
      @PathParam("student") String student,
      @PathParam("key") String key,
      @PathParam("attachment") String id) {
    return attachments
        .read(CurrentActor.of(security), new StudentId(student), key(key), id)
        .toResponse();
  }

  /** Voids a file. */
  @POST
  @Path("{attachment}/void")
  @Consumes(MediaType.APPLICATION_JSON)
  @Summary("Voids an attached file with a reason; it stays in the list and opens no more.")
  public AttachmentView voidFile(
      @Context SecurityContext security,
      @PathParam("student") String student,
      @PathParam("key") String key,
      @PathParam("attachment") String id,
      @Nullable Voiding voiding) {
    StudentId whose = new StudentId(student);
    return attachments.voidFile(
        CurrentActor.of(security), whose, key(key), id, Voiding.of(voiding));
  }

  private static SheetKey key(String key) {
    return SheetKey.find(key).orElseThrow(Missing::new);
  }
}
