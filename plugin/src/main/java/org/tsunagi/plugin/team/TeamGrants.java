// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.team;

import java.lang.ref.WeakReference;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.api.access.Actor;
import org.tsunagi.plugin.access.Grants;
import org.tsunagi.plugin.access.domain.ChildGrants;
import org.tsunagi.plugin.platform.SchoolClock;
import org.tsunagi.plugin.platform.Transactions;
import org.tsunagi.plugin.team.persistence.MemberTable;

/**
 * The children granted to a person today, read once for each {@link Actor} object, that is for each
 * request. What was read is forgotten when a team changes here, and after two seconds in any case,
 * for a host that keeps its actors longer and for changes made by another node.
 */
@Component(service = {Grants.class, TeamGrants.class})
public final class TeamGrants implements Grants {
  private static final Duration KEPT = Duration.ofSeconds(2);
  private static final int MOST = 500;

  private final Transactions transactions;
  private final SchoolClock clock;
  private final AtomicLong changes = new AtomicLong();
  private final Map<Integer, Kept> recent =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, Kept> eldest) {
          return size() > MOST;
        }
      };

  /** Makes it. */
  @Activate
  public TeamGrants(@Reference Transactions transactions, @Reference SchoolClock clock) {
    this.transactions = transactions;
    this.clock = clock;
  }

  private record Kept(WeakReference<Actor> actor, Instant until, long change, ChildGrants grants) {}

  @Override
  @SuppressWarnings("ReferenceEquality") // an equal actor of the next request is asked for anew
  public ChildGrants of(Actor actor) {
    if (actor.posts().isEmpty()) {
      return ChildGrants.NONE;
    }
    int key = System.identityHashCode(actor);
    Instant now = clock.now();
    synchronized (recent) {
      Kept kept = recent.get(key);
      if (kept != null
          && kept.actor().get() == actor
          && kept.change() == changes.get()
          && now.isBefore(kept.until())) {
        return kept.grants();
      }
    }
    long change = changes.get();
    ChildGrants read =
        transactions.runSql(
            connection -> new MemberTable(connection).grants(actor.id(), clock.today(), now));
    synchronized (recent) {
      recent.put(key, new Kept(new WeakReference<>(actor), now.plus(KEPT), change, read));
    }
    return read;
  }

  /** Forgets what was read, because a team or an emergency has changed. */
  void forget() {
    changes.incrementAndGet();
  }
}
