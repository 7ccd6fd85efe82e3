// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.exemption;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.api.access.Actor;
import org.tsunagi.api.roster.StudentDirectory;
import org.tsunagi.api.school.Homeroom;
import org.tsunagi.api.school.HomeroomId;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.plugin.access.Gate;
import org.tsunagi.plugin.access.Privilege;
import org.tsunagi.plugin.access.Target;
import org.tsunagi.plugin.exemption.domain.ExemptPeriod;
import org.tsunagi.plugin.exemption.domain.ExemptPeriodRule;
import org.tsunagi.plugin.platform.Transactions;
import org.tsunagi.plugin.register.Counting;
import org.tsunagi.plugin.register.domain.BereavementRule;
import org.tsunagi.plugin.register.domain.RegisterSettings;
import org.tsunagi.plugin.register.domain.StayCount;
import org.tsunagi.plugin.register.domain.StudentCount;
import org.tsunagi.plugin.shared.Missing;

/** Lists the exempt days of a school or a homeroom in a school year. */
@Component(service = ExemptDayService.class)
public final class ExemptDayService {
  private final Gate gate;
  private final Transactions transactions;
  private final StudentDirectory directory;
  private final Counting counting;

  /** Makes the service. */
  @Activate
  public ExemptDayService(
      @Reference Gate gate,
      @Reference Transactions transactions,
      @Reference StudentDirectory directory,
      @Reference Counting counting) {
    this.gate = gate;
    this.transactions = transactions;
    this.directory = directory;
    this.counting = counting;
  }

  /**
   * A mourning that is longer than the school's limit.
   *
   * @param studentId the student
   * @param relation whose death
   * @param firstOn its first day
   * @param lastOn its last day
   * @param days its school days
   * @param limit the school's limit in days
   * @param message the same in a sentence
   */
  public record LongMourning(
      String studentId,
      String relation,
      LocalDate firstOn,
      LocalDate lastOn,
      int days,
      int limit,
      String message) {}

  /**
   * The exempt days of a school year.
   *
   * @param asked whether exempt marks count only with the principal's acceptance
   * @param limits the school's limits of mourning, as its setting has them
   * @param periods the periods, those that wait first, then by first day
   * @param mournings mournings that are longer than the school's limit
   */
  public record ExemptDays(
      boolean asked, String limits, List<ExemptPeriod> periods, List<LongMourning> mournings) {
    /** Copies the lists. */
    public ExemptDays {
      periods = List.copyOf(periods);
      mournings = List.copyOf(mournings);
    }
  }

  /** Lists the exempt days of a school. */
  public ExemptDays list(Actor actor, SchoolId school, int schoolYear) {
    Target target = new Target.OfSchool(school);
    gate.require(actor, Privilege.TALLY_READ, target);
    boolean openly = gate.permits(actor, Privilege.RESTRICTED_READ, target);
    return transactions.runSql(
        connection -> days(counting.countSchool(connection, school, schoolYear), openly));
  }

  /** Lists the exempt days of a homeroom. */
  public ExemptDays list(Actor actor, HomeroomId homeroom) {
    Homeroom room = directory.findHomeroom(homeroom).orElseThrow(Missing::new);
    Target target = new Target.OfHomeroom(room);
    gate.require(actor, Privilege.TALLY_READ, target);
    boolean openly = gate.permits(actor, Privilege.RESTRICTED_READ, target);
    return transactions.runSql(connection -> days(counting.countRoom(connection, room), openly));
  }

  private static ExemptDays days(Counting.CountedSchool counted, boolean openly) {
    RegisterSettings settings = counted.settings();
    List<ExemptPeriod> periods = new ArrayList<>();
    List<LongMourning> mournings = new ArrayList<>();
    for (StudentCount full : counted.students()) {
      StudentCount student = openly ? full : full.masked();
      periods.addAll(ExemptPeriodRule.list(student, settings.acceptancesAsked()));
      for (StayCount stay : student.stays()) {
        BereavementRule.find(stay.days(), settings.bereavementLimits())
            .forEach(one -> mournings.add(mourning(student, one)));
      }
    }
    periods.sort(
        Comparator.comparing((ExemptPeriod one) -> one.state() != ExemptPeriod.State.WAITING)
            .thenComparing(one -> one.days().get(0), Comparator.reverseOrder())
            .thenComparing(one -> one.student().value()));
    return new ExemptDays(
        settings.acceptancesAsked(), settings.bereavementLimits().text(), periods, mournings);
  }

  private static LongMourning mourning(StudentCount student, BereavementRule.Longer one) {
    return new LongMourning(
        student.student().value(),
        one.relation(),
        one.first(),
        one.last(),
        one.days(),
        one.limit(),
        one.text());
  }
}
