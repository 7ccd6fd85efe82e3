// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.team;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.plugin.platform.ApiResource;
import org.tsunagi.plugin.platform.CurrentActor;
import org.tsunagi.plugin.platform.Summary;
import org.tsunagi.plugin.shared.Malformed;
import org.tsunagi.plugin.shared.Missing;

/** Acknowledgements over HTTP. */
@Component(service = ApiResource.class)
@Path("students/{student}/acknowledgements/{key}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class AcknowledgementResource implements ApiResource {
  private final AcknowledgementService acknowledgements;

  /** Makes the resource. */
  @Activate
  public AcknowledgementResource(@Reference AcknowledgementService acknowledgements) {
    this.acknowledgements = acknowledgements;
  }

  /**
   * What was read.
   *
   * @param sha256 the hash of the content that was shown
   */
  public record AcknowledgementCommand(@Nullable String sha256) {}

  /** Shows who has read it. */
  @GET
  @Summary("Shows who has read what stands in a part of the sheet now, and who has not.")
  public AcknowledgementView get(
      @Context SecurityContext security,
      @PathParam("student") String student,
      @PathParam("key") String key) {
    return acknowledgements.view(
        CurrentActor.of(security), TeamResource.student(student), key(key));
  }

  /** Says that it was read. */
  @POST
  @Summary("Says that one has read a content; 409 where another one stands by now.")
  public AcknowledgementView acknowledge(
      @Context SecurityContext security,
      @PathParam("student") String student,
      @PathParam("key") String key,
      @Nullable AcknowledgementCommand command) {
    String hash = command == null ? null : command.sha256();
    if (hash == null) {
      throw new Malformed("sha256 に、読んだ内容のハッシュを指定してください。");
    }
    return acknowledgements.acknowledge(
        CurrentActor.of(security), TeamResource.student(student), key(key), hash);
  }

  private static String key(String key) {
    if (!key.matches("[a-z0-9-]{1,60}")) {
      throw new Missing();
    }
    return key;
  }
}
