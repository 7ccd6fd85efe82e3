// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register;

import java.sql.Connection;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
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
import org.tsunagi.plugin.code.domain.CodeCatalogue;
import org.tsunagi.plugin.platform.SchoolClock;
import org.tsunagi.plugin.register.persistence.FactsQuery;
import org.tsunagi.plugin.register.persistence.LoadedFacts;
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
  private final Counting counting;

  /** Makes it. */
  @Activate
  public MarkSaving(
      @Reference AuditTrail audit,
      @Reference SchoolClock clock,
      @Reference StudentDirectory directory,
      @Reference AttendanceBook book,
      @Reference Counting counting) {
    this.audit = audit;
    this.clock = clock;
    this.directory = directory;
    this.book = book;
    this.counting = counting;
  }

  void save(
      Connection connection,
      Actor actor,
      Homeroom room,
      List<MarkWriting.Wanted> changes,
      String reason,
      boolean openly) {
    save(connection, actor, room, changes, reason, openly, "register.mark", false);
  }

  /**
   * Saves changes.
   *
   * @param action what the audit chain calls it
   * @param throughLock whether locked months may be written; the reason is then needed
   */
  void save(
      Connection connection,
      Actor actor,
      Homeroom room,
      List<MarkWriting.Wanted> changes,
      String reason,
      boolean openly,
      String action,
      boolean throughLock) {
    FactsQuery query = query(room, firstOf(changes), lastOf(changes));
    LoadedFacts facts = counting.load(connection, withRoomStudents(query, changes));
    MarkWriting writing =
        new MarkWriting(
            room,
            facts,
            counting.codes(connection),
            RoleTitles.roles(actor, room.school(), clock.today()));
    if (!openly) {
      refuse(writing.restricted(changes));
    }
    refuse(
        writing.check(
            changes,
            month -> !throughLock && facts.locked(room.school(), month, clock.today()),
            !reason.isEmpty(),
            clock.today()));
    List<MarkWriting.Wanted> stale = writing.stale(changes);
    if (!stale.isEmpty()) {
      throw new Stale(Map.of("conflicts", conflicts(room, stale, writing)));
    }
    MarkChange.Author author = RoleTitles.author(actor, room.school(), clock.today());
    Map<Day, AttendanceMark> before = marks(room, changes);
    book.write(
        changes.stream()
            .map(one -> change(room, one, before, author, why(room, facts, one, reason)))
            .toList());
    Map<String, String> told = new TreeMap<>();
    told.put("changes", Integer.toString(changes.size()));
    told.put("firstOn", firstOf(changes).toString());
    told.put("lastOn", lastOf(changes).toString());
    record(connection, actor, room, action, told);
  }

  /** Names the facility of credited marks that name none; costs nothing where there are none. */
  List<MarkWriting.Wanted> placed(
      Connection connection, Homeroom room, List<MarkWriting.Wanted> wanted) {
    CodeCatalogue codes = counting.codes(connection);
    if (wanted.stream().noneMatch(one -> CreditedPlaces.lacks(one, codes))) {
      return wanted;
    }
    FactsQuery query = query(room, firstOf(wanted), lastOf(wanted));
    return CreditedPlaces.fill(
        wanted, codes, counting.book(connection, withRoomStudents(query, wanted)));
  }

  /** A day of a student. */
  private record Day(StudentId student, LocalDate date) {
    static Day of(MarkWriting.Wanted wanted) {
      return new Day(wanted.student(), wanted.date());
    }
  }

  /** Reads the whole marks of the days that are changed: the copy lacks their notes. */
  private Map<Day, AttendanceMark> marks(Homeroom room, List<MarkWriting.Wanted> changes) {
    Map<Day, AttendanceMark> marks = new HashMap<>();
    book.list(room.school(), studentsOf(changes), firstOf(changes), lastOf(changes))
        .forEach(mark -> marks.put(new Day(mark.student(), mark.date()), mark));
    return marks;
  }

  /** Says why, for the history: a change of a day whose register was taken is a correction. */
  private static String why(
      Homeroom room, LoadedFacts facts, MarkWriting.Wanted wanted, String reason) {
    if (!reason.isEmpty()) {
      return reason;
    }
    boolean taken =
        facts
            .day(room.school(), room.grade(), wanted.date())
            .map(day -> facts.taken(room.id(), day))
            .orElse(false);
    return taken ? "理由の記入なし" : "はじめの記入";
  }

  private MarkChange change(
      Homeroom room,
      MarkWriting.Wanted wanted,
      Map<Day, AttendanceMark> marks,
      MarkChange.Author author,
      String reason) {
    Optional<AttendanceMark> before = Optional.ofNullable(marks.get(Day.of(wanted)));
    Optional<AttendanceMark> mark =
        wanted.code().map(code -> Marks.replace(before, room.school(), wanted, code));
    return new MarkChange(
        room.school(), wanted.student(), wanted.date(), mark, author, reason, clock.now());
  }

  private List<MarkConflict> conflicts(
      Homeroom room, List<MarkWriting.Wanted> stale, MarkWriting writing) {
    Map<Day, MarkChange> newest = new HashMap<>();
    book.listHistory(room.school(), studentsOf(stale), firstOf(stale), lastOf(stale)).stream()
        .map(AttendanceBook.PastMark::change)
        .forEach(change -> newest.putIfAbsent(new Day(change.student(), change.date()), change));
    return stale.stream()
        .map(one -> conflict(one, writing, Optional.ofNullable(newest.get(Day.of(one)))))
        .toList();
  }

  private static MarkConflict conflict(
      MarkWriting.Wanted wanted, MarkWriting writing, Optional<MarkChange> last) {
    return new MarkConflict(
        wanted.student().value(),
        wanted.date(),
        wanted.code().orElse(null),
        writing.current(wanted).orElse(null),
        last.map(one -> one.author().name()).orElse(""),
        last.map(MarkChange::at).orElse(null));
  }

  List<RegisterView.Student> rows(
      Connection connection, Homeroom room, List<MarkWriting.Wanted> changes, boolean openly) {
    Set<StudentId> touched = studentsOf(changes);
    YearMonth month = YearMonth.from(lastOf(changes));
    FactsQuery query = query(room, month.atDay(1), month.atEndOfMonth());
    Counting.Counted counted = counting.countHomeroom(connection, query, room.id());
    return new MonthGrid(room, month, counted, openly)
        .students(directory.listStudents(touched), touched::contains);
  }

  private static FactsQuery withRoomStudents(FactsQuery query, List<MarkWriting.Wanted> changes) {
    return new FactsQuery(
        query.schools(),
        query.schoolYear(),
        query.range(),
        query.grades(),
        studentsOf(changes),
        query.homeroom());
  }

  private static Set<StudentId> studentsOf(List<MarkWriting.Wanted> changes) {
    return changes.stream().map(MarkWriting.Wanted::student).collect(Collectors.toSet());
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
        Set.of(room.school()),
        year,
        new DateRange(first, last),
        Set.of(),
        Set.of(),
        Optional.of(room.id()));
  }

  static void refuse(List<Finding> findings) {
    if (!findings.isEmpty()) {
      throw new RefusedException(new Decision.Refused(findings));
    }
  }
}
