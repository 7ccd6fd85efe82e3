// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.rosariosis.feed;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.tsunagi.api.attendance.AttendanceBook;
import org.tsunagi.api.attendance.AttendanceMark;
import org.tsunagi.api.attendance.MarkFeed;
import org.tsunagi.api.calendar.PlannedDay;
import org.tsunagi.api.roster.Enrolment;
import org.tsunagi.api.roster.StudentDirectory;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.school.Grade;
import org.tsunagi.api.school.Homeroom;
import org.tsunagi.api.school.HomeroomId;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.desk.sql.DeskSql;
import org.tsunagi.rosariosis.calendar.RosarioCalendar;
import org.tsunagi.rosariosis.roster.HostIds;
import org.tsunagi.rosariosis.roster.StayRows;

/** Tells what is true now of the things that changed; telling it twice changes nothing. */
final class Telling {
  private final Feeds feeds;
  private final DeskSql sql;
  private final StayRows stays;
  private final StudentDirectory directory;
  private final RosarioCalendar calendar;
  private final AttendanceBook book;

  Telling(
      Feeds feeds,
      DeskSql sql,
      StayRows stays,
      StudentDirectory directory,
      RosarioCalendar calendar,
      AttendanceBook book) {
    this.feeds = feeds;
    this.sql = sql;
    this.stays = stays;
    this.directory = directory;
    this.calendar = calendar;
    this.book = book;
  }

  void tell(List<Outbox.Change> changes) {
    Map<String, List<Outbox.Change>> kinds =
        changes.stream().collect(Collectors.groupingBy(Outbox.Change::kind));
    tellStays(numbers(kinds.getOrDefault("stay", List.of())));
    days(kinds.getOrDefault("day", List.of()));
    taken(kinds.getOrDefault("taken", List.of()));
    kinds.getOrDefault("mark", List.of()).stream()
        .collect(Collectors.groupingBy(Outbox.Change::number))
        .forEach((student, own) -> marks(new StudentId(String.valueOf(student)), dates(own)));
  }

  private static Set<Integer> numbers(List<Outbox.Change> changes) {
    return changes.stream()
        .map(Outbox.Change::number)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static NavigableSet<LocalDate> dates(List<Outbox.Change> changes) {
    return changes.stream()
        .flatMap(change -> change.day().stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private void marks(StudentId student, NavigableSet<LocalDate> dates) {
    if (dates.isEmpty()) {
      return;
    }
    List<AttendanceMark> now =
        book.list(student, dates.first(), dates.last()).stream()
            .filter(mark -> dates.contains(mark.date()))
            .toList();
    Set<LocalDate> blank = new TreeSet<>(dates);
    now.forEach(mark -> blank.remove(mark.date()));
    if (!now.isEmpty()) {
      feeds.tellMarks(feed -> feed.marksChanged(now));
    }
    List<MarkFeed.Blank> blanks = blank.isEmpty() ? List.of() : blanks(student, blank);
    if (!blanks.isEmpty()) {
      feeds.tellMarks(feed -> feed.marksCleared(blanks));
    }
  }

  // The trigger sees no school beside a mark: it is the one whose stay covers the day.
  private List<MarkFeed.Blank> blanks(StudentId student, Set<LocalDate> dates) {
    List<Enrolment> own = directory.listEnrolments(student);
    List<MarkFeed.Blank> blanks = new ArrayList<>();
    for (LocalDate date : dates) {
      own.stream()
          .filter(stay -> stay.covers(date))
          .map(Enrolment::school)
          .distinct()
          .forEach(school -> blanks.add(new MarkFeed.Blank(school, student, date)));
    }
    return blanks;
  }

  /** Tells the stays of students, and of stays told before that are gone. */
  void tellStays(Collection<Integer> students) {
    if (students.isEmpty()) {
      return;
    }
    List<StayRows.Row> rows = stays.listOfStudents(students);
    List<Homeroom> rooms =
        rows.stream().flatMap(row -> row.homeroom().stream()).distinct().toList();
    List<Enrolment> now = rows.stream().map(StayRows.Row::stay).toList();
    Set<String> removed = known(students);
    now.forEach(stay -> removed.remove(stay.id()));
    if (!rooms.isEmpty()) {
      // A class is told with its own grade, not with the one of the student who led to it.
      List<Homeroom> told =
          rooms.stream().flatMap(room -> directory.findHomeroom(room.id()).stream()).toList();
      feeds.tellRoster(feed -> feed.homeroomsChanged(told));
    }
    feeds.tellRoster(feed -> feed.enrolmentsChanged(now, Set.copyOf(removed)));
    remember(students, now);
  }

  private Set<String> known(Collection<Integer> students) {
    return new TreeSet<>(
        sql.list(
            "SELECT stay_id FROM rosario_stay WHERE student_id = ANY(?)",
            p -> p.numbers(students),
            c -> c.text("stay_id")));
  }

  private void remember(Collection<Integer> students, List<Enrolment> now) {
    sql.update("DELETE FROM rosario_stay WHERE student_id = ANY(?)", p -> p.numbers(students));
    sql.batch(
        "INSERT INTO rosario_stay (student_id, stay_id) VALUES (?, ?)",
        now,
        (p, stay) -> p.number(HostIds.of(stay.student().value())).text(stay.id()));
  }

  private void days(List<Outbox.Change> changes) {
    record At(int school, int year) {}
    changes.stream()
        .collect(Collectors.groupingBy(change -> new At(change.school(), change.year())))
        .forEach(
            (at, own) ->
                tellDays(new SchoolId(String.valueOf(at.school())), at.year(), dates(own)));
  }

  /** Tells the days of a school; a day that nobody plans any more is no school day. */
  private void tellDays(SchoolId school, int year, NavigableSet<LocalDate> dates) {
    if (dates.isEmpty()) {
      return;
    }
    Set<Grade> grades =
        directory.listHomerooms(school, year).stream()
            .map(Homeroom::grade)
            .collect(Collectors.toCollection(TreeSet::new));
    Map<String, PlannedDay> planned =
        calendar.list(school, year, dates.first(), dates.last()).stream()
            .collect(Collectors.toMap(day -> day.date() + " " + day.grade(), Function.identity()));
    List<PlannedDay> told = new ArrayList<>();
    for (LocalDate date : dates) {
      for (Grade grade : grades) {
        PlannedDay none = new PlannedDay(school, date, grade, false, "", false);
        told.add(planned.getOrDefault(date + " " + grade, none));
      }
    }
    feeds.tellCalendar(feed -> feed.daysChanged(told));
  }

  private void taken(List<Outbox.Change> changes) {
    changes.forEach(change -> change.day().ifPresent(day -> tellTaken(change.number(), day)));
  }

  private void tellTaken(int teacher, LocalDate day) {
    record Room(HomeroomId id, SchoolId school, int year) {}
    List<Room> rooms =
        sql.list(
            """
            SELECT course_period_id, school_id, CAST(syear AS integer) AS school_year
            FROM public.course_periods
            WHERE does_attendance LIKE '%,0,%' AND (teacher_id = ? OR secondary_teacher_id = ?)
            """,
            p -> p.number(teacher).number(teacher),
            c ->
                new Room(
                    new HomeroomId(c.text("course_period_id")),
                    new SchoolId(c.text("school_id")),
                    c.number("school_year")));
    for (Room room : rooms) {
      boolean now = !book.listTaken(room.id(), day, day).isEmpty();
      feeds.tellMarks(feed -> feed.takenChanged(room.id(), day, now));
      tellDays(room.school(), room.year(), new TreeSet<>(Set.of(day)));
    }
  }

  /** Tells everything of a school year, some at a time, each portion in its own transaction. */
  void tellAll(SchoolId school, int year) {
    List<Integer> students =
        sql.list(
            "SELECT DISTINCT student_id FROM public.student_enrollment"
                + " WHERE school_id = ? AND syear = ? ORDER BY student_id",
            p -> p.number(HostIds.of(school.value())).number(year),
            c -> c.number("student_id"));
    for (int from = 0; from < students.size(); from += Outbox.PORTION) {
      List<Integer> portion =
          students.subList(from, Math.min(students.size(), from + Outbox.PORTION));
      sql.inTransaction(() -> told(portion));
    }
    List<PlannedDay> days = new ArrayList<>();
    calendar.stream(school, year, days::add);
    sql.inTransaction(() -> told(feed -> feed.tellCalendar(one -> one.daysChanged(days))));
    portions(school, year);
    List<AttendanceBook.Taken> taken = new ArrayList<>();
    book.streamTaken(school, year, taken::add);
    sql.inTransaction(
        () ->
            told(
                all ->
                    taken.forEach(
                        one ->
                            all.tellMarks(
                                feed -> feed.takenChanged(one.homeroom(), one.date(), true)))));
  }

  private void portions(SchoolId school, int year) {
    List<AttendanceMark> portion = new ArrayList<>();
    sql.inTransaction(
        () -> {
          book.stream(
              school,
              year,
              mark -> {
                portion.add(mark);
                if (portion.size() == Outbox.PORTION) {
                  tellAndEmpty(portion);
                }
              });
          tellAndEmpty(portion);
          return true;
        });
  }

  private void tellAndEmpty(List<AttendanceMark> portion) {
    List<AttendanceMark> told = List.copyOf(portion);
    portion.clear();
    if (!told.isEmpty()) {
      feeds.tellMarks(feed -> feed.marksChanged(told));
    }
  }

  private boolean told(List<Integer> portion) {
    tellStays(portion);
    return true;
  }

  private boolean told(Consumer<Feeds> news) {
    news.accept(feeds);
    return true;
  }
}
