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
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.api.school.SchoolYear;
import org.tsunagi.plugin.platform.ApiResource;
import org.tsunagi.plugin.platform.CurrentActor;
import org.tsunagi.plugin.platform.SchoolClock;
import org.tsunagi.plugin.platform.Summary;
import org.tsunagi.plugin.register.domain.ClosureEffect;
import org.tsunagi.plugin.shared.Malformed;

/** Groups of staggered attendance over HTTP. */
@Component(service = ApiResource.class)
@Path("schools/{school}/groups")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class GroupResource implements ApiResource {
  private final GroupService groups;
  private final SchoolClock clock;

  /** Makes the resource. */
  @Activate
  public GroupResource(@Reference GroupService groups, @Reference SchoolClock clock) {
    this.groups = groups;
    this.clock = clock;
  }

  /**
   * Students who come into a group.
   *
   * @param group the group's name
   * @param studentIds the students
   * @param firstOn the first day
   * @param lastOn the last day (inclusive); open when left out
   */
  public record MembersCommand(
      @Nullable String group,
      @Nullable List<String> studentIds,
      @Nullable LocalDate firstOn,
      @Nullable LocalDate lastOn) {}

  /**
   * The end of a student's time in a group.
   *
   * @param group the group's name
   * @param studentId the student
   * @param firstOn the first day of that time, as the list shows it; left out for "always"
   * @param lastOn the last day (inclusive)
   */
  public record EndCommand(
      @Nullable String group,
      @Nullable String studentId,
      @Nullable LocalDate firstOn,
      @Nullable LocalDate lastOn) {}

  /** Lists members. */
  @GET
  @Summary("Lists the members of groups of staggered attendance in a school year.")
  public Map<String, Object> list(
      @Context SecurityContext security,
      @PathParam("school") String school,
      @QueryParam("schoolYear") @Nullable Integer schoolYear) {
    int year = schoolYear == null ? SchoolYear.of(clock.today()).year() : schoolYear;
    return Map.of("members", groups.list(CurrentActor.of(security), new SchoolId(school), year));
  }

  /** Adds members. */
  @POST
  @Summary("Puts students into a group from a day on, and tells whose figures that changes.")
  public Map<String, ClosureEffect> add(
      @Context SecurityContext security,
      @PathParam("school") String school,
      MembersCommand command) {
    List<String> ids = command.studentIds() == null ? List.of() : command.studentIds();
    return Map.of(
        "effect",
        groups.add(
            CurrentActor.of(security),
            new SchoolId(school),
            text(command.group()),
            ids.stream().filter(Objects::nonNull).distinct().map(StudentId::new).toList(),
            date("firstOn", command.firstOn()),
            Optional.ofNullable(command.lastOn())));
  }

  /** Ends a student's time in a group. */
  @POST
  @Path("ends")
  @Summary("Ends a student's time in a group, and tells whose figures that changes.")
  public Map<String, ClosureEffect> end(
      @Context SecurityContext security, @PathParam("school") String school, EndCommand command) {
    return Map.of(
        "effect",
        groups.end(
            CurrentActor.of(security),
            new SchoolId(school),
            text(command.group()),
            new StudentId(text(command.studentId())),
            Optional.ofNullable(command.firstOn()),
            date("lastOn", command.lastOn())));
  }

  private static String text(@Nullable String value) {
    if (value == null || value.isBlank()) {
      throw new Malformed("group に、グループの名前を入れてください。児童生徒は studentId で指定してください。");
    }
    return value.strip();
  }

  private static LocalDate date(String name, @Nullable LocalDate value) {
    if (value == null) {
      throw new Malformed(name + " に日付（例：2026-11-05）を入れてください。");
    }
    return value;
  }
}
