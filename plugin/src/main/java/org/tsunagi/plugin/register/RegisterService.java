// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.api.access.Actor;
import org.tsunagi.api.attendance.AttendanceBook;
import org.tsunagi.api.roster.Enrolment;
import org.tsunagi.api.roster.Student;
import org.tsunagi.api.roster.StudentDirectory;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.roster.StudentRecord;
import org.tsunagi.api.school.Homeroom;
import org.tsunagi.api.school.HomeroomId;
import org.tsunagi.plugin.access.Gate;
import org.tsunagi.plugin.access.Privilege;
import org.tsunagi.plugin.access.Target;
import org.tsunagi.plugin.code.domain.CodeCatalogue;
import org.tsunagi.plugin.crediting.domain.Facility;
import org.tsunagi.plugin.platform.SchoolClock;
import org.tsunagi.plugin.platform.Transactions;
import org.tsunagi.plugin.register.domain.YearTable;
import org.tsunagi.plugin.register.persistence.FactsQuery;
import org.tsunagi.plugin.register.persistence.LoadedFacts;
import org.tsunagi.plugin.register.persistence.RegisterLocks;
import org.tsunagi.plugin.shared.Missing;
import org.tsunagi.plugin.shared.RefusedException;
import org.tsunagi.plugin.shared.Stale;

/** The class register: the month grid, its changes, taken days, locks and history. */
@Component(service = RegisterService.class)
public final class RegisterService {
  private final Gate gate;
  private final Transactions transactions;
  private final SchoolClock clock;
  private final StudentDirectory directory;
  private final AttendanceBook book;
  private final RegisterLocks locks;
  private final Counting counting;
  private final MarkSaving saving;
  private final StudentYears years;

  /** Makes the service. */
  @Activate
  public RegisterService(
      @Reference Gate gate,
      @Reference Transactions transactions,
      @Reference SchoolClock clock,
      @Reference StudentDirectory directory,
      @Reference AttendanceBook book,
      @Reference RegisterLocks locks,
      @Reference Counting counting,
      @Reference MarkSaving saving,
      @Reference StudentYears years) {
    this.gate = gate;
    this.transactions = transactions;
    this.clock = clock;
    this.directory = directory;
    this.book = book;
    this.locks = locks;
    this.counting = counting;
    this.saving = saving;
    this.years = years;
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
    return month(actor, room(homeroom), month);
  }

  /** Shows the month of a homeroom that was read before. */
  public RegisterView month(Actor actor, Homeroom room, YearMonth month) {
    gate.require(actor, Privilege.REGISTER_READ, new Target.OfHomeroom(room));
    FactsQuery query = MarkSaving.query(room, month.atDay(1), month.atEndOfMonth());
    return transactions.runSql(
        connection -> {
          Counting.Counted counted = counting.countHomeroom(connection, query, room.id());
          boolean locked = counted.facts().locked(room.school(), month, clock.today());
          boolean lockable = counted.facts().lockable(room.school(), month, clock.today());
          MonthGrid grid = new MonthGrid(room, month, counted, openly(actor, room));
          var roles = RoleTitles.roles(actor, room.school(), clock.today());
          return new RegisterView(
              MonthGrid.room(room),
              month,
              clock.today(),
              grid.days(locked),
              grid.students(people(counted.facts(), room), student -> true),
              MonthGrid.codes(counted.codes(), MonthGrid.paletteDay(month, clock.today()), roles),
              grid.places(),
              locked,
              lockable,
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
    List<MarkWriting.Wanted> wanted = MarkWriting.read(command);
    String reason = command.reason() == null ? "" : command.reason().strip();
    boolean openly = openly(actor, room);
    return transactions.runSql(
        connection -> {
          locks.hold(connection, room);
          List<MarkWriting.Wanted> changes = saving.placed(connection, room, wanted);
          saving.save(connection, actor, room, changes, reason, openly);
          return new Saved(changes.size(), saving.rows(connection, room, changes, openly));
        });
  }

  /** Says that the register of a day was taken (blanks are then present), or that it was not. */
  public void setTaken(Actor actor, HomeroomId homeroom, LocalDate date, boolean taken) {
    Homeroom room = room(homeroom);
    gate.require(actor, Privilege.REGISTER_WRITE, new Target.OfHomeroom(room));
    transactions.runSql(
        connection -> {
          locks.hold(connection, room);
          LoadedFacts facts = counting.load(connection, MarkSaving.query(room, date, date));
          boolean locked = facts.locked(room.school(), YearMonth.from(date), clock.today());
          boolean planned = facts.day(room.school(), room.grade(), date).isPresent();
          MarkSaving.refuse(RegisterChecks.taken(date, planned, locked, clock.today()));
          book.setTaken(
              homeroom, date, taken, RoleTitles.author(actor, room.school(), clock.today()));
          saving.record(
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
          MarkSaving.refuse(RegisterChecks.lock(past, locked, reason));
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
          saving.record(connection, actor, room, action, Map.of("month", month.toString()));
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
          CodeCatalogue codes = counting.codes(connection);
          Map<String, Facility> facilities = counting.facilities(connection);
          return book.listHistory(room.school(), student, date).stream()
              .map(past -> Marks.past(codes, facilities, past, openly(actor, room)))
              .toList();
        });
  }

  /** Finds the decision that lets a student's day count as present; empty where none does. */
  public Optional<BackingView> findBacking(
      Actor actor, HomeroomId homeroom, StudentId student, LocalDate date) {
    Homeroom room = room(homeroom);
    gate.require(actor, Privilege.REGISTER_READ, new Target.OfHomeroom(room));
    List<Enrolment> stays = directory.listEnrolments(student);
    Target target = new Target.OfStudent(student, stays);
    boolean readable = gate.permits(actor, Privilege.CREDITING_READ, target);
    return transactions.runSql(
        connection ->
            DayBacking.find(
                counting, connection, student, stays, date, openly(actor, room), readable));
  }

  /** Returns the sheet's month table of a student's school year. */
  public YearTable yearTable(Actor actor, StudentId student, int schoolYear) {
    List<Enrolment> stays = directory.listEnrolments(student);
    gate.require(actor, Privilege.TALLY_READ, new Target.OfStudent(student, stays));
    return years.year(student, stays, schoolYear, false).table();
  }

  /** Returns a student's school year: the sheet's month table, and every day up to today. */
  public YearView year(Actor actor, StudentId student, int schoolYear) {
    return year(actor, student, directory.listEnrolments(student), schoolYear);
  }

  /** Returns a student's school year, where the student's record was read before. */
  public YearView year(Actor actor, StudentRecord student, int schoolYear) {
    return year(actor, student.id(), student.stays(), schoolYear);
  }

  private YearView year(Actor actor, StudentId student, List<Enrolment> stays, int schoolYear) {
    Target target = new Target.OfStudent(student, stays);
    gate.require(actor, Privilege.TALLY_READ, target);
    boolean openly = gate.permits(actor, Privilege.RESTRICTED_READ, target);
    return years.year(student, stays, schoolYear, openly);
  }

  private boolean openly(Actor actor, Homeroom room) {
    return gate.permits(actor, Privilege.RESTRICTED_READ, new Target.OfHomeroom(room));
  }

  private Homeroom room(HomeroomId homeroom) {
    return directory.findHomeroom(homeroom).orElseThrow(Missing::new);
  }

  private List<Student> people(LoadedFacts facts, Homeroom room) {
    Set<StudentId> ids = new HashSet<>();
    for (Enrolment stay : facts.inHomeroom(room.id())) {
      ids.add(stay.student());
    }
    return directory.listStudents(ids);
  }
}
