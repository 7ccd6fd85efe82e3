// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.desk.session;

import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.api.access.Actor;
import org.tsunagi.api.staff.Post;
import org.tsunagi.api.staff.StaffDirectory;
import org.tsunagi.api.staff.StaffId;
import org.tsunagi.desk.account.Account;
import org.tsunagi.desk.account.AccountPosts;
import org.tsunagi.desk.account.DeskClock;

/** The actor behind a session: the posts of the roster and those given here that are held today. */
@Component(service = Actors.class)
public final class Actors {
  private final StaffDirectory staff;
  private final AccountPosts given;
  private final DeskClock clock;

  /** Takes the roster's staff, the posts given here and the clock. */
  @Activate
  public Actors(
      @Reference StaffDirectory staff, @Reference AccountPosts given, @Reference DeskClock clock) {
    this.staff = staff;
    this.given = given;
    this.clock = clock;
  }

  /** Returns the actor of a session. */
  public Actor of(DeskSession session) {
    Account account = session.account();
    LocalDate today = clock.today();
    Stream<Post> roster =
        account.staffId().flatMap(id -> staff.find(new StaffId(id))).stream()
            .flatMap(member -> member.posts().stream());
    Stream<Post> here = given.list(account.id()).stream().map(AccountPosts.Given::post);
    return new Actor(
        account.id(),
        account.displayName(),
        Stream.concat(roster, here).filter(post -> post.heldOn(today)).distinct().toList(),
        Set.of(),
        session.secondFactor());
  }
}
