// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.rosariosis.feed;

import java.util.List;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.tsunagi.api.attendance.MarkFeed;
import org.tsunagi.api.calendar.CalendarFeed;
import org.tsunagi.api.roster.RosterFeed;

/** Everybody who hears of changes. They come and go. */
@Component(service = Feeds.class)
public final class Feeds {
  @Reference(policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
  private volatile List<MarkFeed> marks = List.of();

  @Reference(policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
  private volatile List<RosterFeed> roster = List.of();

  @Reference(policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
  private volatile List<CalendarFeed> calendar = List.of();

  /** Begins with nobody. */
  @Activate
  public Feeds() {}

  /** Takes fixed hearers. */
  Feeds(List<MarkFeed> marks, List<RosterFeed> roster, List<CalendarFeed> calendar) {
    this.marks = marks;
    this.roster = roster;
    this.calendar = calendar;
  }

  /** Tells whether all three kinds are heard; before that nothing may be taken from the outbox. */
  boolean complete() {
    return !marks.isEmpty() && !roster.isEmpty() && !calendar.isEmpty();
  }

  void tellMarks(Consumer<MarkFeed> news) {
    marks.forEach(news);
  }

  void tellRoster(Consumer<RosterFeed> news) {
    roster.forEach(news);
  }

  void tellCalendar(Consumer<CalendarFeed> news) {
    calendar.forEach(news);
  }
}
