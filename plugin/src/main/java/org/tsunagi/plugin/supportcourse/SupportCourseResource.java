// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.supportcourse;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
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
import org.tsunagi.plugin.shared.Malformed;

/** Support and attendance beside each other, over HTTP. */
@Component(service = ApiResource.class)
@Path("students/{student}/support-course")
@Produces(MediaType.APPLICATION_JSON)
public final class SupportCourseResource implements ApiResource {
  private final SupportCourseService course;
  private final SchoolClock clock;

  /** Makes the resource. */
  @Activate
  public SupportCourseResource(
      @Reference SupportCourseService course, @Reference SchoolClock clock) {
    this.course = course;
    this.clock = clock;
  }

  /** Shows a year. */
  @GET
  @Summary("Shows a school year's measures of support with the days before and after each began.")
  public CourseView get(
      @Context SecurityContext security,
      @PathParam("student") String student,
      @QueryParam("schoolYear") @Nullable Integer schoolYear) {
    int year = schoolYear == null ? SchoolYear.of(clock.today()).year() : schoolYear;
    if (year < 1900 || year > 2999) {
      throw new Malformed("schoolYear は 2026 のような西暦の年度で指定してください。");
    }
    return course.view(CurrentActor.of(security), new StudentId(student), year);
  }
}
