// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.rosariosis.ticket;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.api.access.Actor;
import org.tsunagi.api.access.ActorResolver;
import org.tsunagi.api.access.IncomingRequest;
import org.tsunagi.api.staff.Post;
import org.tsunagi.api.staff.StaffDirectory;
import org.tsunagi.api.staff.StaffId;
import org.tsunagi.api.staff.StaffMember;
import org.tsunagi.rosariosis.RosarioSettings;

/**
 * The person whom the host's PHP names in a ticket, with the posts of today.
 *
 * <p>Forged requests are refused by the PHP face, which knows the session; a ticket without a
 * session can't be made.
 */
@Component(service = {ActorResolver.class, TicketActorResolver.class})
public final class TicketActorResolver implements ActorResolver {
  private final TicketDoor door;
  private final StaffDirectory staff;
  private final RosarioSettings settings;

  /** Takes the door and the staff. */
  @Activate
  public TicketActorResolver(
      @Reference TicketDoor door,
      @Reference StaffDirectory staff,
      @Reference RosarioSettings settings) {
    this.door = door;
    this.staff = staff;
    this.settings = settings;
  }

  /**
   * The one who asks, and what the ticket says beside.
   *
   * @param actor the actor
   * @param ticket the ticket
   */
  public record Admitted(Actor actor, Ticket ticket) {}

  @Override
  public Optional<Actor> resolve(IncomingRequest request) {
    return request
        .header(TicketDoor.HEADER)
        .flatMap(text -> admit(text, request.method(), request.path()))
        .map(Admitted::actor);
  }

  /** Lets a request in by its ticket. */
  public Optional<Admitted> admit(String text, String method, String path) {
    return door.admit(text, method, path)
        .flatMap(
            ticket ->
                staff
                    .find(new StaffId(ticket.user()))
                    .map(member -> new Admitted(actor(member), ticket)));
  }

  private Actor actor(StaffMember member) {
    List<Post> held =
        member.posts().stream().filter(post -> post.heldOn(settings.today())).toList();
    return new Actor(member.id().value(), member.name(), held, Set.of(), false);
  }
}
