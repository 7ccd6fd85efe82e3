// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.supportsheet;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.api.access.Actor;
import org.tsunagi.plugin.platform.ApiResource;
import org.tsunagi.plugin.platform.CurrentActor;
import org.tsunagi.plugin.platform.Summary;
import org.tsunagi.plugin.shared.Malformed;
import org.tsunagi.plugin.shared.Missing;
import org.tsunagi.plugin.supportsheet.domain.SheetKey;
import org.tsunagi.plugin.supportsheet.domain.SheetKind;

/** Steps with one click over HTTP. */
@Component(service = ApiResource.class)
@Path("students/{student}/sheets/{key}/rows/{row}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class PlanStepResource implements ApiResource {
  private final PlanStepService steps;

  /** Makes the resource. */
  @Activate
  public PlanStepResource(@Reference PlanStepService steps) {
    this.steps = steps;
  }

  /**
   * What the step is based on.
   *
   * @param version the version of the part that was seen
   */
  public record Seen(@Nullable Integer version) {}

  /** Notes that it is done. */
  @POST
  @Path("done")
  @Summary("Notes that an agreement was done, or that a measure was reviewed and goes on.")
  public SheetView done(
      @Context SecurityContext security,
      @PathParam("student") String student,
      @PathParam("key") String key,
      @PathParam("row") String row,
      @Nullable Seen seen) {
    Actor actor = CurrentActor.of(security);
    SheetKey part = key(key);
    if (part.kind() != SheetKind.MEETING && part.kind() != SheetKind.YEAR_B) {
      throw new Missing();
    }
    return steps.finish(actor, SheetResource.student(student), part, row, version(seen));
  }

  /** Adds an agreement to the plan. */
  @POST
  @Path("measure")
  @Summary("Adds an agreement of a meeting to the measures of yearly sheet B.")
  public SheetView measure(
      @Context SecurityContext security,
      @PathParam("student") String student,
      @PathParam("key") String key,
      @PathParam("row") String row,
      @Nullable Seen seen) {
    Actor actor = CurrentActor.of(security);
    SheetKey part = key(key);
    if (part.kind() != SheetKind.MEETING) {
      throw new Missing();
    }
    return steps.adopt(actor, SheetResource.student(student), part, row, version(seen));
  }

  private static SheetKey key(String key) {
    return SheetResource.key(key);
  }

  private static int version(@Nullable Seen seen) {
    if (seen == null || seen.version() == null) {
      throw new Malformed("version に、見ていた版の番号を指定してください。");
    }
    return seen.version();
  }
}
