// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register;

import java.sql.Connection;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.api.access.Actor;
import org.tsunagi.api.roster.Enrolment;
import org.tsunagi.api.roster.StudentDirectory;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.school.Homeroom;
import org.tsunagi.api.school.HomeroomId;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.api.school.SchoolYear;
import org.tsunagi.plugin.access.Gate;
import org.tsunagi.plugin.access.Privilege;
import org.tsunagi.plugin.access.Target;
import org.tsunagi.plugin.code.domain.AttendanceCode;
import org.tsunagi.plugin.code.domain.CodeCatalogue;
import org.tsunagi.plugin.code.domain.CodeEffect;
import org.tsunagi.plugin.platform.SchoolClock;
import org.tsunagi.plugin.platform.Transactions;
import org.tsunagi.plugin.register.domain.DayMark;
import org.tsunagi.plugin.register.domain.StayCount;
import org.tsunagi.plugin.register.domain.Tally;
import org.tsunagi.plugin.register.domain.TallyRule;
import org.tsunagi.plugin.register.persistence.FactsQuery;
import org.tsunagi.plugin.register.persistence.LoadedFacts;
import org.tsunagi.plugin.register.persistence.RegisterLocks;
import org.tsunagi.plugin.shared.DateRange;
import org.tsunagi.plugin.shared.Finding;
import org.tsunagi.plugin.shared.Missing;

/**
 * Turns a student's absences over a range of days into another code at once, as when a doctor says
 * that a suspension began on the first day of illness.
 *
 * <p>Basis: 指導要録の手引 第3章 Q14(1)イ (病気欠席開始日にさかのぼって出席停止とすることが望ましい).
 */
@Component(service = RecodingService.class)
public final class RecodingService {
  private final Gate gate;
  private final Transactions transactions;
  private final SchoolClock clock;
  private final StudentDirectory directory;
  private final RegisterLocks locks;
  private final Counting counting;
  private final MarkSaving saving;

  /** Makes the service. */
  @Activate
  public RecodingService(
      @Reference Gate gate,
      @Reference Transactions transactions,
      @Reference SchoolClock clock,
      @Reference StudentDirectory directory,
      @Reference RegisterLocks locks,
      @Reference Counting counting,
      @Reference MarkSaving saving) {
    this.gate = gate;
    this.transactions = transactions;
    this.clock = clock;
    this.directory = directory;
    this.locks = locks;
    this.counting = counting;
    this.saving = saving;
  }

  /**
   * What absences are to become.
   *
   * @param days the days, within one school year
   * @param code the code they become
   * @param detail what the remark names (a disease, a relative …)
   * @param reason why
   */
  public record Wanted(DateRange days, String code, String detail, String reason) {}

  /**
   * Turns the absences of a range into another code, all in one step, or tells what that would do.
   *
   * @param dryRun whether nothing is written
   */
  public RecodingOutcome recode(Actor actor, StudentId student, Wanted wanted, boolean dryRun) {
    List<Enrolment> stays = directory.listEnrolments(student);
    Target target = new Target.OfStudent(student, stays);
    gate.require(actor, Privilege.REGISTER_WRITE, target);
    boolean openly = gate.permits(actor, Privilege.RESTRICTED_READ, target);
    SchoolYear year = SchoolYear.of(wanted.days().first());
    MarkSaving.refuse(RecodingChecks.form(wanted, dryRun));
    return transactions.runSql(
        connection -> {
          Plan plan = plan(connection, student, stays, wanted, year);
          MarkSaving.refuse(RecodingChecks.absences(plan.changes.size()));
          MarkSaving.refuse(code(connection, actor, plan, wanted));
          List<YearMonth> locked = lockedMonths(connection, plan);
          boolean may = mayUnlock(actor, plan.rooms());
          if (!dryRun && !locked.isEmpty() && !may) {
            MarkSaving.refuse(RecodingChecks.locked(locked));
          }
          RecodingOutcome outcome = outcome(connection, plan, wanted, dryRun, locked, may, openly);
          if (!dryRun) {
            write(connection, actor, plan, wanted, openly);
          }
          return outcome;
        });
  }

  /** The absences of the range by homeroom, and the query that counts the student. */
  private record Plan(
      FactsQuery query, Map<Homeroom, List<MarkWriting.Wanted>> byRoom, List<LocalDate> changes) {
    Set<Homeroom> rooms() {
      return byRoom.keySet();
    }
  }

  private Plan plan(
      Connection connection,
      StudentId student,
      List<Enrolment> stays,
      Wanted wanted,
      SchoolYear year) {
    List<Enrolment> own = stays.stream().filter(stay -> stay.schoolYear() == year.year()).toList();
    if (own.isEmpty()) {
      throw new Missing();
    }
    FactsQuery query =
        FactsQuery.ofYear(
            own.stream().map(Enrolment::school).collect(Collectors.toSet()),
            year.year(),
            own.stream().map(Enrolment::grade).collect(Collectors.toSet()),
            Set.of(student));
    CodeCatalogue codes = counting.codes(connection);
    Map<Homeroom, List<MarkWriting.Wanted>> byRoom = new LinkedHashMap<>();
    List<LocalDate> days = new ArrayList<>();
    LoadedFacts facts = counting.load(connection, query);
    facts.marks(student).stream()
        .filter(mark -> wanted.days().contains(mark.date()) && absent(codes, mark))
        .sorted(Comparator.comparing(DayMark::date))
        .forEach(
            mark ->
                room(own, mark.date())
                    .ifPresent(
                        room -> {
                          days.add(mark.date());
                          byRoom
                              .computeIfAbsent(room, key -> new ArrayList<>())
                              .add(change(student, mark, wanted));
                        }));
    return new Plan(query, byRoom, days);
  }

  private List<Finding> code(Connection connection, Actor actor, Plan plan, Wanted wanted) {
    Optional<AttendanceCode> code =
        counting.codes(connection).find(wanted.code(), wanted.days().first());
    SchoolId school = plan.rooms().iterator().next().school();
    return RecodingChecks.code(
        code, plan.query.schoolYear().year(), RoleTitles.roles(actor, school, clock.today()));
  }

  private static boolean absent(CodeCatalogue codes, DayMark mark) {
    return codes
        .find(mark.code(), mark.date())
        .map(code -> code.effect() == CodeEffect.ABSENT)
        .orElse(false);
  }

  private Optional<Homeroom> room(List<Enrolment> stays, LocalDate date) {
    Optional<HomeroomId> id =
        stays.stream()
            .filter(stay -> stay.covers(date))
            .map(Enrolment::homeroom)
            .flatMap(Optional::stream)
            .findFirst();
    return id.flatMap(directory::findHomeroom);
  }

  private static MarkWriting.Wanted change(StudentId student, DayMark mark, Wanted wanted) {
    return new MarkWriting.Wanted(
        student,
        mark.date(),
        Optional.of(wanted.code()),
        wanted.detail(),
        "",
        Optional.of(mark.code()));
  }

  private List<YearMonth> lockedMonths(Connection connection, Plan plan) {
    List<YearMonth> months = new ArrayList<>();
    plan.byRoom.forEach(
        (room, changes) -> {
          Set<YearMonth> open = locks.listUnlocked(connection, room);
          changes.stream()
              .map(change -> YearMonth.from(change.date()))
              .distinct()
              .filter(
                  month ->
                      locks.settings(connection, room.school()).locks(month, clock.today())
                          && !open.contains(month))
              .forEach(months::add);
        });
    return months;
  }

  private boolean mayUnlock(Actor actor, Set<Homeroom> rooms) {
    return rooms.stream()
        .allMatch(
            room -> gate.permits(actor, Privilege.REGISTER_UNLOCK, new Target.OfHomeroom(room)));
  }

  private void write(Connection connection, Actor actor, Plan plan, Wanted wanted, boolean openly) {
    boolean through = mayUnlock(actor, plan.rooms());
    plan.byRoom.forEach(
        (room, changes) -> {
          locks.hold(connection, room);
          saving.save(
              connection,
              actor,
              room,
              changes,
              wanted.reason(),
              openly,
              "register.recode",
              through);
        });
  }

  private RecodingOutcome outcome(
      Connection connection,
      Plan plan,
      Wanted wanted,
      boolean dryRun,
      List<YearMonth> locked,
      boolean mayUnlock,
      boolean openly) {
    Set<LocalDate> days = Set.copyOf(plan.changes);
    Counting.Counted before = counting.countWith(connection, plan.query, marks -> marks);
    Counting.Counted after =
        counting.countWith(
            connection,
            plan.query,
            marks ->
                marks.stream()
                    .map(mark -> days.contains(mark.date()) ? recoded(mark, wanted) : mark)
                    .toList());
    return new RecodingOutcome(
        dryRun,
        plan.changes,
        figures(before.stays(), openly),
        figures(after.stays(), openly),
        locked.stream().map(YearMonth::toString).toList(),
        mayUnlock);
  }

  private static DayMark recoded(DayMark mark, Wanted wanted) {
    return new DayMark(
        mark.date(),
        wanted.code(),
        wanted.detail(),
        "",
        "",
        mark.onlineHeld(),
        mark.onlineSpecial(),
        OptionalInt.empty(),
        Optional.empty());
  }

  private static RecodingOutcome.Figures figures(List<StayCount> stays, boolean openly) {
    Tally sum = TallyRule.sum(stays.stream().map(stay -> stay.year().tally()).toList());
    List<String> remarks =
        stays.stream()
            .flatMap(stay -> (openly ? stay : stay.masked()).year().remarkTexts().stream())
            .toList();
    return new RecodingOutcome.Figures(
        sum.schoolDays(),
        sum.exemptDays(),
        sum.requiredDays(),
        sum.daysAbsent(),
        sum.daysPresent(),
        remarks);
  }
}
