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
import org.tsunagi.plugin.platform.ApiResource;
import org.tsunagi.plugin.platform.CurrentActor;
import org.tsunagi.plugin.platform.Summary;

/** Files attached to an entry of evidence, over REST. */
@Component(service = ApiResource.class)
@Path("evidence/{evidence}/attachments")
@Produces(MediaType.APPLICATION_JSON)
public final class EvidenceFileResource implements ApiResource {
  private final EvidenceFileService files;

  /** Makes the resource. */
  @Activate
  public EvidenceFileResource(@Reference EvidenceFileService files) {
    this.files = files;
  }

  /** Lists the files. */
  @GET
  @Summary("Lists the files attached to an entry of evidence, voided ones with their reason.")
  public Map<String, List<AttachmentView>> list(
      @Context SecurityContext security, @PathParam("evidence") String entry) {
    return Map.of("attachments", files.list(CurrentActor.of(security), entry));
  }

  /** Attaches a file. */
  @POST
  @Consumes(MediaType.WILDCARD)
  @Summary("Attaches a file to an entry of evidence: the body, or the part file of a form.")
  public Response add(
      @Context SecurityContext security,
      @PathParam("evidence") String entry,
      @QueryParam("name") @DefaultValue("") String name,
      @HeaderParam("Content-Type") @DefaultValue("") String type,
      InputStream body) {
    FileUpload upload = new FileUpload(name, type, body);
    return Response.status(Response.Status.CREATED)
        .entity(files.add(CurrentActor.of(security), entry, upload))
        .build();
  }

  /** Hands a file out. */
  @GET
  @Path("{attachment}")
  @Produces(MediaType.WILDCARD)
  @Summary("Returns a file of an entry of evidence as a download; the reading is noted.")
  public Response read(
      @Context SecurityContext security,
      @PathParam("evidence") String entry,
      @PathParam("attachment") String id) {
    return files.read(CurrentActor.of(security), entry, id).toResponse();
  }

  /** Voids a file. */
  @POST
  @Path("{attachment}/void")
  @Consumes(MediaType.APPLICATION_JSON)
  @Summary("Voids a file of an entry of evidence with a reason; it stays in the list.")
  public AttachmentView voidFile(
      @Context SecurityContext security,
      @PathParam("evidence") String entry,
      @PathParam("attachment") String id,
      AttachmentResource.@Nullable Voiding voiding) {
    return files.voidFile(
        CurrentActor.of(security), entry, id, AttachmentResource.Voiding.of(voiding));
  }
}
