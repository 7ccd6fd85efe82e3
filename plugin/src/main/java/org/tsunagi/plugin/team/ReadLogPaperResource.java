// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.team;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.api.access.Actor;
import org.tsunagi.plugin.access.ReadLogService;
import org.tsunagi.plugin.platform.ApiResource;
import org.tsunagi.plugin.platform.CurrentActor;
import org.tsunagi.plugin.platform.PrintLine;
import org.tsunagi.plugin.platform.Prints;
import org.tsunagi.plugin.platform.SchoolClock;
import org.tsunagi.plugin.platform.Summary;

/** The read log as a paper for the family. */
@Component(service = ApiResource.class)
@Path("students/{student}/read-log.pdf")
public final class ReadLogPaperResource implements ApiResource {
  private final ReadLogService log;
  private final Prints prints;
  private final SchoolClock clock;

  /** Makes the resource. */
  @Activate
  public ReadLogPaperResource(
      @Reference ReadLogService log, @Reference Prints prints, @Reference SchoolClock clock) {
    this.log = log;
    this.prints = prints;
    this.clock = clock;
  }

  /** Prints it. */
  @GET
  @Produces("application/pdf")
  @Summary("Prints who read what is kept about a child, in plain Japanese for the family.")
  public Response pdf(@Context SecurityContext security, @PathParam("student") String student) {
    Actor actor = CurrentActor.of(security);
    ReadLogService.FamilyLog paper = log.forFamily(actor, TeamResource.student(student));
    byte[] pdf = prints.pdf("team/print-read-log.ftlh", Locale.JAPANESE, model(actor, paper));
    return Response.ok(pdf)
        .header("Content-Disposition", "inline; filename=\"read-log.pdf\"")
        .header("Cache-Control", "no-store")
        .build();
  }

  private Map<String, Object> model(Actor actor, ReadLogService.FamilyLog paper) {
    Map<String, Object> model = new HashMap<>();
    model.put("printed", PrintLine.of(clock.now(), actor.name(), Locale.JAPANESE));
    model.put("studentName", paper.student().student().name());
    model.put(
        "rows",
        paper.entries().stream().map(one -> TeamRows.reading(one, Locale.JAPANESE)).toList());
    return model;
  }
}
