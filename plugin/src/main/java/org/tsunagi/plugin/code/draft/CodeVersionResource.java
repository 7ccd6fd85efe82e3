// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.code.draft;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.plugin.platform.ApiResource;
import org.tsunagi.plugin.platform.CurrentActor;
import org.tsunagi.plugin.platform.Summary;

/** Versions of codes at {@code /codes/versions}. */
@Component(service = ApiResource.class)
@Path("codes/versions")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class CodeVersionResource implements ApiResource {
  private final CodeDraftService drafts;

  /** Makes the resource. */
  @Activate
  public CodeVersionResource(@Reference CodeDraftService drafts) {
    this.drafts = drafts;
  }

  /** Puts a change in force. */
  @POST
  @Summary("Puts a change of codes in force whose effect was looked at before.")
  public CodeDrafts.Activated activate(@Context SecurityContext security, JsonNode document) {
    return drafts.activate(CurrentActor.of(security), document);
  }
}
