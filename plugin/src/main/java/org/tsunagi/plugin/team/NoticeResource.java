// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.team;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.plugin.platform.ApiResource;
import org.tsunagi.plugin.platform.CurrentActor;
import org.tsunagi.plugin.platform.Summary;
import org.tsunagi.plugin.team.domain.Notice;

/** Notices over HTTP. */
@Component(service = ApiResource.class)
@Path("notices")
@Produces(MediaType.APPLICATION_JSON)
public final class NoticeResource implements ApiResource {
  private final NoticeService notices;

  /** Makes the resource. */
  @Activate
  public NoticeResource(@Reference NoticeService notices) {
    this.notices = notices;
  }

  /** Lists one's own notices. */
  @GET
  @Summary("Lists what the one who asks was told, the unseen first.")
  public Map<String, List<Notice>> list(@Context SecurityContext security) {
    return Map.of("notices", notices.list(CurrentActor.of(security)));
  }

  /** Marks a notice as seen. */
  @POST
  @Path("{id}/seen")
  @Summary("Notes that one's own notice was seen.")
  public void see(@Context SecurityContext security, @PathParam("id") String id) {
    notices.see(CurrentActor.of(security), id);
  }
}
