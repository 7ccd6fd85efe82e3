// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.supportsheet.print;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.api.access.Actor;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.plugin.access.domain.SheetAction;
import org.tsunagi.plugin.platform.ApiResource;
import org.tsunagi.plugin.platform.CurrentActor;
import org.tsunagi.plugin.platform.Summary;
import org.tsunagi.plugin.shared.Missing;
import org.tsunagi.plugin.supportsheet.domain.SheetKey;

/** The official form as files over HTTP. */
@Component(service = ApiResource.class)
@Path("students/{student}/sheets")
public final class SheetPrintResource implements ApiResource {
  private static final String ALL = "all";
  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private final SheetPaperService service;
  private final SheetSummaryService summaries;
  private final SheetPapers papers;

  /** Makes the resource. */
  @Activate
  public SheetPrintResource(
      @Reference SheetPaperService service,
      @Reference SheetSummaryService summaries,
      @Reference SheetPapers papers) {
    this.service = service;
    this.summaries = summaries;
    this.papers = papers;
  }

  /** Prints a part, or all. */
  @GET
  @Path("{key}.pdf")
  @Produces("application/pdf")
  @Summary("Prints a part, or all parts, of a support sheet as PDF in the official form's layout.")
  public Response pdf(
      @Context SecurityContext security,
      @PathParam("student") String student,
      @PathParam("key") String key,
      @QueryParam("sensitive") boolean sensitive) {
    Actor actor = CurrentActor.of(security);
    var parts =
        service.open(actor, student(student), wish(key, sensitive, SheetAction.PRINT, "pdf"));
    return file(papers.pdf(actor, parts), "application/pdf", "inline; filename=\"sheet.pdf\"");
  }

  /** Prints the one-page summary. */
  @GET
  @Path("summary.pdf")
  @Produces("application/pdf")
  @Summary("Prints the one-page summary for all who teach the student, without class I.")
  public Response summary(@Context SecurityContext security, @PathParam("student") String student) {
    Actor actor = CurrentActor.of(security);
    byte[] pdf = papers.pdf(actor, summaries.print(actor, student(student)));
    return file(pdf, "application/pdf", "inline; filename=\"summary.pdf\"");
  }

  /** Writes a part, or all, as a workbook. */
  @GET
  @Path("{key}.xlsx")
  @Produces(XLSX)
  @Summary("Writes a part, or all parts, of a support sheet as XLSX, a line for each cell.")
  public Response xlsx(
      @Context SecurityContext security,
      @PathParam("student") String student,
      @PathParam("key") String key,
      @QueryParam("sensitive") boolean sensitive) {
    Actor actor = CurrentActor.of(security);
    var parts =
        service.open(actor, student(student), wish(key, sensitive, SheetAction.EXPORT, "xlsx"));
    return file(papers.xlsx(parts), XLSX, "attachment; filename=\"sheet.xlsx\"");
  }

  /** Writes a part, or all, as data. */
  @GET
  @Path("{key}.json")
  @Produces(MediaType.APPLICATION_JSON)
  @Summary("Writes a part, or all parts, of a support sheet as JSON by the published schema.")
  public SheetDocument json(
      @Context SecurityContext security,
      @PathParam("student") String student,
      @PathParam("key") String key,
      @QueryParam("sensitive") boolean sensitive) {
    return SheetDocument.of(
        service.open(
            CurrentActor.of(security),
            student(student),
            wish(key, sensitive, SheetAction.EXPORT, "json")));
  }

  private static SheetPaperService.Wish wish(
      String key, boolean sensitive, SheetAction action, String format) {
    Optional<SheetKey> part =
        key.equals(ALL)
            ? Optional.empty()
            : Optional.of(SheetKey.find(key).orElseThrow(Missing::new));
    return new SheetPaperService.Wish(part, sensitive, action, format);
  }

  private static StudentId student(String id) {
    if (id.isBlank() || id.length() > 255) {
      throw new Missing();
    }
    return new StudentId(id);
  }

  /** Answers a file; its name holds no personal data. */
  private static Response file(byte[] body, String type, String disposition) {
    return Response.ok(body, type)
        .header("Content-Disposition", disposition)
        .header("Cache-Control", "no-store")
        .build();
  }
}
