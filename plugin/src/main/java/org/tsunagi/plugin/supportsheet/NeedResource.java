// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.supportsheet;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.plugin.platform.ApiResource;
import org.tsunagi.plugin.platform.CurrentActor;
import org.tsunagi.plugin.platform.Summary;
import org.tsunagi.plugin.shared.Malformed;
import org.tsunagi.plugin.supportsheet.domain.Need;

/** A child's kinds of need, and what the sheets say is to do, over REST. */
@Component(service = ApiResource.class)
@Path("students/{student}")
@Produces(MediaType.APPLICATION_JSON)
public final class NeedResource implements ApiResource {
  private final NeedService needs;
  private final SheetTaskService tasks;

  /** Makes the resource. */
  @Activate
  public NeedResource(@Reference NeedService needs, @Reference SheetTaskService tasks) {
    this.needs = needs;
    this.tasks = tasks;
  }

  /**
   * What is sent to set the kinds of need.
   *
   * @param version the version that was seen, 0 where there was none
   * @param kinds the codes
   */
  public record Body(@Nullable Integer version, @Nullable List<String> kinds) {}

  /** Shows the kinds of need. */
  @GET
  @Path("needs")
  @Summary("Returns the kinds of need for which a child has the support sheet.")
  public NeedService.View get(
      @Context SecurityContext security, @PathParam("student") String student) {
    return needs.find(CurrentActor.of(security), SheetResource.student(student));
  }

  /** Sets the kinds of need. */
  @PUT
  @Path("needs")
  @Consumes(MediaType.APPLICATION_JSON)
  @Summary("Sets the kinds of need of a child: absence, disability, japanese.")
  public NeedService.View put(
      @Context SecurityContext security,
      @PathParam("student") String student,
      @Nullable Body body) {
    if (body == null || body.version() == null || body.kinds() == null) {
      throw new Malformed("version と kinds を指定してください。");
    }
    Set<Need> kinds = EnumSet.noneOf(Need.class);
    for (String kind : body.kinds()) {
      kinds.add(
          Need.find(kind == null ? "" : kind)
              .orElseThrow(() -> new Malformed("kinds は absence、disability、japanese から選んでください。")));
    }
    return needs.set(
        CurrentActor.of(security), SheetResource.student(student), body.version(), kinds);
  }

  /** Lists what is to do. */
  @GET
  @Path("sheet-tasks")
  @Summary("Lists the reviews and agreements that a child's support sheets leave open, by day.")
  public List<SheetTaskService.Task> tasks(
      @Context SecurityContext security, @PathParam("student") String student) {
    return tasks.list(CurrentActor.of(security), SheetResource.student(student));
  }
}
