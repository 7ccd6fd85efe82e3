// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.watch;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.api.access.Actor;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.plugin.access.Gate;
import org.tsunagi.plugin.access.Privilege;
import org.tsunagi.plugin.access.Target;
import org.tsunagi.plugin.platform.SchoolClock;
import org.tsunagi.plugin.platform.Transactions;
import org.tsunagi.plugin.shared.Malformed;
import org.tsunagi.plugin.shared.Missing;

/** Shows what was noticed to those who may see it. */
@Component(service = WatchService.class)
public final class WatchService {
  private final Gate gate;
  private final WatchPlaces places;
  private final Transactions transactions;
  private final WatchBoards boards;
  private final SchoolClock clock;

  /** Makes the service. */
  @Activate
  public WatchService(
      @Reference Gate gate,
      @Reference WatchPlaces places,
      @Reference Transactions transactions,
      @Reference WatchBoards boards,
      @Reference SchoolClock clock) {
    this.gate = gate;
    this.places = places;
    this.transactions = transactions;
    this.boards = boards;
    this.clock = clock;
  }

  /**
   * Shows the board of a school: the whole of it, or the actor's own homerooms.
   *
   * @param asked the school; empty for the actor's own
   * @param on the day; empty for today
   * @throws Malformed where the day is to come
   */
  public WatchBoard board(Actor actor, Optional<SchoolId> asked, Optional<LocalDate> on) {
    LocalDate day = on.orElse(clock.today());
    if (day.isAfter(clock.today())) {
      throw new Malformed("on は今日までの日付にしてください。");
    }
    SchoolId school = places.school(actor, asked);
    boolean whole = gate.permits(actor, Privilege.WATCH_READ, new Target.OfSchool(school));
    if (!whole && !hasHomeroom(actor, school)) {
      gate.require(actor, Privilege.WATCH_READ, new Target.OfSchool(school));
    }
    WatchBoards.Reader reader =
        new WatchBoards.Reader(
            actor.id(),
            whole,
            room -> gate.permits(actor, Privilege.WATCH_READ, new Target.OfHomeroom(room)));
    return transactions.runSql(connection -> boards.load(connection, school, day, reader));
  }

  /**
   * Loads the boards of all schools that the actor may read, or of the one that is meant. For a
   * whole city {@link CityWatchService} is the quicker way.
   */
  public List<WatchBoard> boards(Actor actor, Optional<SchoolId> asked, Optional<LocalDate> on) {
    if (asked.isPresent() || places.hasOwnSchool(actor)) {
      return List.of(board(actor, asked, on));
    }
    List<SchoolId> readable =
        places.listSchools().stream()
            .filter(one -> gate.permits(actor, Privilege.WATCH_READ, new Target.OfSchool(one)))
            .toList();
    if (readable.isEmpty()) {
      gate.require(actor, Privilege.WATCH_READ, new Target.Installation());
      throw new Missing();
    }
    return readable.stream().map(one -> board(actor, Optional.of(one), on)).toList();
  }

  private boolean hasHomeroom(Actor actor, SchoolId school) {
    return actor.posts().stream()
        .filter(post -> post.heldOn(clock.today()))
        .anyMatch(post -> post.school().equals(Optional.of(school)) && post.homeroom().isPresent());
  }
}
