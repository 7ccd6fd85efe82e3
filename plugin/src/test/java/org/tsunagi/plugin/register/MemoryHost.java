// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.tsunagi.api.attendance.AttendanceBook;
import org.tsunagi.api.attendance.AttendanceMark;
import org.tsunagi.api.attendance.HostCode;
import org.tsunagi.api.attendance.MarkChange;
import org.tsunagi.api.attendance.MarkFeed;
import org.tsunagi.api.calendar.CalendarFeed;
import org.tsunagi.api.calendar.PlannedDay;
import org.tsunagi.api.calendar.SchoolCalendar;
import org.tsunagi.api.calendar.Term;
import org.tsunagi.api.roster.Enrolment;
import org.tsunagi.api.roster.RosterFeed;
import org.tsunagi.api.roster.Student;
import org.tsunagi.api.roster.StudentDirectory;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.roster.StudentQuery;
import org.tsunagi.api.roster.StudentRecord;
import org.tsunagi.api.school.Grade;
import org.tsunagi.api.school.Homeroom;
import org.tsunagi.api.school.HomeroomId;
import org.tsunagi.api.school.School;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.api.school.SchoolYear;

/** A host that keeps everything in memory and calls the feeds. */
final class MemoryHost implements StudentDirectory {
  private final Map<HomeroomId, Homeroom> homerooms = new LinkedHashMap<>();
  private final Map<String, Enrolment> stays = new LinkedHashMap<>();
  private final RosterFeed roster;
  private final CalendarFeed calendarFeed;
  private final MarkFeed markFeed;
  final Calendar calendar = new Calendar();
  final Book book = new Book();

  MemoryHost(RosterFeed roster, CalendarFeed calendarFeed, MarkFeed markFeed) {
    this.roster = roster;
    this.calendarFeed = calendarFeed;
    this.markFeed = markFeed;
  }

  void put(List<Homeroom> rooms) {
    rooms.forEach(room -> homerooms.put(room.id(), room));
    roster.homeroomsChanged(rooms);
  }

  void put(List<Enrolment> changed, Set<String> removed) {
    removed.forEach(stays::remove);
    changed.forEach(stay -> stays.put(stay.id(), stay));
    roster.enrolmentsChanged(changed, removed);
  }

  List<Enrolment> stays() {
    return List.copyOf(stays.values());
  }

  @Override
  public List<School> listSchools() {
    return homerooms.values().stream()
        .map(Homeroom::school)
        .distinct()
        .map(id -> new School(id, id.value(), ""))
        .toList();
  }

  @Override
  public List<Homeroom> listHomerooms(SchoolId school, int schoolYear) {
    return homerooms.values().stream()
        .filter(room -> room.school().equals(school) && room.schoolYear() == schoolYear)
        .toList();
  }

  @Override
  public Optional<Homeroom> findHomeroom(HomeroomId homeroom) {
    return Optional.ofNullable(homerooms.get(homeroom));
  }

  @Override
  public Optional<Student> find(StudentId student) {
    return listStudents(Set.of(student)).stream().findFirst();
  }

  @Override
  public List<Student> listStudents(Set<StudentId> students) {
    return students.stream()
        .map(
            id ->
                new Student(
                    id,
                    "架空",
                    id.value(),
                    "かくう",
                    "",
                    "unspecified",
                    Optional.empty(),
                    "",
                    List.of()))
        .toList();
  }

  @Override
  public Optional<StudentRecord> findRecord(StudentId student) {
    return find(student)
        .map(
            one ->
                new StudentRecord(
                    one, listEnrolments(student), listSchools(), List.copyOf(homerooms.values())));
  }

  @Override
  public List<Enrolment> listEnrolments(StudentId student) {
    return stays.values().stream().filter(stay -> stay.student().equals(student)).toList();
  }

  @Override
  public List<Enrolment> listHomeroomEnrolments(
      HomeroomId homeroom, LocalDate first, LocalDate last) {
    return stays.values().stream()
        .filter(stay -> stay.homeroom().equals(Optional.of(homeroom)))
        .filter(stay -> !stay.first().isAfter(last))
        .filter(stay -> stay.last().map(end -> !end.isBefore(first)).orElse(true))
        .toList();
  }

  @Override
  public List<Listed> list(StudentQuery query) {
    throw new AssertionError("not asked for by the register");
  }

  @Override
  public int count(StudentQuery query) {
    throw new AssertionError("not asked for by the register");
  }

  @Override
  public void streamEnrolments(SchoolId school, int schoolYear, Consumer<Enrolment> consumer) {
    stays.values().stream()
        .filter(stay -> stay.school().equals(school) && stay.schoolYear() == schoolYear)
        .toList()
        .forEach(consumer);
  }

  /** The calendar. */
  final class Calendar implements SchoolCalendar {
    private final Map<List<Object>, PlannedDay> days = new LinkedHashMap<>();

    @Override
    public List<PlannedDay> list(SchoolId school, Grade grade, LocalDate first, LocalDate last) {
      return days.values().stream()
          .filter(day -> day.school().equals(school) && day.grade() == grade)
          .filter(day -> !day.date().isBefore(first) && !day.date().isAfter(last))
          .sorted((a, b) -> a.date().compareTo(b.date()))
          .toList();
    }

    @Override
    public void stream(SchoolId school, int schoolYear, Consumer<PlannedDay> consumer) {
      days.values().stream()
          .filter(day -> day.school().equals(school))
          .filter(day -> SchoolYear.of(day.date()).year() == schoolYear)
          .toList()
          .forEach(consumer);
    }

    @Override
    public List<Term> listTerms(SchoolId school, int schoolYear) {
      return List.of();
    }

    @Override
    public Written write(List<PlannedDay> changed) {
      changed.forEach(day -> days.put(List.of(day.school(), day.date(), day.grade()), day));
      calendarFeed.daysChanged(changed);
      return new Written(changed.size(), 0, 0);
    }
  }

  /** The register. */
  final class Book implements AttendanceBook {
    private final Map<List<Object>, AttendanceMark> marks = new LinkedHashMap<>();
    private final Map<List<Object>, List<PastMark>> history = new LinkedHashMap<>();
    private final Map<HomeroomId, TreeSet<LocalDate>> taken = new LinkedHashMap<>();
    private int writes;

    final List<String> installed = new ArrayList<>();

    int writes() {
      return writes;
    }

    @Override
    public void install(SchoolId school, int schoolYear, List<HostCode> codes) {
      codes.forEach(code -> installed.add(schoolYear + " " + code.id()));
    }

    @Override
    public List<AttendanceMark> list(StudentId student, LocalDate first, LocalDate last) {
      TreeMap<LocalDate, AttendanceMark> found = new TreeMap<>();
      for (AttendanceMark mark : marks.values()) {
        if (mark.student().equals(student)
            && !mark.date().isBefore(first)
            && !mark.date().isAfter(last)) {
          found.put(mark.date(), mark);
        }
      }
      return List.copyOf(found.values());
    }

    @Override
    public List<AttendanceMark> list(
        SchoolId school, Set<StudentId> students, LocalDate first, LocalDate last) {
      return students.stream()
          .flatMap(student -> list(student, first, last).stream())
          .filter(mark -> mark.school().equals(school))
          .toList();
    }

    @Override
    public Optional<AttendanceMark> find(SchoolId school, StudentId student, LocalDate date) {
      return Optional.ofNullable(marks.get(List.of(school, student, date)));
    }

    @Override
    public void stream(SchoolId school, int schoolYear, Consumer<AttendanceMark> consumer) {
      marks.values().stream()
          .filter(mark -> mark.school().equals(school))
          .filter(mark -> SchoolYear.of(mark.date()).year() == schoolYear)
          .toList()
          .forEach(consumer);
    }

    @Override
    public Written write(List<MarkChange> changes) {
      writes++;
      List<AttendanceMark> written = new ArrayList<>();
      List<MarkFeed.Blank> blanks = new ArrayList<>();
      for (MarkChange change : changes) {
        List<Object> key = List.of(change.school(), change.student(), change.date());
        history
            .computeIfAbsent(key, one -> new ArrayList<>())
            .add(0, new PastMark(Optional.ofNullable(marks.get(key)), change));
        if (change.mark().isPresent()) {
          marks.put(key, change.mark().get());
          written.add(change.mark().get());
        } else {
          marks.remove(key);
          blanks.add(new MarkFeed.Blank(change.school(), change.student(), change.date()));
        }
      }
      markFeed.marksChanged(written);
      markFeed.marksCleared(blanks);
      return new Written(written.size(), 0, 0, blanks.size());
    }

    @Override
    public List<PastMark> listHistory(SchoolId school, StudentId student, LocalDate date) {
      return history.getOrDefault(List.of(school, student, date), List.of());
    }

    @Override
    public List<PastMark> listHistory(
        SchoolId school, Set<StudentId> students, LocalDate first, LocalDate last) {
      return students.stream()
          .flatMap(
              student ->
                  first
                      .datesUntil(last.plusDays(1))
                      .flatMap(date -> listHistory(school, student, date).stream()))
          .toList();
    }

    @Override
    public void setTaken(
        HomeroomId homeroom, LocalDate date, boolean isTaken, MarkChange.Author author) {
      TreeSet<LocalDate> days = taken.computeIfAbsent(homeroom, room -> new TreeSet<>());
      if (isTaken) {
        days.add(date);
      } else {
        days.remove(date);
      }
      markFeed.takenChanged(homeroom, date, isTaken);
    }

    @Override
    public List<LocalDate> listTaken(HomeroomId homeroom, LocalDate first, LocalDate last) {
      return taken.getOrDefault(homeroom, new TreeSet<>()).stream()
          .filter(date -> !date.isBefore(first) && !date.isAfter(last))
          .toList();
    }

    @Override
    public void streamTaken(SchoolId school, int schoolYear, Consumer<Taken> consumer) {
      listHomerooms(school, schoolYear)
          .forEach(
              room ->
                  taken
                      .getOrDefault(room.id(), new TreeSet<>())
                      .forEach(date -> consumer.accept(new Taken(room.id(), date))));
    }
  }
}
