// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.platform;

import jakarta.ws.rs.NotAuthorizedException;
import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;
import org.tsunagi.api.access.Actor;

/**
 * The actor behind a REST request, as the security context carries it.
 *
 * @param actor the actor
 */
public record CurrentActor(Actor actor) implements Principal {
  @Override
  public String getName() {
    return actor.id();
  }

  /** Returns the actor of a request; 401 when nobody is signed in. */
  public static Actor of(SecurityContext security) {
    if (security.getUserPrincipal() instanceof CurrentActor current) {
      return current.actor();
    }
    throw new NotAuthorizedException("Bearer");
  }
}
