// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register;

import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.api.access.Actor;
import org.tsunagi.api.attendance.AttendanceBook;
import org.tsunagi.api.calendar.SchoolCalendar;
import org.tsunagi.api.roster.StudentDirectory;
import org.tsunagi.api.school.SchoolYear;
import org.tsunagi.plugin.access.AuditTrail;
import org.tsunagi.plugin.access.Gate;
import org.tsunagi.plugin.access.Privilege;
import org.tsunagi.plugin.access.Target;
import org.tsunagi.plugin.platform.SchoolClock;
import org.tsunagi.plugin.platform.Transactions;
import org.tsunagi.plugin.register.domain.CopyDifference;
import org.tsunagi.plugin.register.persistence.CopyComparison;
import org.tsunagi.plugin.register.persistence.CopyRebuild;
import org.tsunagi.plugin.register.persistence.HostFacts;

/** Proves that the counting copy equals the host, and makes it again where it does not. */
@Component(service = CountingCopyService.class)
public final class CountingCopyService {
  private final Gate gate;
  private final Transactions transactions;
  private final AuditTrail audit;
  private final SchoolClock clock;
  private final StudentDirectory directory;
  private final SchoolCalendar calendar;
  private final AttendanceBook book;

  /** Makes the service. */
  @Activate
  public CountingCopyService(
      @Reference Gate gate,
      @Reference Transactions transactions,
      @Reference AuditTrail audit,
      @Reference SchoolClock clock,
      @Reference StudentDirectory directory,
      @Reference SchoolCalendar calendar,
      @Reference AttendanceBook book) {
    this.gate = gate;
    this.transactions = transactions;
    this.audit = audit;
    this.clock = clock;
    this.directory = directory;
    this.calendar = calendar;
    this.book = book;
  }

  /** Compares every row of the copy with the host. */
  public CopyDifference compare(Actor actor) {
    gate.require(actor, Privilege.SETTING_WRITE, new Target.Installation());
    return transactions.runSql(connection -> new CopyComparison(connection, host()).run());
  }

  /**
   * Makes the copy again from everything the host streams.
   *
   * @return how many rows it holds now
   */
  public long rebuild(Actor actor) {
    gate.require(actor, Privilege.SETTING_WRITE, new Target.Installation());
    return transactions.runSql(
        connection -> {
          long rows = new CopyRebuild(connection, host()).run();
          audit.record(
              connection,
              actor,
              Optional.empty(),
              "countingCopy.rebuild",
              "countingCopy:all",
              Map.of("rows", Long.toString(rows)));
          return rows;
        });
  }

  private HostFacts host() {
    return HostFacts.around(SchoolYear.of(clock.today()), directory, calendar, book);
  }
}
