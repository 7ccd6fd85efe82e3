// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.access;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.plugin.access.domain.AccessSetting;
import org.tsunagi.plugin.platform.ApiResource;
import org.tsunagi.plugin.platform.CurrentActor;
import org.tsunagi.plugin.platform.Summary;
import org.tsunagi.plugin.shared.Malformed;

/** The setting of access over HTTP. */
@Component(service = ApiResource.class)
@Path("access-settings")
@Produces(MediaType.APPLICATION_JSON)
public final class AccessSettingResource implements ApiResource {
  private final AccessSettingService settings;

  /** Makes the resource. */
  @Activate
  public AccessSettingResource(@Reference AccessSettingService settings) {
    this.settings = settings;
  }

  /**
   * What is sent to set it.
   *
   * @param version the version that was seen
   * @param secondFactor whether content of class I asks for a second factor
   * @param readerNames {@code name} or {@code title}
   */
  public record AccessSettingCommand(
      @Nullable Integer version, @Nullable Boolean secondFactor, @Nullable String readerNames) {}

  /** Shows what is in force. */
  @GET
  @Summary("Shows the setting of access: second factor for class I, names in the read log.")
  public AccessSetting get(@Context SecurityContext security) {
    return settings.inForce(CurrentActor.of(security));
  }

  /** Sets it. */
  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  @Summary("Sets the setting of access; 409 with both where somebody else did first.")
  public AccessSetting put(
      @Context SecurityContext security, @Nullable AccessSettingCommand command) {
    if (command == null
        || command.version() == null
        || command.secondFactor() == null
        || command.readerNames() == null) {
      throw new Malformed("version・secondFactor・readerNames を指定してください。");
    }
    return settings.set(
        CurrentActor.of(security),
        command.version(),
        command.secondFactor(),
        command.readerNames());
  }
}
