// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.team;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.api.access.Actor;
import org.tsunagi.plugin.access.OpenToAll;
import org.tsunagi.plugin.platform.SchoolClock;
import org.tsunagi.plugin.platform.Transactions;
import org.tsunagi.plugin.shared.Missing;
import org.tsunagi.plugin.team.domain.Notice;
import org.tsunagi.plugin.team.persistence.NoticeTable;

/** Shows a person what they were told. */
@Component(service = NoticeService.class)
public final class NoticeService {
  private static final int MOST = 200;

  private final Transactions transactions;
  private final SchoolClock clock;

  /** Makes the service. */
  @Activate
  public NoticeService(@Reference Transactions transactions, @Reference SchoolClock clock) {
    this.transactions = transactions;
    this.clock = clock;
  }

  /** Lists the actor's own notices, the unseen first. */
  @OpenToAll("only what was told to the actor, and never the content it is about")
  public List<Notice> list(Actor actor) {
    return transactions.runSql(connection -> new NoticeTable(connection).list(actor.id(), MOST));
  }

  /** Notes that the actor has seen a notice. */
  @OpenToAll("only the actor's own notice is marked")
  public void see(Actor actor, String id) {
    boolean own =
        transactions.runSql(
            connection -> new NoticeTable(connection).see(actor.id(), id, clock.now()));
    if (!own) {
      throw new Missing();
    }
  }
}
