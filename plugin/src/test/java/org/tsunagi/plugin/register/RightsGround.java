// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.tsunagi.api.access.Actor;
import org.tsunagi.api.access.HostRole;
import org.tsunagi.api.attendance.AttendanceMark;
import org.tsunagi.api.attendance.MarkChange;
import org.tsunagi.api.calendar.PlannedDay;
import org.tsunagi.api.roster.Enrolment;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.school.Grade;
import org.tsunagi.api.school.Homeroom;
import org.tsunagi.api.school.HomeroomId;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.api.staff.Post;
import org.tsunagi.plugin.access.AccessSettings;
import org.tsunagi.plugin.access.Gate;
import org.tsunagi.plugin.access.Privilege;
import org.tsunagi.plugin.access.TableGate;
import org.tsunagi.plugin.access.Target;
import org.tsunagi.plugin.access.persistence.SqlAuditTrail;
import org.tsunagi.plugin.consent.persistence.SheetRowsContent;
import org.tsunagi.plugin.crediting.persistence.FacilityTable;
import org.tsunagi.plugin.crediting.persistence.ImportedCreditings;
import org.tsunagi.plugin.crediting.persistence.SqlCreditings;
import org.tsunagi.plugin.crediting.rules.persistence.ConditionListTable;
import org.tsunagi.plugin.imports.persistence.SqlSchoolProfiles;
import org.tsunagi.plugin.platform.SchoolClock;
import org.tsunagi.plugin.platform.jobs.persistence.SqlJobs;
import org.tsunagi.plugin.register.persistence.CalendarCopy;
import org.tsunagi.plugin.register.persistence.MarkCopy;
import org.tsunagi.plugin.register.persistence.RosterCopy;
import org.tsunagi.plugin.retention.HeldRegistry;
import org.tsunagi.plugin.retention.persistence.HeldRows;
import org.tsunagi.plugin.supportsheet.ReaderContents;
import org.tsunagi.plugin.team.TeamGrants;
import org.tsunagi.testing.TestDatabases;

/** Two schools, every service behind the real gate, and an eye on every statement that writes. */
final class RightsGround implements SchoolClock {
  static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
  static final SchoolId OWN = new SchoolId("own");
  static final SchoolId OTHER = new SchoolId("other");

  final BoundTransactions transactions;
  final MemoryHost host;
  final List<String> writes = new ArrayList<>();

  /** The services behind the shipped rights table. */
  final Assembly guarded;

  /** The same services where everybody may do everything, to lay things out. */
  final Assembly open;

  RightsGround(TestDatabases.Named database) {
    transactions = new BoundTransactions(watched(database.dataSource()));
    host =
        new MemoryHost(
            new RosterCopy(transactions),
            new CalendarCopy(transactions),
            new MarkCopy(transactions));
    TeamGrants grants = new TeamGrants(transactions, this);
    guarded = assembly(new TableGate(this, grants), grants);
    open = assembly(new OpenGate(), grants);
    place("own-1", OWN, "A");
    place("own-2", OWN, "B");
    place("own-3", OWN, "T");
    place("own-4", OWN, "E");
    place("other-1", OTHER, "X");
    place("other-2", OTHER, "Y");
    for (SchoolId school : List.of(OWN, OTHER)) {
      host.calendar.write(
          Stream.iterate(LocalDate.of(2026, 11, 2), day -> day.plusDays(1))
              .limit(19)
              .filter(day -> day.getDayOfWeek().getValue() < 6)
              .map(day -> new PlannedDay(school, day, Grade.J2, true, "", true))
              .toList());
    }
  }

  private Assembly assembly(Gate gate, TeamGrants grants) {
    Assembly parts =
        new Assembly(
            List.of(
                gate,
                grants,
                this,
                transactions,
                host,
                host.book,
                host.calendar,
                new RightsStaff(),
                new HeldRegistry(List.of(), new HeldRows())));
    for (Class<?> part :
        List.of(
            SqlAuditTrail.class,
            AccessSettings.class,
            ReaderContents.class,
            FacilityTable.class,
            SqlCreditings.class,
            SheetRowsContent.class,
            ConditionListTable.class,
            SqlSchoolProfiles.class,
            SqlJobs.class,
            ImportedCreditings.class)) {
      parts.get(part);
    }
    return parts;
  }

  private void place(String room, SchoolId school, String student) {
    Homeroom homeroom = new Homeroom(new HomeroomId(room), school, 2026, Grade.J2, room, false);
    host.put(List.of(homeroom));
    host.put(
        List.of(
            new Enrolment(
                student + "@" + room,
                new StudentId(student),
                school,
                2026,
                Grade.J2,
                Optional.of(homeroom.id()),
                1,
                LocalDate.of(2026, 4, 1),
                Optional.empty())),
        Set.of());
  }

  void mark(SchoolId school, StudentId student, LocalDate date, String code) {
    host.book.write(
        List.of(
            new MarkChange(
                school,
                student,
                date,
                Optional.of(AttendanceMark.of(school, student, date, code)),
                new MarkChange.Author("t1", "先生", "教諭"),
                "",
                now())));
  }

  /**
   * Somebody with one post: at the own school, there as homeroom teacher of own-1, or the board.
   */
  static Actor actor(HostRole role, boolean board) {
    Optional<HomeroomId> room =
        role == HostRole.HOMEROOM_TEACHER && !board
            ? Optional.of(new HomeroomId("own-1"))
            : Optional.empty();
    Post post =
        new Post(
            role,
            board ? Optional.empty() : Optional.of(OWN),
            room,
            TODAY.minusYears(1),
            Optional.empty());
    return new Actor("t-" + role.code(), "試験　花子", List.of(post), Set.of(), false);
  }

  /** The principal of a school. */
  static Actor principal(SchoolId school) {
    Post post =
        new Post(
            HostRole.PRINCIPAL,
            Optional.of(school),
            Optional.empty(),
            TODAY.minusYears(1),
            Optional.empty());
    return new Actor("p-" + school, "校長", List.of(post), Set.of(), false);
  }

  private DataSource watched(DataSource source) {
    return proxy(DataSource.class, source);
  }

  /** Notes every statement that writes, when it is made. */
  private <T> T proxy(Class<T> type, Object target) {
    return type.cast(
        Proxy.newProxyInstance(
            RightsGround.class.getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) -> {
              if (method.getName().startsWith("prepare") && arguments != null) {
                String sql = arguments[0].toString().strip().toUpperCase(Locale.ROOT);
                if (sql.matches("(?s)(INSERT|UPDATE|DELETE|MERGE).*")) {
                  writes.add(sql);
                }
              }
              Object result;
              try {
                result = method.invoke(target, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
              return result instanceof Connection ? proxy(Connection.class, result) : result;
            }));
  }

  @Override
  public LocalDate today() {
    return TODAY;
  }

  @Override
  public java.time.Instant now() {
    return java.time.Instant.parse("2026-11-20T00:00:00Z");
  }

  /** Opens for everybody. */
  private static final class OpenGate implements Gate {
    @Override
    public void require(Actor who, Privilege privilege, Target target) {}

    @Override
    public boolean permits(Actor who, Privilege privilege, Target target) {
      return true;
    }
  }
}
