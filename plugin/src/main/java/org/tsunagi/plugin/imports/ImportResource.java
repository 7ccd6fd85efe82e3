// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.imports;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.plugin.platform.ApiResource;
import org.tsunagi.plugin.platform.CurrentActor;
import org.tsunagi.plugin.platform.Summary;

/** Imports by REST: the file is the part {@code file} of a form, or the body itself. */
@Component(service = ApiResource.class)
@Path("imports")
@Produces(MediaType.APPLICATION_JSON)
public class ImportResource implements ApiResource {
  private final ImportService service;

  /** Makes the resource. */
  @Activate
  public ImportResource(@Reference ImportService service) {
    this.service = service;
  }

  /** Queues an import and answers 202 with the job's id and place. */
  @POST
  @Consumes(MediaType.WILDCARD)
  @Summary("Queues the import of a file, all or nothing; answers with the id of its job.")
  public Response submit(
      @Context SecurityContext security,
      @Context UriInfo uri,
      @QueryParam("kind") @DefaultValue("") String kind,
      @QueryParam("dryRun") @DefaultValue("false") boolean dryRun,
      @HeaderParam("Content-Type") @DefaultValue("") String contentType,
      InputStream body)
      throws IOException {
    String id = service.submit(CurrentActor.of(security), kind, dryRun, contentType, body);
    return Response.accepted(Map.of("id", id))
        .location(uri.getBaseUriBuilder().path("jobs").path(id).build())
        .build();
  }
}
