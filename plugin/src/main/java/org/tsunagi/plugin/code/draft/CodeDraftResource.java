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

/** Drafts of codes at {@code /codes/drafts}. */
@Component(service = ApiResource.class)
@Path("codes/drafts")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class CodeDraftResource implements ApiResource {
  private final CodeDraftService drafts;

  /** Makes the resource. */
  @Activate
  public CodeDraftResource(@Reference CodeDraftService drafts) {
    this.drafts = drafts;
  }

  /** Shows what a change would do. */
  @POST
  @Summary("Checks a change of codes and shows its effect on figures; nothing is written.")
  public DraftPreview preview(@Context SecurityContext security, JsonNode document) {
    return drafts.preview(CurrentActor.of(security), document);
  }
}
