// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.curriculum;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.plugin.platform.ApiResource;
import org.tsunagi.plugin.platform.CurrentActor;
import org.tsunagi.plugin.platform.Summary;
import org.tsunagi.plugin.shared.Malformed;

/** Curriculum plans of a school over HTTP. */
@Component(service = ApiResource.class)
@Path("schools/{school}/curriculum-plans")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class PlanResource implements ApiResource {
  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private final PlanService plans;
  private final PlanPaperService papers;

  /** Makes the resource. */
  @Activate
  public PlanResource(@Reference PlanService plans, @Reference PlanPaperService papers) {
    this.plans = plans;
    this.papers = papers;
  }

  /** Lists the plans. */
  @GET
  @Summary("Lists a school's curriculum plans with their newest version and the one in force.")
  public List<PlanView.Line> list(
      @Context SecurityContext security, @PathParam("school") String school) {
    return plans.list(CurrentActor.of(security), new SchoolId(school));
  }

  /** Shows a plan. */
  @GET
  @Path("{plan}")
  @Summary("Shows a version of a curriculum plan with its figures and what is still missing.")
  public Map<String, Object> view(
      @Context SecurityContext security,
      @PathParam("school") String school,
      @PathParam("plan") String plan,
      @QueryParam("version") @DefaultValue("0") int version) {
    return plans.view(CurrentActor.of(security), new SchoolId(school), plan, version).export();
  }

  /** Writes a plan as a workbook. */
  @GET
  @Path("{plan}/table.xlsx")
  @Produces(XLSX)
  @Summary("Writes the table of a curriculum plan (教育課程表) as XLSX.")
  public Response table(
      @Context SecurityContext security,
      @PathParam("school") String school,
      @PathParam("plan") String plan,
      @QueryParam("version") @DefaultValue("0") int version) {
    byte[] file = papers.table(CurrentActor.of(security), new SchoolId(school), plan, version);
    return Response.ok(file, XLSX)
        .header("Content-Disposition", "attachment; filename=\"curriculum.xlsx\"")
        .build();
  }

  /** Adds a plan. */
  @POST
  @Summary("Adds a curriculum plan with a first draft.")
  public Response add(
      @Context SecurityContext security,
      @PathParam("school") String school,
      @Nullable PlanCommand command) {
    if (command == null) {
      throw new Malformed("name と plan を指定してください。");
    }
    PlanView.Saved saved = plans.add(CurrentActor.of(security), new SchoolId(school), command);
    return Response.status(Response.Status.CREATED).entity(saved).build();
  }

  /** Saves a draft. */
  @PUT
  @Path("{plan}/draft")
  @Summary("Saves the draft of a curriculum plan; an approved version can't be written.")
  public PlanView.Saved save(
      @Context SecurityContext security,
      @PathParam("school") String school,
      @PathParam("plan") String plan,
      PlanCommand.@Nullable Saving command) {
    return plans.save(CurrentActor.of(security), new SchoolId(school), plan, needed(command));
  }

  /** Begins the next version. */
  @POST
  @Path("{plan}/versions")
  @Summary("Begins the next version of an approved curriculum plan as a copy.")
  public Response begin(
      @Context SecurityContext security,
      @PathParam("school") String school,
      @PathParam("plan") String plan) {
    PlanView.Saved saved = plans.begin(CurrentActor.of(security), new SchoolId(school), plan);
    return Response.status(Response.Status.CREATED).entity(saved).build();
  }

  /** Notes that a version was handed in. */
  @POST
  @Path("{plan}/application")
  @Summary("Notes that a version of a curriculum plan was handed in.")
  public PlanView.Saved apply(
      @Context SecurityContext security,
      @PathParam("school") String school,
      @PathParam("plan") String plan,
      PlanCommand.@Nullable Applying command) {
    return plans.apply(CurrentActor.of(security), new SchoolId(school), plan, needed(command));
  }

  /** Notes an approval. */
  @POST
  @Path("{plan}/approval")
  @Summary("Notes the approval of a version; it is read-only and takes effect on its first day.")
  public PlanView.Saved approve(
      @Context SecurityContext security,
      @PathParam("school") String school,
      @PathParam("plan") String plan,
      PlanCommand.@Nullable Approving command) {
    return plans.approve(CurrentActor.of(security), new SchoolId(school), plan, needed(command));
  }

  private static <T> T needed(@Nullable T command) {
    if (command == null) {
      throw new Malformed("本文に version と revision を指定してください。");
    }
    return command;
  }
}
