// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.supportsheet;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.plugin.platform.ApiResource;
import org.tsunagi.plugin.platform.CurrentActor;
import org.tsunagi.plugin.platform.Summary;
import org.tsunagi.plugin.shared.Malformed;
import org.tsunagi.plugin.supportsheet.domain.LifeRule.Step;
import org.tsunagi.plugin.supportsheet.domain.SheetEvent;

/** The life of the parts of the sheet over REST. */
@Component(service = ApiResource.class)
@Path("students/{student}/sheets")
@Produces(MediaType.APPLICATION_JSON)
public final class SheetLifeResource implements ApiResource {
  private final SheetLifeService life;
  private final SheetYearService years;

  /** Makes the resource. */
  @Activate
  public SheetLifeResource(@Reference SheetLifeService life, @Reference SheetYearService years) {
    this.life = life;
    this.years = years;
  }

  /**
   * A step that is to be taken.
   *
   * @param action {@code submit}, {@code return}, {@code approve}, {@code unlock} or {@code void}
   * @param version the version that was seen
   * @param reason why
   */
  public record Body(@Nullable String action, @Nullable Integer version, @Nullable String reason) {}

  /** Takes a step. */
  @POST
  @Path("{key}/state")
  @Consumes(MediaType.APPLICATION_JSON)
  @Summary("Submits, returns, approves, unlocks or voids a part; some steps need a reason.")
  public SheetView state(
      @Context SecurityContext security,
      @PathParam("student") String student,
      @PathParam("key") String key,
      @Nullable Body body) {
    if (body == null || body.action() == null || body.version() == null) {
      throw new Malformed("action と version を指定してください。");
    }
    Step step =
        Step.find(body.action())
            .orElseThrow(
                () -> new Malformed("action は submit、return、approve、unlock、void のどれかにしてください。"));
    String reason = body.reason() == null ? "" : body.reason().strip();
    return life.step(
        CurrentActor.of(security),
        SheetResource.student(student),
        SheetResource.key(key),
        step,
        body.version(),
        reason);
  }

  /** Lists the steps taken. */
  @GET
  @Path("{key}/events")
  @Summary("Lists the steps in the life of a part, the newest first.")
  public List<SheetEvent> events(
      @Context SecurityContext security,
      @PathParam("student") String student,
      @PathParam("key") String key) {
    return life.listEvents(
        CurrentActor.of(security), SheetResource.student(student), SheetResource.key(key));
  }

  /** Begins a yearly part with what lasts of the year before. */
  @POST
  @Path("{key}/carried")
  @Summary("Begins a yearly part with what is carried from the year before.")
  public SheetView carry(
      @Context SecurityContext security,
      @PathParam("student") String student,
      @PathParam("key") String key) {
    return years.begin(
        CurrentActor.of(security), SheetResource.student(student), SheetResource.key(key));
  }
}
