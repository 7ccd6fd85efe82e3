// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.guidancerecord;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.api.access.Actor;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.plugin.platform.ApiResource;
import org.tsunagi.plugin.platform.CurrentActor;
import org.tsunagi.plugin.platform.SchoolClock;
import org.tsunagi.plugin.platform.Summary;
import org.tsunagi.plugin.platform.Workbooks;
import org.tsunagi.plugin.shared.Malformed;

/** A student's 出欠の記録 over HTTP. */
@Component(service = ApiResource.class)
@Path("students/{student}")
@Produces(MediaType.APPLICATION_JSON)
public final class GuidanceRecordResource implements ApiResource {
  private final GuidanceRecordService records;
  private final RecordPapers papers;
  private final Workbooks workbooks;
  private final SchoolClock clock;

  /** Makes the resource. */
  @Activate
  public GuidanceRecordResource(
      @Reference GuidanceRecordService records,
      @Reference RecordPapers papers,
      @Reference Workbooks workbooks,
      @Reference SchoolClock clock) {
    this.records = records;
    this.papers = papers;
    this.workbooks = workbooks;
    this.clock = clock;
  }

  /** Shows the record. */
  @GET
  @Path("guidance-record")
  @Summary("Shows a student's attendance part of the guidance record; the reading is logged.")
  public RecordView get(
      @Context SecurityContext security,
      @PathParam("student") String student,
      @QueryParam("schoolYear") @Nullable Integer schoolYear) {
    return view(security, student, schoolYear, schoolYear == null).record();
  }

  /** Saves the texts beside the figures. */
  @PUT
  @Path("guidance-record/notes")
  @Consumes(MediaType.APPLICATION_JSON)
  @Summary("Saves excerpt, annex and transfer texts of a year as a new version; 409 when stale.")
  public RecordView put(
      @Context SecurityContext security,
      @PathParam("student") String student,
      @QueryParam("schoolYear") @Nullable Integer schoolYear,
      @QueryParam("school") @Nullable String school,
      @Nullable RecordNotesBody body) {
    if (body == null || body.version() == null) {
      throw new Malformed("version を指定してください（まだ保存していないときは 0）。");
    }
    return records.save(
        CurrentActor.of(security),
        Requests.student(student),
        Requests.year(schoolYear, clock),
        Requests.text(school).map(SchoolId::new),
        body);
  }

  /** Prints the record. */
  @GET
  @Path("guidance-record.pdf")
  @Produces("application/pdf")
  @Summary("Prints a student's attendance record with all years, transfers and annex as PDF.")
  public Response pdf(
      @Context SecurityContext security,
      @PathParam("student") String student,
      @QueryParam("schoolYear") @Nullable Integer schoolYear) {
    RecordView record = view(security, student, schoolYear, true).record();
    return Requests.file(
        papers.record(CurrentActor.of(security), record), "guidance-record", "pdf");
  }

  /** Prints the excerpt. */
  @GET
  @Path("guidance-record-excerpt.pdf")
  @Produces("application/pdf")
  @Summary("Prints the excerpt of a year's attendance record as PDF.")
  public Response excerpt(
      @Context SecurityContext security,
      @PathParam("student") String student,
      @QueryParam("schoolYear") @Nullable Integer schoolYear) {
    RecordView record = view(security, student, schoolYear, false).record();
    return Requests.file(papers.excerpt(CurrentActor.of(security), record), "excerpt", "pdf");
  }

  /** Prints the annex. */
  @GET
  @Path("guidance-record-online.pdf")
  @Produces("application/pdf")
  @Summary("Prints the annex on online lessons in an emergency of a year as PDF.")
  public Response online(
      @Context SecurityContext security,
      @PathParam("student") String student,
      @QueryParam("schoolYear") @Nullable Integer schoolYear) {
    RecordView record = view(security, student, schoolYear, false).record();
    return Requests.file(papers.online(CurrentActor.of(security), record), "online", "pdf");
  }

  /** Writes the record as a workbook. */
  @GET
  @Path("guidance-record.xlsx")
  @Produces("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
  @Summary("Writes a student's attendance record with all years as XLSX.")
  public Response xlsx(
      @Context SecurityContext security,
      @PathParam("student") String student,
      @QueryParam("schoolYear") @Nullable Integer schoolYear) {
    RecordTable table = table(view(security, student, schoolYear, true).record());
    return Requests.file(table.xlsx(workbooks), table.name(), "xlsx");
  }

  /** Writes the record as CSV. */
  @GET
  @Path("guidance-record.csv")
  @Produces("text/csv")
  @Summary("Writes a student's attendance record with all years as CSV.")
  public Response csv(
      @Context SecurityContext security,
      @PathParam("student") String student,
      @QueryParam("schoolYear") @Nullable Integer schoolYear,
      @QueryParam("bom") boolean bom) {
    RecordTable table = table(view(security, student, schoolYear, true).record());
    return Requests.file(table.csv(bom), table.name(), "csv");
  }

  /** Prints the days of a year with the facts behind each. */
  @GET
  @Path("days.pdf")
  @Produces("application/pdf")
  @Summary("Prints every day of a student's school year with the facts behind it as PDF.")
  public Response days(
      @Context SecurityContext security,
      @PathParam("student") String student,
      @QueryParam("schoolYear") @Nullable Integer schoolYear) {
    GuidanceRecordService.WithDays shown = view(security, student, schoolYear, false);
    return Requests.file(
        papers.days(CurrentActor.of(security), shown.record(), shown.days()), "days", "pdf");
  }

  /** Lists the yearly rows. */
  @GET
  @Path("yearly-rows")
  @Summary("Lists the yearly rows of a student that the common sheet takes, oldest first.")
  public Map<String, List<YearlyRow>> yearlyRows(
      @Context SecurityContext security, @PathParam("student") String student) {
    return Map.of(
        "rows", records.listYearlyRows(CurrentActor.of(security), Requests.student(student)));
  }

  private GuidanceRecordService.WithDays view(
      SecurityContext security, String student, @Nullable Integer schoolYear, boolean everyYear) {
    Actor actor = CurrentActor.of(security);
    return schoolYear == null
        ? records.viewLatest(actor, Requests.student(student), everyYear)
        : records.view(
            actor, Requests.student(student), Requests.year(schoolYear, clock), everyYear);
  }

  private static RecordTable table(RecordView record) {
    return RecordTable.of(record, record.studentName() + "　出欠の記録");
  }
}
