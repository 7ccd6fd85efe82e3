// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.code;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.api.host.Capability;
import org.tsunagi.api.host.Host;
import org.tsunagi.api.roster.Enrolment;
import org.tsunagi.api.roster.RosterFeed;
import org.tsunagi.api.school.Homeroom;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.plugin.platform.Transactions;

/**
 * Makes the codes known to a host that is itself the roster, as soon as it has classes in a school
 * year. Where rosters are imported, the import does it.
 */
@Component(service = RosterFeed.class)
public final class HostCodeFeed implements RosterFeed {
  private final Transactions transactions;
  private final HostCodes codes;
  private final boolean wanted;

  /** Makes the feed. */
  @Activate
  public HostCodeFeed(
      @Reference Transactions transactions, @Reference HostCodes codes, @Reference Host host) {
    this.transactions = transactions;
    this.codes = codes;
    this.wanted = !host.capabilities().contains(Capability.RECEIVE_ROSTER);
  }

  private record Year(SchoolId school, int year) {}

  @Override
  public void homeroomsChanged(List<Homeroom> homerooms) {
    if (!wanted) {
      return;
    }
    Set<Year> years =
        homerooms.stream()
            .map(room -> new Year(room.school(), room.schoolYear()))
            .collect(Collectors.toSet());
    transactions.runSql(
        connection -> {
          years.forEach(one -> codes.install(connection, one.school(), one.year()));
          return true;
        });
  }

  @Override
  public void enrolmentsChanged(List<Enrolment> changed, Set<String> removedIds) {
    // A stay needs no codes of its own: its class was told before it.
  }
}
