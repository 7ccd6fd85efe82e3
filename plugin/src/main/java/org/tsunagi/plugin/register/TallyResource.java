// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.school.Grade;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.api.school.SchoolYear;
import org.tsunagi.plugin.platform.ApiResource;
import org.tsunagi.plugin.platform.CurrentActor;
import org.tsunagi.plugin.platform.SchoolClock;
import org.tsunagi.plugin.platform.Summary;
import org.tsunagi.plugin.shared.Malformed;

/** Tallies over HTTP: a page of JSON, or everything as CSV. */
@Component(service = ApiResource.class)
@Path("tallies")
public final class TallyResource implements ApiResource {
  private static final int LONGEST_PAGE = 1000;

  private final TallyService tallies;
  private final SchoolClock clock;

  /** Makes the resource. */
  @Activate
  public TallyResource(@Reference TallyService tallies, @Reference SchoolClock clock) {
    this.tallies = tallies;
    this.clock = clock;
  }

  /** Lists tallies. */
  @GET
  @Summary("Lists tallies of a school year, one row per stay, as a page of JSON or as CSV.")
  public Response list(
      @Context SecurityContext security,
      @QueryParam("schoolYear") @Nullable Integer schoolYear,
      @QueryParam("period") @Nullable String period,
      @QueryParam("school") @Nullable String school,
      @QueryParam("grade") @Nullable String grade,
      @QueryParam("student") @Nullable String student,
      @QueryParam("format") @Nullable String format,
      @QueryParam("bom") boolean bom,
      @QueryParam("offset") int offset,
      @QueryParam("limit") @Nullable Integer limit) {
    TallyQuery query =
        new TallyQuery(
            schoolYear == null ? SchoolYear.of(clock.today()).year() : schoolYear,
            oneOf("period", period, "year", "month").equals("month"),
            text(school).map(SchoolId::new),
            text(grade).map(TallyResource::grade),
            text(student).map(StudentId::new));
    TallyService.Tallies found = tallies.open(CurrentActor.of(security), query);
    if (oneOf("format", format, "json", "csv").equals("csv")) {
      StreamingOutput body = out -> TallyCsv.write(found, out, bom);
      return Response.ok(body, "text/csv;charset=UTF-8")
          .header("Content-Disposition", "attachment; filename=\"tallies.csv\"")
          .build();
    }
    int size = limit == null ? LONGEST_PAGE : limit;
    if (offset < 0 || size < 1 || size > LONGEST_PAGE) {
      throw new Malformed("offset は0以上、limit は1〜1000にしてください。");
    }
    return Response.ok(page(found, offset, size), "application/json").build();
  }

  private static Map<String, Object> page(TallyService.Tallies tallies, int offset, int limit) {
    List<Map<String, Object>> rows = new ArrayList<>();
    int[] total = {0};
    tallies.each(
        row -> {
          if (total[0] >= offset && rows.size() < limit) {
            rows.add(row.fields());
          }
          total[0]++;
        });
    Map<String, Object> page = new LinkedHashMap<>();
    page.put("tallies", rows);
    page.put("total", total[0]);
    page.put("offset", offset);
    page.put("limit", limit);
    return page;
  }

  private static Optional<String> text(@Nullable String value) {
    return Optional.ofNullable(value).map(String::strip).filter(one -> !one.isEmpty());
  }

  private static Grade grade(String code) {
    return Grade.find(code).orElseThrow(() -> new Malformed("grade は P1〜P6・J1〜J3・H1〜H4 で書いてください。"));
  }

  private static String oneOf(String name, @Nullable String value, String first, String second) {
    String chosen = text(value).orElse(first);
    if (!chosen.equals(first) && !chosen.equals(second)) {
      throw new Malformed(name + " は " + first + " か " + second + " にしてください。");
    }
    return chosen;
  }
}
