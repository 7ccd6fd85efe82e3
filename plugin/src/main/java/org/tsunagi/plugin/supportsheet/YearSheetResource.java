// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.supportsheet;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.school.SchoolYear;
import org.tsunagi.plugin.platform.ApiResource;
import org.tsunagi.plugin.platform.CurrentActor;
import org.tsunagi.plugin.platform.Summary;
import org.tsunagi.plugin.shared.Malformed;
import org.tsunagi.plugin.shared.Missing;

/** 学年別Aシート over REST. */
@Component(service = ApiResource.class)
@Path("students/{student}/year-sheets/{schoolYear}/a")
@Produces(MediaType.APPLICATION_JSON)
public final class YearSheetResource implements ApiResource {
  private final YearSheetService sheets;

  /** Makes the resource. */
  @Activate
  public YearSheetResource(@Reference YearSheetService sheets) {
    this.sheets = sheets;
  }

  /**
   * What is sent to save.
   *
   * @param version the version on which the content is based
   * @param content the whole content
   */
  public record Body(@Nullable Integer version, @Nullable YearSheetContent content) {}

  /** Shows the sheet. */
  @GET
  @Summary("Shows the school-year sheet A with its reflected cells; the reading is logged.")
  public YearSheetView get(
      @Context SecurityContext security,
      @PathParam("student") String student,
      @PathParam("schoolYear") int schoolYear) {
    return sheets.view(CurrentActor.of(security), student(student), year(schoolYear));
  }

  /** Saves the sheet. */
  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  @Summary("Saves the school-year sheet A as a new version; 409 with both texts when stale.")
  public YearSheetView put(
      @Context SecurityContext security,
      @PathParam("student") String student,
      @PathParam("schoolYear") int schoolYear,
      @Nullable Body body) {
    if (body == null || body.version() == null || body.content() == null) {
      throw new Malformed("version と content を指定してください。");
    }
    return sheets.save(
        CurrentActor.of(security),
        student(student),
        year(schoolYear),
        new YearSheetCommand(body.version(), body.content()));
  }

  /** Lists the versions. */
  @GET
  @Path("versions")
  @Summary("Lists the saved versions of the school-year sheet A, newest first.")
  public List<YearSheetView.Version> versions(
      @Context SecurityContext security,
      @PathParam("student") String student,
      @PathParam("schoolYear") int schoolYear,
      @QueryParam("offset") @DefaultValue("0") int offset,
      @QueryParam("limit") @DefaultValue("20") int limit) {
    if (offset < 0 || limit < 1 || limit > 100) {
      throw new Malformed("offset は 0 以上、limit は 1 から 100 までの数で指定してください。");
    }
    return sheets.listVersions(
        CurrentActor.of(security), student(student), year(schoolYear), offset, limit);
  }

  private static StudentId student(String id) {
    if (id.isBlank() || id.length() > 255) {
      throw new Missing();
    }
    return new StudentId(id);
  }

  private static SchoolYear year(int year) {
    if (year < 1900 || year > 2999) {
      throw new Missing();
    }
    return new SchoolYear(year);
  }
}
