// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.access;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.ext.Provider;
import java.security.Principal;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.tsunagi.api.access.Actor;
import org.tsunagi.api.access.ActorResolver;
import org.tsunagi.plugin.platform.ApiResource;
import org.tsunagi.plugin.platform.CurrentActor;

/**
 * Finds out who sends a REST request: the service account of a bearer token, or the person the host
 * knows. A request without either goes on without an actor, and is refused where one is needed.
 */
@Component(service = ApiResource.class)
@Provider
@Priority(Priorities.AUTHENTICATION)
public final class AuthenticationFilter implements ApiResource, ContainerRequestFilter {
  private static final String BEARER = "bearer ";

  private final ServiceAccountService accounts;
  private volatile @Nullable ActorResolver resolver;

  /** Makes the filter. */
  @Activate
  public AuthenticationFilter(@Reference ServiceAccountService accounts) {
    this.accounts = accounts;
  }

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  void setResolver(ActorResolver found) {
    resolver = found;
  }

  void unsetResolver(ActorResolver gone) {
    if (resolver == gone) {
      resolver = null;
    }
  }

  @Override
  public void filter(ContainerRequestContext request) {
    SecurityContext before = request.getSecurityContext();
    find(request)
        .ifPresent(actor -> request.setSecurityContext(new ActorContext(actor, before.isSecure())));
  }

  private Optional<Actor> find(ContainerRequestContext request) {
    String header = request.getHeaderString(HttpHeaders.AUTHORIZATION);
    if (header != null && header.toLowerCase(Locale.ROOT).startsWith(BEARER)) {
      return accounts.authenticate(header.substring(BEARER.length()).strip());
    }
    ActorResolver host = resolver;
    return host == null ? Optional.empty() : host.resolve(new ContainerRequest(request));
  }

  private record ActorContext(CurrentActor principal, boolean secure) implements SecurityContext {
    ActorContext(Actor actor, boolean secure) {
      this(new CurrentActor(actor), secure);
    }

    @Override
    public Principal getUserPrincipal() {
      return principal;
    }

    @Override
    public boolean isUserInRole(String role) {
      return false;
    }

    @Override
    public boolean isSecure() {
      return secure;
    }

    @Override
    public String getAuthenticationScheme() {
      return "Tsunagi";
    }
  }
}
