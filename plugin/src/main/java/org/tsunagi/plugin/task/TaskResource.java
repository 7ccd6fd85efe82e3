// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.task;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
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

/** What there is to do, over HTTP. */
@Component(service = ApiResource.class)
@Path("tasks")
@Produces(MediaType.APPLICATION_JSON)
public final class TaskResource implements ApiResource {
  private final TaskService tasks;

  /** Makes the resource. */
  @Activate
  public TaskResource(@Reference TaskService tasks) {
    this.tasks = tasks;
  }

  /** Lists it. */
  @GET
  @Summary(
      "Lists what the one who asks has to do, by day; with everybody=true all that may be read.")
  public Map<String, List<PersonTask>> list(
      @Context SecurityContext security, @QueryParam("everybody") boolean everybody) {
    return Map.of("tasks", tasks.list(CurrentActor.of(security), everybody));
  }
}
