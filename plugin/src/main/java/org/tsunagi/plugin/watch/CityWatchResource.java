// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.watch;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.api.access.Actor;
import org.tsunagi.plugin.platform.ApiResource;
import org.tsunagi.plugin.platform.CurrentActor;
import org.tsunagi.plugin.platform.Summary;
import org.tsunagi.plugin.watch.domain.KeptFinding;
import org.tsunagi.plugin.watch.domain.LookedSchool;

/** A look at a whole city over HTTP: a job looks, and what it found can be read afterwards. */
@Component(service = ApiResource.class)
@Path("city-watch")
@Produces(MediaType.APPLICATION_JSON)
public final class CityWatchResource implements ApiResource {
  private final CityWatchService service;

  /** Makes the resource. */
  @Activate
  public CityWatchResource(@Reference CityWatchService service) {
    this.service = service;
  }

  /** Queues a look and answers 202 with the job's id and place. */
  @POST
  @Summary("Queues a look at every school the caller may read; answers with the job's id.")
  public Response submit(@Context SecurityContext security, @Context UriInfo uri)
      throws IOException {
    String id = service.submit(CurrentActor.of(security));
    return Response.accepted(Map.of("id", id))
        .location(uri.getBaseUriBuilder().path("jobs").path(id).build())
        .build();
  }

  /** Lists when each school was looked at last. */
  @GET
  @Summary("Lists when each school was looked at last, and for which day.")
  public Map<String, Object> list(@Context SecurityContext security) {
    Actor actor = CurrentActor.of(security);
    List<LookedSchool> looked = service.looked(actor);
    return Map.of(
        "schools", looked.stream().map(CityWatchResource::fields).toList(),
        "job", service.underWay(actor).orElse(""));
  }

  /** Lists the findings. */
  @GET
  @Path("findings")
  @Summary("Lists the open findings of the last look, each once with its reason, without names.")
  public Map<String, Object> findings(@Context SecurityContext security) {
    List<KeptFinding> found = service.list(CurrentActor.of(security));
    return Map.of("findings", found.stream().map(CityWatchResource::fields).toList());
  }

  private static Map<String, Object> fields(LookedSchool one) {
    return Map.of(
        "schoolSourcedId", one.school().value(),
        "lookedOn", one.on().toString(),
        "lookedAt", one.at().toString());
  }

  private static Map<String, Object> fields(KeptFinding one) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("schoolSourcedId", one.school().value());
    fields.put("studentSourcedId", one.student().value());
    fields.put("rule", one.rule().name());
    fields.put("key", one.key());
    fields.put("since", one.since().toString());
    fields.put("raisedOn", one.raisedOn().toString());
    fields.put("days", one.days());
    fields.put("of", one.of());
    fields.put("reason", one.reason());
    return fields;
  }
}
