// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.duplicate;

import jakarta.ws.rs.GET;
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
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.plugin.platform.ApiResource;
import org.tsunagi.plugin.platform.CurrentActor;
import org.tsunagi.plugin.platform.Summary;

/** Where an id leads that was given up, over REST. */
@Component(service = ApiResource.class)
@Path("students/{student}/merged")
@Produces(MediaType.APPLICATION_JSON)
public final class MergePointerResource implements ApiResource {
  private final MergeService merges;

  /** Makes the resource. */
  @Activate
  public MergePointerResource(@Reference MergeService merges) {
    this.merges = merges;
  }

  /** Points to the id that stays. */
  @GET
  @Summary("Tells under which id a child is kept whose id was given up; 404 for others.")
  public Map<String, String> get(
      @Context SecurityContext security, @PathParam("student") String student) {
    return Map.of(
        "into", merges.pointer(CurrentActor.of(security), new StudentId(student)).value());
  }
}
