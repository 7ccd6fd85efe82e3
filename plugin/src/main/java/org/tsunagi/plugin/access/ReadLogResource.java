// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.access;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.plugin.access.domain.ReadEntry;
import org.tsunagi.plugin.platform.ApiResource;
import org.tsunagi.plugin.platform.CurrentActor;
import org.tsunagi.plugin.platform.Summary;
import org.tsunagi.plugin.shared.Missing;

/** The read log of a student's sheets. */
@Component(service = ApiResource.class)
@Path("students/{student}/read-log")
@Produces(MediaType.APPLICATION_JSON)
public final class ReadLogResource implements ApiResource {
  private final AuditService audit;

  /** Makes the resource. */
  @Activate
  public ReadLogResource(@Reference AuditService audit) {
    this.audit = audit;
  }

  /** Lists who read the student's sheets, newest first. */
  @GET
  @Summary("Lists who read a student's sheets, newest first.")
  public List<ReadEntry> list(
      @Context SecurityContext security,
      @PathParam("student") String student,
      @QueryParam("offset") @DefaultValue("0") int offset,
      @QueryParam("limit") @DefaultValue("100") int limit) {
    if (student.isBlank() || student.length() > 255) {
      throw new Missing();
    }
    return audit.listReads(
        CurrentActor.of(security),
        new StudentId(student),
        Paging.offset(offset),
        Paging.limit(limit));
  }
}
