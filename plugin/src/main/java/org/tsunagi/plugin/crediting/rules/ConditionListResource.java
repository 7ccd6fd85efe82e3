// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.crediting.rules;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
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
import org.tsunagi.api.access.Actor;
import org.tsunagi.plugin.crediting.domain.ConditionList;
import org.tsunagi.plugin.platform.ApiResource;
import org.tsunagi.plugin.platform.CurrentActor;
import org.tsunagi.plugin.platform.Summary;
import org.tsunagi.plugin.shared.Finding;
import org.tsunagi.plugin.shared.LocalScope;
import org.tsunagi.plugin.shared.Malformed;

/** Condition lists at {@code /condition-lists}. */
@Component(service = ApiResource.class)
@Path("condition-lists")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class ConditionListResource implements ApiResource {
  private final ConditionListService lists;

  /** Makes the resource. */
  @Activate
  public ConditionListResource(@Reference ConditionListService lists) {
    this.lists = lists;
  }

  /** Lists the shipped lists. */
  @GET
  @Summary("Lists the condition lists as they are shipped.")
  public Map<String, List<ConditionList>> list(@Context SecurityContext security) {
    return Map.of("lists", lists.list(CurrentActor.of(security)));
  }

  /** Shows a list as it holds today. */
  @GET
  @Path("{id}")
  @Summary("Shows a condition list as it holds today for a school, a municipality or for all.")
  public ConditionListService.View get(
      @Context SecurityContext security,
      @PathParam("id") String id,
      @QueryParam("school") @DefaultValue("") String school,
      @QueryParam("municipality") @DefaultValue("") String municipality) {
    return lists.get(CurrentActor.of(security), id, scope(school, municipality));
  }

  /** Sets a list from a day on, or says what there is to say about it. */
  @PUT
  @Path("{id}")
  @Summary("Sets a condition list from a day on; dryRun only says what there is to say about it.")
  public Map<String, List<Finding>> set(
      @Context SecurityContext security,
      @PathParam("id") String id,
      @QueryParam("school") @DefaultValue("") String school,
      @QueryParam("municipality") @DefaultValue("") String municipality,
      @QueryParam("dryRun") @DefaultValue("false") boolean dryRun,
      ConditionListService.Command command) {
    Actor actor = CurrentActor.of(security);
    LocalScope scope = scope(school, municipality);
    return Map.of(
        "findings",
        dryRun ? lists.check(actor, id, command) : lists.set(actor, id, scope, command));
  }

  private static LocalScope scope(String school, String municipality) {
    if (!school.isBlank() && !municipality.isBlank()) {
      throw new Malformed("school と municipality は、どちらか一つにしてください。");
    }
    return !school.isBlank()
        ? LocalScope.ofSchool(school.strip())
        : municipality.isBlank()
            ? LocalScope.INSTALLATION
            : LocalScope.ofMunicipality(municipality.strip());
  }
}
