// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.school.HomeroomId;
import org.tsunagi.plugin.platform.ApiResource;
import org.tsunagi.plugin.platform.CurrentActor;
import org.tsunagi.plugin.platform.SchoolClock;
import org.tsunagi.plugin.platform.Summary;
import org.tsunagi.plugin.shared.Malformed;

/** The class register over HTTP. */
@Component(service = ApiResource.class)
@Path("homerooms/{homeroom}/register")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class RegisterResource implements ApiResource {
  private final RegisterService register;
  private final SchoolClock clock;

  /** Makes the resource. */
  @Activate
  public RegisterResource(@Reference RegisterService register, @Reference SchoolClock clock) {
    this.register = register;
    this.clock = clock;
  }

  /**
   * Whether a day's register was taken.
   *
   * @param date the day
   * @param taken whether it was
   */
  public record TakenCommand(@Nullable LocalDate date, boolean taken) {}

  /**
   * Whether a month is to be locked.
   *
   * @param month the month
   * @param locked whether it is to be locked
   * @param reason why it is opened
   */
  public record LockCommand(@Nullable String month, boolean locked, @Nullable String reason) {}

  /** Shows a month; this month when none is named. */
  @GET
  @Summary("Shows a homeroom's month: days, students, marks and figures.")
  public RegisterView month(
      @Context SecurityContext security,
      @PathParam("homeroom") String homeroom,
      @QueryParam("month") @Nullable String month) {
    YearMonth of = month == null ? YearMonth.from(clock.today()) : Requests.month(month);
    return register.month(CurrentActor.of(security), new HomeroomId(homeroom), of);
  }

  /** Saves changes. */
  @POST
  @Path("marks")
  @Summary("Saves changes of marks, all or none; 409 shows both values.")
  public RegisterService.Saved write(
      @Context SecurityContext security,
      @PathParam("homeroom") String homeroom,
      MarkCommand command) {
    return register.write(CurrentActor.of(security), new HomeroomId(homeroom), command);
  }

  /** Says whether a day's register was taken. */
  @POST
  @Path("taken")
  @Summary("Says whether a day's register was taken.")
  public void setTaken(
      @Context SecurityContext security,
      @PathParam("homeroom") String homeroom,
      TakenCommand command) {
    register.setTaken(
        CurrentActor.of(security),
        new HomeroomId(homeroom),
        needed(command.date(), "date"),
        command.taken());
  }

  /** Locks or opens a month. */
  @POST
  @Path("lock")
  @Summary("Locks or opens a month that has ended.")
  public void setLocked(
      @Context SecurityContext security,
      @PathParam("homeroom") String homeroom,
      LockCommand command) {
    register.setLocked(
        CurrentActor.of(security),
        new HomeroomId(homeroom),
        Requests.month(needed(command.month(), "month")),
        command.locked(),
        command.reason());
  }

  /** Lists what a student's mark of a day was, with the decision that backs the day. */
  @GET
  @Path("history")
  @Summary("Lists what a student's mark of a day was before, and the decision behind the day.")
  public Map<String, Object> history(
      @Context SecurityContext security,
      @PathParam("homeroom") String homeroom,
      @QueryParam("studentId") @Nullable String student,
      @QueryParam("date") @Nullable String date) {
    HomeroomId room = new HomeroomId(homeroom);
    StudentId child = new StudentId(needed(student, "studentId"));
    LocalDate day = parseDate(needed(date, "date"));
    var actor = CurrentActor.of(security);
    return Map.of(
        "history", register.listHistory(actor, room, child, day),
        "decision", register.findBacking(actor, room, child, day));
  }

  private static <T> T needed(@Nullable T value, String name) {
    if (value == null || value.equals("")) {
      throw new Malformed(name + " を入れてください。");
    }
    return value;
  }

  private static LocalDate parseDate(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw new Malformed("date は 2026-11-05 の形で入れてください。");
    }
  }
}
