// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.crediting.page;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Locale;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.plugin.platform.ApiResource;
import org.tsunagi.plugin.platform.CurrentActor;
import org.tsunagi.plugin.platform.Summary;

/** The letter to the guardian over REST. */
@Component(service = ApiResource.class)
@Path("creditings/{crediting}/letter")
public final class LetterResource implements ApiResource {
  private final LetterService letters;

  /** Makes the resource. */
  @Activate
  public LetterResource(@Reference LetterService letters) {
    this.letters = letters;
  }

  /** Prints the letter. */
  @GET
  @Produces("application/pdf")
  @Summary("Prints the letter to the guardian about a decision, the newest by default; logged.")
  public Response letter(
      @Context SecurityContext security,
      @PathParam("crediting") String crediting,
      @QueryParam("decision") @Nullable Integer decision,
      @QueryParam("lang") @Nullable String lang) {
    OptionalInt number = decision == null ? OptionalInt.empty() : OptionalInt.of(decision);
    Locale locale = "en".equals(lang) ? Locale.ENGLISH : Locale.JAPANESE;
    byte[] pdf = letters.letter(CurrentActor.of(security), crediting, number, locale);
    return Response.ok(pdf)
        .header("Content-Disposition", "inline; filename=\"letter.pdf\"")
        .build();
  }
}
