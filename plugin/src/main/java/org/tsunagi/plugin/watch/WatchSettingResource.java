// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.watch;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.api.access.Actor;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.plugin.platform.ApiResource;
import org.tsunagi.plugin.platform.CurrentActor;
import org.tsunagi.plugin.platform.Summary;
import org.tsunagi.plugin.watch.domain.SettingVersion;
import org.tsunagi.plugin.watch.domain.SettingsInForce;

/** What a board, a district or a school decides about noticing, over HTTP. */
@Component(service = ApiResource.class)
@Path("watch-settings")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class WatchSettingResource implements ApiResource {
  private final WatchSettingService settings;

  /** Makes the resource. */
  @Activate
  public WatchSettingResource(@Reference WatchSettingService settings) {
    this.settings = settings;
  }

  /** Shows what holds for a school, or every version there is. */
  @GET
  @Summary("Shows what holds for a school today; without a school, every version of all settings.")
  public Map<String, Object> get(
      @Context SecurityContext security, @QueryParam("school") @Nullable String school) {
    Actor actor = CurrentActor.of(security);
    if (school == null || school.isBlank()) {
      return Map.of("versions", settings.list(actor));
    }
    SettingsInForce inForce = settings.inForce(actor, new SchoolId(school));
    return Map.of("settings", inForce.settings(), "from", inForce.scope());
  }

  /** Sets them from a day on. */
  @PUT
  @Summary("Sets the board's, a district's or a school's settings from a day on.")
  public SettingVersion set(@Context SecurityContext security, SettingCommand command) {
    return settings.set(CurrentActor.of(security), command);
  }
}
