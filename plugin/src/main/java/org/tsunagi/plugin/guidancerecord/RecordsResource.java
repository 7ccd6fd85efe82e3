// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.guidancerecord;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.api.access.Actor;
import org.tsunagi.api.school.HomeroomId;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.plugin.platform.ApiResource;
import org.tsunagi.plugin.platform.CurrentActor;
import org.tsunagi.plugin.platform.SchoolClock;
import org.tsunagi.plugin.platform.Summary;
import org.tsunagi.plugin.platform.Workbooks;
import org.tsunagi.plugin.shared.JapaneseDates;
import org.tsunagi.plugin.shared.Malformed;

/** The figures of classes, grades and schools over HTTP. */
@Component(service = ApiResource.class)
@Path("records")
@Produces(MediaType.APPLICATION_JSON)
public final class RecordsResource implements ApiResource {
  private final ClassRecordService classes;
  private final RecordPapers papers;
  private final Workbooks workbooks;
  private final SchoolClock clock;

  /** Makes the resource. */
  @Activate
  public RecordsResource(
      @Reference ClassRecordService classes,
      @Reference RecordPapers papers,
      @Reference Workbooks workbooks,
      @Reference SchoolClock clock) {
    this.classes = classes;
    this.papers = papers;
    this.workbooks = workbooks;
    this.clock = clock;
  }

  /** Lists the figures of a school, a grade or a homeroom. */
  @GET
  @Summary("Lists the figures of a school, grade or homeroom as JSON, CSV, XLSX or PDF.")
  public Response list(
      @Context SecurityContext security,
      @QueryParam("school") @Nullable String school,
      @QueryParam("schoolYear") @Nullable Integer schoolYear,
      @QueryParam("grade") @Nullable String grade,
      @QueryParam("homeroom") @Nullable String homeroom,
      @QueryParam("format") @Nullable String format,
      @QueryParam("bom") boolean bom) {
    String chosen = Requests.format(format);
    Actor actor = CurrentActor.of(security);
    ClassRecords records =
        classes.list(
            actor,
            new ClassRecordService.Query(
                Requests.text(school)
                    .map(SchoolId::new)
                    .orElseThrow(() -> new Malformed("school に学校の番号を入れてください。")),
                Requests.year(schoolYear, clock),
                Requests.text(grade).map(Requests::grade),
                Requests.text(homeroom).map(HomeroomId::new)));
    return answer(actor, records, chosen, bom);
  }

  private Response answer(Actor actor, ClassRecords records, String format, boolean bom) {
    if (format.equals("json")) {
      return Response.ok(records, MediaType.APPLICATION_JSON).build();
    }
    RecordTable table = RecordTable.of(records, title(records));
    byte[] body =
        switch (format) {
          case "csv" -> table.csv(bom);
          case "xlsx" -> table.xlsx(workbooks);
          default -> papers.records(actor, records);
        };
    return Requests.file(body, table.name(), format);
  }

  private static String title(ClassRecords records) {
    return records.schoolName()
        + "　"
        + records.place()
        + "　"
        + JapaneseDates.schoolYear(records.schoolYear(), Locale.JAPANESE)
        + "　出欠の記録";
  }
}
