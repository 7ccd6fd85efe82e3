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
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.api.access.Actor;
import org.tsunagi.api.attendance.AttendanceBook;
import org.tsunagi.api.attendance.AttendanceMark;
import org.tsunagi.api.attendance.MarkChange;
import org.tsunagi.api.roster.StudentDirectory;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.school.Homeroom;
import org.tsunagi.api.school.SchoolYear;
import org.tsunagi.plugin.access.AuditTrail;
import org.tsunagi.plugin.platform.SchoolClock;
import org.tsunagi.plugin.register.domain.RegisterSettings;
import org.tsunagi.plugin.register.persistence.FactsQuery;
import org.tsunagi.plugin.register.persistence.LoadedFacts;
import org.tsunagi.plugin.register.persistence.RegisterLocks;
import org.tsunagi.plugin.shared.DateRange;
import org.tsunagi.plugin.shared.Decision;
import org.tsunagi.plugin.shared.Finding;
import org.tsunagi.plugin.shared.Malformed;
import org.tsunagi.plugin.shared.RefusedException;
import org.tsunagi.plugin.shared.Stale;

/** Saves changes of marks through the host's book, inside the transaction of a command. */
@Component(service = MarkSaving.class)
public final class MarkSaving {
  private final AuditTrail audit;
  private final SchoolClock clock;
  private final StudentDirectory directory;
  private final AttendanceBook book;
  private final RegisterLocks locks;
  private final Counting counting;

  /** Makes it. */
  @Activate
  public MarkSaving(
      @Reference AuditTrail audit,
      @Reference SchoolClock clock,
      @Reference StudentDirectory directory,
      @Reference AttendanceBook book,
      @Reference RegisterLocks locks,
      @Reference Counting counting) {
    this.audit = audit;
    this.clock = clock;
    this.directory = directory;
    this.book = book;
    this.locks = locks;
    this.counting = counting;
  }

  void save(
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

  List<RegisterView.Student> rows(
      Connection connection, Homeroom room, List<MarkWriting.Wanted> changes) {
    Set<StudentId> touched = new HashSet<>();
    changes.forEach(change -> touched.add(change.student()));
    YearMonth month = YearMonth.from(lastOf(changes));
    FactsQuery query = query(room, month.atDay(1), month.atEndOfMonth());
    Counting.Counted counted = counting.countHomeroom(connection, query, room.id());
    return new MonthGrid(room, month, counted, counting.codes())
        .students(directory.listStudents(touched), touched::contains);
  }

  private static FactsQuery withRoomStudents(FactsQuery query, List<MarkWriting.Wanted> changes) {
    Set<StudentId> students = new HashSet<>();
    changes.forEach(change -> students.add(change.student()));
    return new FactsQuery(
        query.schools(), query.schoolYear(), query.range(), query.grades(), students);
  }

  /** Tells which months of a homeroom are locked. */
  Predicate<YearMonth> locked(Connection connection, Homeroom room) {
    RegisterSettings settings = locks.settings(connection, room.school());
    Set<YearMonth> open = locks.listUnlocked(connection, room);
    return month -> settings.locks(month, clock.today()) && !open.contains(month);
  }

  /**
   * Where a month stands.
   *
   * @param locked whether it is locked
   * @param lockable whether its time has come but someone opened it
   */
  record MonthState(boolean locked, boolean lockable) {}

  MonthState state(Connection connection, Homeroom room, YearMonth month) {
    boolean due = locks.settings(connection, room.school()).locks(month, clock.today());
    boolean open = due && locks.listUnlocked(connection, room).contains(month);
    return new MonthState(due && !open, open);
  }

  void record(
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

  static FactsQuery query(Homeroom room, LocalDate first, LocalDate last) {
    SchoolYear year = new SchoolYear(room.schoolYear());
    if (!year.contains(first) || !year.contains(last)) {
      throw new Malformed("日付が学級の年度（4月1日から3月31日まで）の外です。年度の中の日付にしてください。");
    }
    return new FactsQuery(
        Set.of(room.school()), year, new DateRange(first, last), Set.of(), Set.of());
  }

  static void refuse(List<Finding> findings) {
    if (!findings.isEmpty()) {
      throw new RefusedException(new Decision.Refused(findings));
    }
  }
}
