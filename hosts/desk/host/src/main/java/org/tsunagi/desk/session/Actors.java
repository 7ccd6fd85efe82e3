// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.desk.session;

import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.api.access.Actor;
import org.tsunagi.desk.account.Account;
import org.tsunagi.desk.account.AccountPosts;
import org.tsunagi.desk.account.DeskClock;

/** The actor behind a session: the posts of the roster and those given here that are held today. */
@Component(service = Actors.class)
public final class Actors {
  private final AccountPosts posts;
  private final DeskClock clock;

  /** Takes the posts and the clock. */
  @Activate
  public Actors(@Reference AccountPosts posts, @Reference DeskClock clock) {
    this.posts = posts;
    this.clock = clock;
  }

  /** Returns the actor of a session. */
  public Actor of(DeskSession session) {
    Account account = session.account();
    return new Actor(
        account.id(),
        account.displayName(),
        posts.listHeld(account, clock.today()),
        Set.of(),
        session.secondFactor());
  }
}
