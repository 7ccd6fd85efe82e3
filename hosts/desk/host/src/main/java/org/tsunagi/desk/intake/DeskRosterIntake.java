// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.desk.intake;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.tsunagi.api.intake.RosterIntake;
import org.tsunagi.api.roster.RosterFeed;
import org.tsunagi.api.store.Store;
import org.tsunagi.desk.account.DeskClock;
import org.tsunagi.desk.sql.DeskSql;

/** Receives rosters into the desk's tables. */
@Component(service = RosterIntake.class)
public final class DeskRosterIntake implements RosterIntake {
  private final DeskSql sql;
  private final DeskClock clock;
  private final List<RosterFeed> feeds = new CopyOnWriteArrayList<>();

  /** Takes rosters into the store; what ends today ends by the clock's day. */
  @Activate
  public DeskRosterIntake(@Reference Store store, @Reference DeskClock clock) {
    this.sql = new DeskSql(store);
    this.clock = clock;
  }

  /** Begins to call a feed. */
  @Reference(
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      unbind = "removeFeed")
  public void addFeed(RosterFeed feed) {
    feeds.add(feed);
  }

  /** Ceases to call a feed. */
  public void removeFeed(RosterFeed feed) {
    feeds.remove(feed);
  }

  @Override
  public Session begin(boolean bulk) {
    return new IntakeSession(sql, feeds, clock.today(), bulk);
  }
}
