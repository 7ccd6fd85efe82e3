// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.retention;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.plugin.platform.ApiResource;
import org.tsunagi.plugin.platform.CurrentActor;
import org.tsunagi.plugin.platform.Summary;

/** All that is held about one child, over HTTP. */
@Component(service = ApiResource.class)
@Path("students/{student}/held")
public final class HeldExportResource implements ApiResource {
  private final HeldExportService held;

  /** Makes the resource. */
  @Activate
  public HeldExportResource(@Reference HeldExportService held) {
    this.held = held;
  }

  /** Exports. */
  @GET
  @Produces("application/zip")
  @Summary("Gives all that the school holds about a child as a ZIP; the reading is noted.")
  public Response export(@Context SecurityContext security, @PathParam("student") String student) {
    byte[] zip = held.export(CurrentActor.of(security), new StudentId(student));
    return Response.ok(zip)
        .header("Content-Disposition", "attachment; filename=\"held.zip\"")
        .header("Cache-Control", "no-store")
        .build();
  }
}
