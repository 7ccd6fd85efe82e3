// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.access;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.plugin.access.domain.ServiceAccount;
import org.tsunagi.plugin.platform.ApiResource;
import org.tsunagi.plugin.platform.CurrentActor;
import org.tsunagi.plugin.platform.Summary;
import org.tsunagi.plugin.shared.Malformed;

/** The service accounts at {@code /service-accounts}. */
@Component(service = ApiResource.class)
@Path("service-accounts")
@Produces(MediaType.APPLICATION_JSON)
public final class ServiceAccountResource implements ApiResource {
  private final ServiceAccountService accounts;

  /** Makes the resource. */
  @Activate
  public ServiceAccountResource(@Reference ServiceAccountService accounts) {
    this.accounts = accounts;
  }

  /**
   * What is asked for.
   *
   * @param name the account's name
   * @param privileges the privileges' codes
   */
  public record Order(@Nullable String name, @Nullable Set<String> privileges) {}

  /**
   * A new account.
   *
   * @param name its name
   * @param privileges its privileges
   * @param token the token, shown this once
   */
  public record Issued(String name, Set<String> privileges, String token) {}

  /** Lists all accounts. */
  @GET
  @Summary("Lists all service accounts.")
  public List<ServiceAccount> list(@Context SecurityContext security) {
    return accounts.list(CurrentActor.of(security));
  }

  /** Makes an account, or gives one of that name a new token. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Summary("Makes a service account; the token is shown this once.")
  public Response create(@Context SecurityContext security, @Nullable Order order) {
    if (order == null || order.name() == null || order.privileges() == null) {
      throw new Malformed("name と privileges を指定してください。");
    }
    String token = accounts.create(CurrentActor.of(security), order.name(), order.privileges());
    return Response.status(Response.Status.CREATED)
        .entity(new Issued(order.name(), order.privileges(), token))
        .header("Cache-Control", "no-store")
        .build();
  }

  /** Revokes an account. */
  @DELETE
  @Path("{name}")
  @Summary("Revokes a service account.")
  public void revoke(@Context SecurityContext security, @PathParam("name") String name) {
    accounts.revoke(CurrentActor.of(security), name);
  }
}
