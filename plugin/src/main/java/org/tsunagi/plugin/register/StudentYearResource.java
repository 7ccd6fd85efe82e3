// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.school.SchoolYear;
import org.tsunagi.plugin.platform.ApiResource;
import org.tsunagi.plugin.platform.CurrentActor;
import org.tsunagi.plugin.platform.SchoolClock;
import org.tsunagi.plugin.platform.Summary;
import org.tsunagi.plugin.register.domain.DayFlag;
import org.tsunagi.plugin.register.domain.DayVerdict;
import org.tsunagi.plugin.register.domain.Fact;
import org.tsunagi.plugin.register.domain.RestrictedRule;

/** A student's counted school year over HTTP. */
@Component(service = ApiResource.class)
@Path("students/{student}")
@Produces(MediaType.APPLICATION_JSON)
public final class StudentYearResource implements ApiResource {
  private final RegisterService register;
  private final TallyService tallies;
  private final YearColumnService columns;
  private final SchoolClock clock;

  /** Makes the resource. */
  @Activate
  public StudentYearResource(
      @Reference RegisterService register,
      @Reference TallyService tallies,
      @Reference YearColumnService columns,
      @Reference SchoolClock clock) {
    this.register = register;
    this.tallies = tallies;
    this.columns = columns;
    this.clock = clock;
  }

  /**
   * A day with the facts behind it.
   *
   * @param date the day
   * @param schoolSourcedId the school in whose register it stands
   * @param dayClass its class
   * @param code the code that was entered; empty for a blank
   * @param flags what else there is to know
   * @param sheetRow the row ①–⑧; 0 for none, or where the cause is restricted
   * @param because the chain of facts
   */
  public record Day(
      LocalDate date,
      String schoolSourcedId,
      String dayClass,
      String code,
      List<String> flags,
      int sheetRow,
      List<Fact> because) {
    static Day of(TallyService.SchoolVerdict day) {
      DayVerdict verdict = day.verdict();
      return new Day(
          verdict.date(),
          day.school().value(),
          verdict.dayClass().name(),
          verdict.code(),
          verdict.flags().stream().map(DayFlag::name).sorted().toList(),
          RestrictedRule.hides(verdict.code()) ? 0 : verdict.sheetRow(),
          verdict.because());
    }
  }

  /** Lists the days of a school year up to today. */
  @GET
  @Path("days")
  @Summary("Lists a student's days of a school year up to today, each with the facts behind it.")
  public Map<String, Object> days(
      @Context SecurityContext security,
      @PathParam("student") String student,
      @QueryParam("schoolYear") @Nullable Integer schoolYear) {
    List<Day> days =
        tallies
            .listDays(CurrentActor.of(security), new StudentId(student), year(schoolYear))
            .stream()
            .map(Day::of)
            .toList();
    return Map.of("days", days);
  }

  /** Explains a figure of a month, or of the year where the month is empty. */
  @GET
  @Path("explanation")
  @Summary("Explains a figure of a student's month or school year.")
  public ExplanationView explanation(
      @Context SecurityContext security,
      @PathParam("student") String student,
      @QueryParam("schoolYear") @Nullable Integer schoolYear,
      @QueryParam("month") @Nullable String month,
      @QueryParam("figure") @Nullable String figure) {
    return ExplanationView.of(
        tallies.explain(
            CurrentActor.of(security),
            new StudentId(student),
            year(schoolYear),
            Optional.ofNullable(month).filter(text -> !text.isBlank()).map(Requests::month),
            figure == null ? "" : figure));
  }

  /** Shows the sheet's month table and the days of a school year. */
  @GET
  @Path("year-table")
  @Summary("Returns a student's month table of the yearly sheet and the days behind it.")
  public YearView yearTable(
      @Context SecurityContext security,
      @PathParam("student") String student,
      @QueryParam("schoolYear") @Nullable Integer schoolYear) {
    return register.year(CurrentActor.of(security), new StudentId(student), year(schoolYear));
  }

  /** Lists the columns of the common sheet's year table. */
  @GET
  @Path("year-columns")
  @Summary("Lists the sums of every school year of a student, as the common sheet prints them.")
  public Map<String, Object> yearColumns(
      @Context SecurityContext security, @PathParam("student") String student) {
    return Map.of("columns", columns.list(CurrentActor.of(security), new StudentId(student)));
  }

  private int year(@Nullable Integer schoolYear) {
    return schoolYear == null ? SchoolYear.of(clock.today()).year() : schoolYear;
  }
}
