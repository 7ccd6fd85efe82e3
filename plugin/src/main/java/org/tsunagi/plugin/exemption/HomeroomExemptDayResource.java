// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.exemption;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.api.school.HomeroomId;
import org.tsunagi.plugin.platform.ApiResource;
import org.tsunagi.plugin.platform.CurrentActor;
import org.tsunagi.plugin.platform.Summary;

/** A homeroom's exempt days over HTTP. */
@Component(service = ApiResource.class)
@Path("homerooms/{homeroom}/exempt-days")
@Produces(MediaType.APPLICATION_JSON)
public final class HomeroomExemptDayResource implements ApiResource {
  private final ExemptDayService exempt;

  /** Makes the resource. */
  @Activate
  public HomeroomExemptDayResource(@Reference ExemptDayService exempt) {
    this.exempt = exempt;
  }

  /** Lists a homeroom's. */
  @GET
  @Summary("Lists the exempt days of a homeroom's school year by period.")
  public ExemptDayAnswer ofHomeroom(
      @Context SecurityContext security, @PathParam("homeroom") String homeroom) {
    return ExemptDayAnswer.of(exempt.list(CurrentActor.of(security), new HomeroomId(homeroom)));
  }
}
