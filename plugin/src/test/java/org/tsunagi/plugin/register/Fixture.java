// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register;

import java.sql.Connection;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tsunagi.api.access.Actor;
import org.tsunagi.api.access.HostRole;
import org.tsunagi.api.calendar.PlannedDay;
import org.tsunagi.api.roster.Enrolment;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.school.Grade;
import org.tsunagi.api.school.Homeroom;
import org.tsunagi.api.school.HomeroomId;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.api.school.SchoolYear;
import org.tsunagi.api.staff.Post;
import org.tsunagi.plugin.access.AuditTrail;
import org.tsunagi.plugin.access.Gate;
import org.tsunagi.plugin.access.Privilege;
import org.tsunagi.plugin.access.Target;
import org.tsunagi.plugin.code.Codes;
import org.tsunagi.plugin.code.ShippedCodes;
import org.tsunagi.plugin.crediting.domain.Creditings;
import org.tsunagi.plugin.crediting.persistence.FacilityTable;
import org.tsunagi.plugin.crediting.persistence.SqlCreditings;
import org.tsunagi.plugin.platform.SchoolClock;
import org.tsunagi.plugin.register.persistence.CalendarCopy;
import org.tsunagi.plugin.register.persistence.ClosureChangeTable;
import org.tsunagi.plugin.register.persistence.ClosureTable;
import org.tsunagi.plugin.register.persistence.GroupTable;
import org.tsunagi.plugin.register.persistence.MarkCopy;
import org.tsunagi.plugin.register.persistence.RegisterFacts;
import org.tsunagi.plugin.register.persistence.RegisterLocks;
import org.tsunagi.plugin.register.persistence.RosterCopy;
import org.tsunagi.plugin.shared.NotPermitted;
import org.tsunagi.testing.TestDatabases;

/** The register's services on a real database with a host in memory. */
final class Fixture implements Gate, AuditTrail, SchoolClock {
  static final SchoolId SCHOOL = new SchoolId("S1");

  final BoundTransactions transactions;
  final MemoryHost host;
  final Actor actor;
  final Set<Privilege> denied = EnumSet.noneOf(Privilege.class);
  final List<String> audited = new ArrayList<>();
  final ClosureTable closureTable;
  final GroupTable groups = new GroupTable();
  final ClosureService closures;
  final GroupService groupService;
  final RegisterService register;
  final TallyService tallies;
  final Counting counting;
  final RegisterLocks locks;
  final RegisterSettingService settings;
  final CountingCopyService copy;
  private final int schoolYear;
  private LocalDate today;

  Fixture(TestDatabases.Named database, LocalDate today) {
    this(database, today, new SqlCreditings(new FacilityTable()));
  }

  Fixture(TestDatabases.Named database, LocalDate today, Creditings creditings) {
    this.today = today;
    this.schoolYear = SchoolYear.of(today).year();
    transactions = new BoundTransactions(database.dataSource());
    host =
        new MemoryHost(
            new RosterCopy(transactions),
            new CalendarCopy(transactions),
            new MarkCopy(transactions));
    actor =
        new Actor(
            "t1",
            "先生",
            List.of(
                new Post(
                    HostRole.HOMEROOM_TEACHER,
                    Optional.of(SCHOOL),
                    Optional.empty(),
                    LocalDate.of(2000, 4, 1),
                    Optional.empty())),
            Set.of(),
            false);
    closureTable = new ClosureTable(this);
    counting = new Counting(new Codes(new ShippedCodes()), new RegisterFacts(), creditings, this);
    ClosureEffects effects = new ClosureEffects(counting, host, this);
    closures =
        new ClosureService(
            this,
            transactions,
            this,
            this,
            closureTable,
            new ClosureChangeTable(this),
            effects,
            groups);
    groupService = new GroupService(this, transactions, this, groups, effects);
    locks = new RegisterLocks(this);
    MarkSaving saving = new MarkSaving(this, this, host, host.book, counting);
    StudentYears years = new StudentYears(transactions, this, counting);
    register =
        new RegisterService(
            this, transactions, this, host, host.book, locks, counting, saving, years);
    settings = new RegisterSettingService(this, transactions, this, locks);
    copy = new CountingCopyService(this, transactions, this, this, host, host.calendar, host.book);
    tallies = new TallyService(this, transactions, host, counting);
  }

  void today(LocalDate date) {
    today = date;
  }

  Homeroom room(String id, Grade grade) {
    Homeroom room = new Homeroom(new HomeroomId(id), SCHOOL, schoolYear, grade, id, false);
    host.put(List.of(room));
    return room;
  }

  void stay(String student, Homeroom room) {
    stay(student, room, new SchoolYear(schoolYear).first(), Optional.empty());
  }

  void stay(String student, Homeroom room, LocalDate first, Optional<LocalDate> last) {
    host.put(
        List.of(
            new Enrolment(
                student + "@" + room.id() + first,
                new StudentId(student),
                room.school(),
                room.schoolYear(),
                room.grade(),
                Optional.of(room.id()),
                host.stays().size() + 1,
                first,
                last)),
        Set.of());
  }

  void plan(Grade grade, boolean taken, List<LocalDate> dates) {
    host.calendar.write(
        dates.stream().map(date -> new PlannedDay(SCHOOL, date, grade, true, "", taken)).toList());
  }

  String close(
      String scope, String target, String basis, String reason, String first, String last) {
    return closures.add(actor, closure(scope, target, basis, reason, first, last), false).id();
  }

  static ClosureIntake.Row closure(
      String scope, String target, String basis, String reason, String first, String last) {
    return new ClosureIntake.Row(
        SCHOOL,
        LocalDate.parse(first),
        LocalDate.parse(last),
        scope,
        target,
        basis,
        reason,
        false,
        "",
        "",
        Optional.empty());
  }

  List<TallyRow> tallies(boolean monthly) {
    List<TallyRow> rows = new ArrayList<>();
    tallies
        .open(
            actor,
            new TallyQuery(
                schoolYear, monthly, Optional.of(SCHOOL), Optional.empty(), Optional.empty()))
        .each(rows::add);
    return rows;
  }

  @Override
  public void require(Actor who, Privilege privilege, Target target) {
    if (!permits(who, privilege, target)) {
      throw new NotPermitted(privilege.code());
    }
  }

  @Override
  public boolean permits(Actor who, Privilege privilege, Target target) {
    return !denied.contains(privilege);
  }

  @Override
  public void record(
      Connection connection,
      Actor who,
      Optional<SchoolId> school,
      String action,
      String object,
      Map<String, String> facts) {
    audited.add(action);
  }

  @Override
  public void recordRead(
      Connection connection, Actor who, SchoolId school, StudentId student, String section) {
    throw new AssertionError("the register reads no sheet");
  }

  @Override
  public void recordOpening(
      Connection connection,
      Actor who,
      SchoolId school,
      StudentId student,
      String section,
      String reason) {
    throw new AssertionError("the register opens no note");
  }

  @Override
  public LocalDate today() {
    return today;
  }

  @Override
  public Instant now() {
    return today.atTime(10, 0).atZone(ZoneId.of("Asia/Tokyo")).toInstant();
  }
}
