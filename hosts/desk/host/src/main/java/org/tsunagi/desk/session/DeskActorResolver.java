// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.desk.session;

import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.api.access.Actor;
import org.tsunagi.api.access.ActorResolver;
import org.tsunagi.api.access.IncomingRequest;

/** The person behind the desk's session cookie; a change needs the header against forgery too. */
@Component(service = ActorResolver.class)
public final class DeskActorResolver implements ActorResolver {
  /** The session cookie's name. */
  public static final String COOKIE = "desk_session";

  private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

  private final Sessions sessions;
  private final Actors actors;

  /** Takes the sessions and the actors behind them. */
  @Activate
  public DeskActorResolver(@Reference Sessions sessions, @Reference Actors actors) {
    this.sessions = sessions;
    this.actors = actors;
  }

  @Override
  public Optional<Actor> resolve(IncomingRequest request) {
    String token = request.cookie(COOKIE).orElse("");
    if (token.isEmpty()) {
      return Optional.empty();
    }
    if (!SAFE.contains(request.method())
        && !Csrf.matches(token, request.header("X-CSRF-Token").orElse(""))) {
      return Optional.empty();
    }
    return sessions.find(token).filter(session -> session.stage() == Stage.FULL).map(actors::of);
  }
}
