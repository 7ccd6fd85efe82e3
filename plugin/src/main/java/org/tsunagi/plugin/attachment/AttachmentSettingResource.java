// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.attachment;

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
import org.tsunagi.plugin.attachment.domain.SizeSetting;
import org.tsunagi.plugin.platform.ApiResource;
import org.tsunagi.plugin.platform.CurrentActor;
import org.tsunagi.plugin.platform.Summary;
import org.tsunagi.plugin.shared.Malformed;

/** The setting of attached files over REST. */
@Component(service = ApiResource.class)
@Path("attachment-settings")
@Produces(MediaType.APPLICATION_JSON)
public final class AttachmentSettingResource implements ApiResource {
  private final AttachmentSettingService settings;

  /** Makes the resource. */
  @Activate
  public AttachmentSettingResource(@Reference AttachmentSettingService settings) {
    this.settings = settings;
  }

  /**
   * What is sent to set it.
   *
   * @param version the version that was seen
   * @param megabytes the most megabytes
   */
  public record Body(@Nullable Integer version, @Nullable Integer megabytes) {}

  /** Shows what is in force. */
  @GET
  @Summary("Shows how large an attached file may be.")
  public SizeSetting get(@Context SecurityContext security) {
    return settings.inForce(CurrentActor.of(security));
  }

  /** Sets it. */
  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  @Summary("Sets how large an attached file may be, 1 to 50 megabytes.")
  public SizeSetting put(@Context SecurityContext security, @Nullable Body body) {
    if (body == null || body.version() == null || body.megabytes() == null) {
      throw new Malformed("version と megabytes を指定してください。");
    }
    return settings.set(CurrentActor.of(security), body.version(), body.megabytes());
  }
}
