// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.plugin.platform.ApiResource;
import org.tsunagi.plugin.platform.CurrentActor;
import org.tsunagi.plugin.platform.Summary;
import org.tsunagi.plugin.shared.DateRange;
import org.tsunagi.plugin.shared.Malformed;

/** Absences that become another code, over HTTP. */
@Component(service = ApiResource.class)
@Path("students/{student}/recodings")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class RecodingResource implements ApiResource {
  private final RecodingService recodings;

  /** Makes the resource. */
  @Activate
  public RecodingResource(@Reference RecodingService recodings) {
    this.recodings = recodings;
  }

  /**
   * What absences are to become.
   *
   * @param firstOn the first day
   * @param lastOn the last day (inclusive)
   * @param code the code they become
   * @param detail what the remark names
   * @param reason why
   */
  public record RecodingCommand(
      @Nullable LocalDate firstOn,
      @Nullable LocalDate lastOn,
      @Nullable String code,
      @Nullable String detail,
      @Nullable String reason) {
    RecodingService.Wanted wanted() {
      if (firstOn == null || lastOn == null || lastOn.isBefore(firstOn)) {
        throw new Malformed("firstOn と lastOn に、期間の始めと終わりの日（例：2026-11-05）を入れてください。");
      }
      return new RecodingService.Wanted(
          new DateRange(firstOn, lastOn), text(code), text(detail), text(reason));
    }

    private static String text(@Nullable String value) {
      return value == null ? "" : value.strip();
    }
  }

  /** Turns absences into another code, or tells what that would do. */
  @POST
  @Summary("Turns a student's absences of a range into another code, all or none.")
  public RecodingOutcome recode(
      @Context SecurityContext security,
      @PathParam("student") String student,
      @QueryParam("dryRun") boolean dryRun,
      RecodingCommand command) {
    return recodings.recode(
        CurrentActor.of(security), new StudentId(student), command.wanted(), dryRun);
  }
}
