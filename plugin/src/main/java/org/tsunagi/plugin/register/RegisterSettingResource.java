// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.plugin.platform.ApiResource;
import org.tsunagi.plugin.platform.CurrentActor;
import org.tsunagi.plugin.platform.Summary;

/** A school's register settings over HTTP. */
@Component(service = ApiResource.class)
@Path("schools/{school}/register-settings")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class RegisterSettingResource implements ApiResource {
  private final RegisterSettingService settings;

  /** Makes the resource. */
  @Activate
  public RegisterSettingResource(@Reference RegisterSettingService settings) {
    this.settings = settings;
  }

  /** Shows the settings. */
  @GET
  @Summary("Shows the settings of the register.")
  public Map<String, String> get(
      @Context SecurityContext security, @PathParam("school") String school) {
    return settings.get(CurrentActor.of(security), new SchoolId(school));
  }

  /** Sets what is named. */
  @PUT
  @Summary("Sets those that are named.")
  public Map<String, String> set(
      @Context SecurityContext security,
      @PathParam("school") String school,
      Map<String, String> wanted) {
    settings.set(CurrentActor.of(security), new SchoolId(school), wanted);
    return settings.get(CurrentActor.of(security), new SchoolId(school));
  }
}
