// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.plugin.platform.ApiResource;
import org.tsunagi.plugin.platform.CurrentActor;
import org.tsunagi.plugin.platform.Summary;
import org.tsunagi.plugin.register.domain.CopyDifference;

/** The counting copy over HTTP. */
@Component(service = ApiResource.class)
@Path("counting-copy")
@Produces(MediaType.APPLICATION_JSON)
public final class CountingCopyResource implements ApiResource {
  private final CountingCopyService copy;

  /** Makes the resource. */
  @Activate
  public CountingCopyResource(@Reference CountingCopyService copy) {
    this.copy = copy;
  }

  /** Compares the copy with the host. */
  @POST
  @Path("comparisons")
  @Summary("Compares the counting copy with the host and counts the differences.")
  public CopyDifference compare(@Context SecurityContext security) {
    return copy.compare(CurrentActor.of(security));
  }

  /** Makes the copy again from the host. */
  @POST
  @Path("rebuilds")
  @Summary("Makes the counting copy again from the host.")
  public Map<String, Object> rebuild(@Context SecurityContext security) {
    return Map.of("rows", copy.rebuild(CurrentActor.of(security)));
  }
}
