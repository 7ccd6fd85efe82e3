// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register;

import java.sql.Connection;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.api.access.Actor;
import org.tsunagi.api.attendance.AttendanceBook;
import org.tsunagi.api.attendance.AttendanceMark;
import org.tsunagi.api.attendance.MarkChange;
import org.tsunagi.api.roster.Enrolment;
import org.tsunagi.api.roster.Student;
import org.tsunagi.api.roster.StudentDirectory;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.school.Homeroom;
import org.tsunagi.api.school.HomeroomId;
import org.tsunagi.api.school.SchoolYear;
import org.tsunagi.plugin.access.AuditTrail;
import org.tsunagi.plugin.access.Gate;
import org.tsunagi.plugin.access.Privilege;
import org.tsunagi.plugin.access.Target;
import org.tsunagi.plugin.platform.SchoolClock;
import org.tsunagi.plugin.platform.Transactions;
import org.tsunagi.plugin.register.domain.RegisterSettings;
import org.tsunagi.plugin.register.persistence.FactsQuery;
import org.tsunagi.plugin.register.persistence.LoadedFacts;
import org.tsunagi.plugin.register.persistence.RegisterLocks;
import org.tsunagi.plugin.shared.DateRange;
import org.tsunagi.plugin.shared.Decision;
import org.tsunagi.plugin.shared.Finding;
import org.tsunagi.plugin.shared.Malformed;
import org.tsunagi.plugin.shared.Missing;
import org.tsunagi.plugin.shared.RefusedException;
import org.tsunagi.plugin.shared.Stale;

/** The class register: the month grid, its changes, taken days, locks and history. */
@Component(service = RegisterService.class)
public final class RegisterService {
  private final Gate gate;
  private final Transactions transactions;
  private final AuditTrail audit;
  private final SchoolClock clock;
  private final StudentDirectory directory;
  private final AttendanceBook book;
  private final RegisterLocks locks;
  private final Counting counting;

  /** Makes the service. */
  @Activate
  public RegisterService(
      @Reference Gate gate,
      @Reference Transactions transactions,
      @Reference AuditTrail audit,
      @Reference SchoolClock clock,
      @Reference StudentDirectory directory,
      @Reference AttendanceBook book,
      @Reference RegisterLocks locks,
      @Reference Counting counting) {
    this.gate = gate;
    this.transactions = transactions;
    this.audit = audit;
    this.clock = clock;
    this.directory = directory;
    this.book = book;
    this.locks = locks;
    this.counting = counting;
  }

  /**
   * What a save did.
   *
   * @param saved how many days were written
   * @param students the rows of the students it touched, as they are now
   */
  public record Saved(int saved, List<RegisterView.Student> students) {
    /** Copies the list. */
    public Saved {
      students = List.copyOf(students);
    }
  }

  /** Shows the month of a homeroom. */
  public RegisterView month(Actor actor, HomeroomId homeroom, YearMonth month) {
    Homeroom room = room(homeroom);
    gate.require(actor, Privilege.REGISTER_READ, new Target.OfHomeroom(room));
    FactsQuery query = query(room, month.atDay(1), month.atEndOfMonth());
    return transactions.runSql(
        connection -> {
          Counting.Counted counted = countRoom(connection, room, query);
          boolean locked = locked(connection, room).test(month);
          MonthGrid grid = new MonthGrid(room, month, counted, counting.codes());
          var roles = RoleTitles.roles(actor, room.school(), clock.today());
          return new RegisterView(
              MonthGrid.room(room),
              month,
              clock.today(),
              grid.days(locked),
              grid.students(people(counted.facts(), room), student -> true),
              MonthGrid.codes(counting.codes(), room.schoolYear(), roles),
              locked,
              gate.permits(actor, Privilege.REGISTER_UNLOCK, new Target.OfHomeroom(room)));
        });
  }

  /**
   * Saves changes of marks, all or none.
   *
   * @throws Stale where a day holds another value than a change was based on
   * @throws RefusedException where a change is not allowed
   */
  public Saved write(Actor actor, HomeroomId homeroom, MarkCommand command) {
    Homeroom room = room(homeroom);
    gate.require(actor, Privilege.REGISTER_WRITE, new Target.OfHomeroom(room));
    List<MarkWriting.Wanted> changes = MarkWriting.read(command);
    String reason = command.reason() == null ? "" : command.reason().strip();
    return transactions.runSql(
        connection -> {
          locks.hold(connection, room);
          save(connection, actor, room, changes, reason);
          return new Saved(changes.size(), rows(connection, room, changes));
        });
  }

  private void save(
      Connection connection,
      Actor actor,
      Homeroom room,
      List<MarkWriting.Wanted> changes,
      String reason) {
    FactsQuery query = query(room, firstOf(changes), lastOf(changes));
    LoadedFacts facts = counting.load(connection, withRoomStudents(query, changes));
    MarkWriting writing =
        new MarkWriting(
            room, facts, counting.codes(), RoleTitles.roles(actor, room.school(), clock.today()));
    refuse(writing.check(changes, locked(connection, room), !reason.isEmpty(), clock.today()));
    List<MarkWriting.Wanted> stale = writing.stale(changes);
    if (!stale.isEmpty()) {
      throw new Stale(
          Map.of("conflicts", stale.stream().map(one -> conflict(room, one, writing)).toList()));
    }
    MarkChange.Author author = RoleTitles.author(actor, room.school(), clock.today());
    book.write(changes.stream().map(one -> change(room, one, writing, author, reason)).toList());
    Map<String, String> told = new TreeMap<>();
    told.put("changes", Integer.toString(changes.size()));
    told.put("firstOn", firstOf(changes).toString());
    told.put("lastOn", lastOf(changes).toString());
    record(connection, actor, room, "register.mark", told);
  }

  private MarkChange change(
      Homeroom room,
      MarkWriting.Wanted wanted,
      MarkWriting writing,
      MarkChange.Author author,
      String reason) {
    Optional<AttendanceMark> before =
        writing.current(wanted).isPresent()
            ? book.find(room.school(), wanted.student(), wanted.date())
            : Optional.empty();
    Optional<AttendanceMark> mark =
        wanted.code().map(code -> Marks.replace(before, room.school(), wanted, code));
    return new MarkChange(
        room.school(), wanted.student(), wanted.date(), mark, author, reason, clock.now());
  }

  private MarkConflict conflict(Homeroom room, MarkWriting.Wanted wanted, MarkWriting writing) {
    Optional<MarkChange> last =
        book.listHistory(room.school(), wanted.student(), wanted.date()).stream()
            .findFirst()
            .map(AttendanceBook.PastMark::change);
    return new MarkConflict(
        wanted.student().value(),
        wanted.date(),
        wanted.code().orElse(null),
        writing.current(wanted).orElse(null),
        last.map(one -> one.author().name()).orElse(""),
        last.map(MarkChange::at).orElse(null));
  }

  /** Says that the register of a day was taken (blanks are then present), or that it was not. */
  public void setTaken(Actor actor, HomeroomId homeroom, LocalDate date, boolean taken) {
    Homeroom room = room(homeroom);
    gate.require(actor, Privilege.REGISTER_WRITE, new Target.OfHomeroom(room));
    transactions.runSql(
        connection -> {
          locks.hold(connection, room);
          LoadedFacts facts = counting.load(connection, query(room, date, date));
          boolean locked = locked(connection, room).test(YearMonth.from(date));
          boolean planned = facts.day(room.school(), room.grade(), date).isPresent();
          refuse(RegisterChecks.taken(date, planned, locked, clock.today()));
          book.setTaken(
              homeroom, date, taken, RoleTitles.author(actor, room.school(), clock.today()));
          record(
              connection,
              actor,
              room,
              "register.taken",
              Map.of("date", date.toString(), "taken", Boolean.toString(taken)));
          return true;
        });
  }

  /** Opens a locked month with a reason, or locks it again. */
  public void setLocked(
      Actor actor, HomeroomId homeroom, YearMonth month, boolean locked, @Nullable String why) {
    Homeroom room = room(homeroom);
    gate.require(actor, Privilege.REGISTER_UNLOCK, new Target.OfHomeroom(room));
    String reason = why == null ? "" : why.strip();
    transactions.runSql(
        connection -> {
          locks.hold(connection, room);
          boolean past = locks.settings(connection, room.school()).locks(month, clock.today());
          refuse(RegisterChecks.lock(past, locked, reason));
          boolean open = locks.listUnlocked(connection, room).contains(month);
          var author = RoleTitles.author(actor, room.school(), clock.today());
          if (open == !locked) {
            return false;
          }
          if (locked) {
            locks.lock(connection, room, month, author);
          } else {
            locks.unlock(connection, room, month, author, reason);
          }
          String action = locked ? "register.lock" : "register.unlock";
          record(connection, actor, room, action, Map.of("month", month.toString()));
          return true;
        });
  }

  /** Lists what a student's mark of a day was, newest first. */
  public List<PastMarkView> listHistory(
      Actor actor, HomeroomId homeroom, StudentId student, LocalDate date) {
    Homeroom room = room(homeroom);
    gate.require(actor, Privilege.REGISTER_READ, new Target.OfHomeroom(room));
    return transactions.runSql(
        connection -> {
          boolean here =
              directory.listHomeroomEnrolments(homeroom, date, date).stream()
                  .anyMatch(stay -> stay.student().equals(student) && stay.covers(date));
          if (!here) {
            throw new Missing();
          }
          return book.listHistory(room.school(), student, date).stream()
              .map(past -> Marks.past(counting.codes(), past))
              .toList();
        });
  }

  private Homeroom room(HomeroomId homeroom) {
    return directory.findHomeroom(homeroom).orElseThrow(Missing::new);
  }

  private static FactsQuery query(Homeroom room, LocalDate first, LocalDate last) {
    SchoolYear year = new SchoolYear(room.schoolYear());
    if (!year.contains(first) || !year.contains(last)) {
      throw new Malformed("日付が学級の年度（4月1日から3月31日まで）の外です。年度の中の日付にしてください。");
    }
    return new FactsQuery(
        Set.of(room.school()), year, new DateRange(first, last), Set.of(), Set.of());
  }

  private static FactsQuery withRoomStudents(FactsQuery query, List<MarkWriting.Wanted> changes) {
    Set<StudentId> students = new HashSet<>();
    changes.forEach(change -> students.add(change.student()));
    return new FactsQuery(
        query.schools(), query.schoolYear(), query.range(), query.grades(), students);
  }

  private Counting.Counted countRoom(Connection connection, Homeroom room, FactsQuery query) {
    return counting.countHomeroom(connection, query, room.id());
  }

  private List<Student> people(LoadedFacts facts, Homeroom room) {
    Set<StudentId> ids = new HashSet<>();
    for (Enrolment stay : facts.inHomeroom(room.id())) {
      ids.add(stay.student());
    }
    return directory.listStudents(ids);
  }

  private List<RegisterView.Student> rows(
      Connection connection, Homeroom room, List<MarkWriting.Wanted> changes) {
    Set<StudentId> touched = new HashSet<>();
    changes.forEach(change -> touched.add(change.student()));
    YearMonth month = YearMonth.from(lastOf(changes));
    FactsQuery query = query(room, month.atDay(1), month.atEndOfMonth());
    Counting.Counted counted = countRoom(connection, room, query);
    return new MonthGrid(room, month, counted, counting.codes())
        .students(directory.listStudents(touched), touched::contains);
  }

  private Predicate<YearMonth> locked(Connection connection, Homeroom room) {
    RegisterSettings settings = locks.settings(connection, room.school());
    Set<YearMonth> open = locks.listUnlocked(connection, room);
    return month -> settings.locks(month, clock.today()) && !open.contains(month);
  }

  private void record(
      Connection connection, Actor actor, Homeroom room, String action, Map<String, String> facts) {
    audit.record(
        connection, actor, Optional.of(room.school()), action, "homeroom:" + room.id(), facts);
  }

  private static LocalDate firstOf(List<MarkWriting.Wanted> changes) {
    return changes.stream().map(MarkWriting.Wanted::date).min(LocalDate::compareTo).orElseThrow();
  }

  private static LocalDate lastOf(List<MarkWriting.Wanted> changes) {
    return changes.stream().map(MarkWriting.Wanted::date).max(LocalDate::compareTo).orElseThrow();
  }

  private static void refuse(List<Finding> findings) {
    if (!findings.isEmpty()) {
      throw new RefusedException(new Decision.Refused(findings));
    }
  }
}
