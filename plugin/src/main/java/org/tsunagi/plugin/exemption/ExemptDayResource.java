// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.exemption;

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
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.api.school.SchoolYear;
import org.tsunagi.plugin.platform.ApiResource;
import org.tsunagi.plugin.platform.CurrentActor;
import org.tsunagi.plugin.platform.SchoolClock;
import org.tsunagi.plugin.platform.Summary;

/** Exempt days over HTTP. */
@Component(service = ApiResource.class)
@Path("schools/{school}/exempt-days")
@Produces(MediaType.APPLICATION_JSON)
public final class ExemptDayResource implements ApiResource {
  private final ExemptDayService exempt;
  private final SchoolClock clock;

  /** Makes the resource. */
  @Activate
  public ExemptDayResource(@Reference ExemptDayService exempt, @Reference SchoolClock clock) {
    this.exempt = exempt;
    this.clock = clock;
  }

  /** Lists a school's. */
  @GET
  @Summary("Lists the exempt days of a school's year by period, with those that wait for a word.")
  public ExemptDayAnswer ofSchool(
      @Context SecurityContext security,
      @PathParam("school") String school,
      @QueryParam("schoolYear") @Nullable Integer schoolYear) {
    int year = schoolYear == null ? SchoolYear.of(clock.today()).year() : schoolYear;
    return ExemptDayAnswer.of(exempt.list(CurrentActor.of(security), new SchoolId(school), year));
  }
}
