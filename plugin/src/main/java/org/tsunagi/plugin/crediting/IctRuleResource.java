// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.crediting;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.plugin.platform.ApiResource;
import org.tsunagi.plugin.platform.CurrentActor;
import org.tsunagi.plugin.platform.Summary;

/** Day-conversion rules over HTTP. */
@Component(service = ApiResource.class)
@Path("ict-rules")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class IctRuleResource implements ApiResource {
  private final IctRuleService rules;

  /** Makes the resource. */
  @Activate
  public IctRuleResource(@Reference IctRuleService rules) {
    this.rules = rules;
  }

  /** Lists the rules. */
  @GET
  @Summary("Lists the day-conversion rules of establishing bodies; none is shipped.")
  public Map<String, Object> list(@Context SecurityContext security) {
    return Map.of("ictRules", rules.list(CurrentActor.of(security)));
  }

  /** Adds a rule. */
  @POST
  @Summary("Adds a day-conversion rule from a day on.")
  public Response add(@Context SecurityContext security, IctRuleCommand command) {
    String id = rules.add(CurrentActor.of(security), command);
    return Response.status(Response.Status.CREATED).entity(Map.of("id", id)).build();
  }

  /** Voids a rule. */
  @POST
  @Path("{rule}/void")
  @Summary("Voids a day-conversion rule with a reason.")
  public void voidRule(
      @Context SecurityContext security,
      @PathParam("rule") String rule,
      CreditingCommand.Voiding command) {
    rules.voidRule(CurrentActor.of(security), rule, command);
  }
}
