// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register.persistence;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.tsunagi.api.roster.Enrolment;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.school.Grade;
import org.tsunagi.api.school.Homeroom;
import org.tsunagi.api.school.HomeroomId;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.plugin.crediting.domain.Acceptances;
import org.tsunagi.plugin.crediting.domain.CreditingBook;
import org.tsunagi.plugin.register.domain.Closure;
import org.tsunagi.plugin.register.domain.DayMark;
import org.tsunagi.plugin.register.domain.GradeCalendar;
import org.tsunagi.plugin.register.domain.GradeHomeroom;
import org.tsunagi.plugin.register.domain.GradeYear;
import org.tsunagi.plugin.register.domain.GroupStay;
import org.tsunagi.plugin.register.domain.ListedStudent;
import org.tsunagi.plugin.register.domain.RegisterSettings;
import org.tsunagi.plugin.register.domain.SchoolDay;
import org.tsunagi.plugin.register.domain.Stay;
import org.tsunagi.plugin.register.domain.StudentYear;
import org.tsunagi.plugin.shared.DateRange;

/** The facts of a query, and how they become what the counting engine takes. */
public final class LoadedFacts {
  private final FactsQuery query;
  private final List<Homeroom> homerooms;
  private final Map<HomeroomId, Set<LocalDate>> taken;
  private final Map<String, Enrolment> stays;
  private final Map<StudentId, List<GroupStay>> groups;
  private final Map<GradeKey, List<SchoolDay>> days;
  private final Map<GradeKey, Map<LocalDate, String>> titles;
  private final Map<StudentId, List<DayMark>> marks;
  private final Map<GradeKey, List<Closure>> closures;
  private final Map<SchoolId, Map<String, String>> settings;
  private final Map<SchoolId, String> prefectures;
  private final Map<SchoolId, String> municipalities;
  private final Set<YearMonth> unlocked;
  private final Map<GradeKey, GradeYear> grades = new HashMap<>();

  /**
   * A grade of a school.
   *
   * @param school the school
   * @param grade the grade
   */
  public record GradeKey(SchoolId school, Grade grade) {}

  LoadedFacts(FactsQuery query, SchoolRows schools, StudentFacts students) {
    this.query = query;
    this.homerooms = schools.homerooms;
    this.taken = schools.taken;
    this.stays = students.stays;
    this.groups = schools.groups;
    this.days = schools.days;
    this.titles = schools.titles;
    this.marks = students.marks;
    this.closures = schools.closures;
    this.settings = schools.settings;
    this.prefectures = schools.prefectures;
    this.municipalities = schools.municipalities;
    this.unlocked = schools.unlocked;
  }

  /** Lists the stays of the query's grades, by school, student and first day. */
  public List<Enrolment> enrolments() {
    return List.copyOf(stays.values());
  }

  /** Lists the homerooms of the query's schools in its school year. */
  public List<Homeroom> homerooms() {
    return List.copyOf(homerooms);
  }

  /** Returns the prefecture of a school; empty where it is not told. */
  public String prefecture(SchoolId school) {
    return prefectures.getOrDefault(school, "");
  }

  /** Returns the municipality of a school; empty where it is not told. */
  public String municipality(SchoolId school) {
    return municipalities.getOrDefault(school, "");
  }

  /** Returns the schools and the school year of the query. */
  public FactsQuery query() {
    return query;
  }

  /** Returns a school's settings; what is not set has its default. */
  public RegisterSettings settings(SchoolId school) {
    return RegisterSettings.of(settings.getOrDefault(school, Map.of()));
  }

  /** Tells whether a month of the query's homeroom is locked. */
  public boolean locked(SchoolId school, YearMonth month, LocalDate today) {
    return settings(school).locks(month, today) && !unlocked.contains(month);
  }

  /** Tells whether a month of the query's homeroom was unlocked and may be locked again. */
  public boolean lockable(SchoolId school, YearMonth month, LocalDate today) {
    return settings(school).locks(month, today) && unlocked.contains(month);
  }

  /** Lists the marks of a student in the query's range. */
  public List<DayMark> marks(StudentId student) {
    return marks.getOrDefault(student, List.of());
  }

  /** Lists the planned school days of a grade in the query's range, by date. */
  public List<SchoolDay> days(SchoolId school, Grade grade) {
    return days.getOrDefault(new GradeKey(school, grade), List.of());
  }

  /** Finds the planned school day of a grade on a date. */
  public Optional<SchoolDay> day(SchoolId school, Grade grade, LocalDate date) {
    return days(school, grade).stream().filter(day -> day.date().equals(date)).findFirst();
  }

  /** Returns what a date is called for a grade; empty for an ordinary day. */
  public String title(SchoolId school, Grade grade, LocalDate date) {
    return titles.getOrDefault(new GradeKey(school, grade), Map.of()).getOrDefault(date, "");
  }

  /** Tells whether a closure of the school, the grade or the homeroom covers a date. */
  public boolean closed(Homeroom room, LocalDate date) {
    return closures.getOrDefault(new GradeKey(room.school(), room.grade()), List.of()).stream()
        .filter(closure -> closure.scope() != Closure.Scope.GROUP)
        .filter(
            closure ->
                closure.scope() != Closure.Scope.HOMEROOM
                    || closure.target().equals(room.id().value()))
        .anyMatch(closure -> closure.days().stream().anyMatch(days -> days.contains(date)));
  }

  /** Lists the stays of a homeroom that have a day in the query's range, by number. */
  public List<Enrolment> inHomeroom(HomeroomId homeroom) {
    return stays.values().stream()
        .filter(stay -> stay.homeroom().equals(Optional.of(homeroom)))
        .filter(stay -> !stay.first().isAfter(query.range().last()))
        .filter(stay -> stay.last().map(end -> !end.isBefore(query.range().first())).orElse(true))
        .filter(stay -> stay.last().map(end -> !end.isBefore(stay.first())).orElse(true))
        .sorted(
            Comparator.comparingInt(Enrolment::number)
                .thenComparing(stay -> stay.student().value())
                .thenComparing(Enrolment::first))
        .toList();
  }

  /** Tells whether the register was taken, by the homeroom itself or by the whole grade. */
  public boolean taken(HomeroomId homeroom, SchoolDay day) {
    return day.registerTaken() || taken.getOrDefault(homeroom, Set.of()).contains(day.date());
  }

  /** Returns a grade's calendar, made ready once. */
  public GradeYear grade(SchoolId school, Grade grade) {
    return grades.computeIfAbsent(new GradeKey(school, grade), this::compile);
  }

  /**
   * Lists the students of the query with everything that decides their figures.
   *
   * @param book what is on file about learning elsewhere
   * @param today the last day that is counted
   */
  public List<StudentYear> students(CreditingBook book, LocalDate today) {
    Map<StudentId, List<Enrolment>> byStudent =
        stays.values().stream()
            .filter(stay -> query.students().isEmpty() || query.students().contains(stay.student()))
            .collect(
                Collectors.groupingBy(Enrolment::student, LinkedHashMap::new, Collectors.toList()));
    List<StudentYear> students = new ArrayList<>();
    byStudent.forEach(
        (student, own) ->
            students.add(
                year(
                    student,
                    new SchoolStays(query.schoolYear(), this::grade).of(own),
                    own,
                    book,
                    today)));
    return students;
  }

  private StudentYear year(
      StudentId student, List<Stay> at, List<Enrolment> own, CreditingBook book, LocalDate today) {
    return new StudentYear(
        student,
        at,
        groups.getOrDefault(student, List.of()),
        withMinutes(marks(student), book.minutes().getOrDefault(student, Map.of())),
        FiledDecisions.bind(book.decisions().getOrDefault(student, List.of()), at),
        new Acceptances(acceptancesAsked(own), book.acceptances().getOrDefault(student, List.of())),
        book.visits().getOrDefault(student, Set.of()),
        Optional.of(today));
  }

  private boolean acceptancesAsked(List<Enrolment> stays) {
    return stays.stream().anyMatch(stay -> settings(stay.school()).acceptancesAsked());
  }

  /** The log of learning tells the minutes where the mark does not. */
  private static List<DayMark> withMinutes(List<DayMark> marks, Map<LocalDate, Integer> minutes) {
    if (minutes.isEmpty()) {
      return marks;
    }
    return marks.stream()
        .map(
            mark ->
                mark.minutes().isEmpty() && minutes.containsKey(mark.date())
                    ? mark.withMinutes(minutes.get(mark.date()))
                    : mark)
        .toList();
  }

  private GradeYear compile(GradeKey key) {
    Map<HomeroomId, List<ListedStudent>> listed = new HashMap<>();
    for (Enrolment stay : stays.values()) {
      if (stay.grade() == key.grade() && stay.school().equals(key.school())) {
        Optional<DateRange> period = SchoolStays.period(query.schoolYear(), stay);
        if (stay.homeroom().isPresent() && period.isPresent()) {
          listed
              .computeIfAbsent(stay.homeroom().get(), room -> new ArrayList<>())
              .add(new ListedStudent(period.get(), groups.getOrDefault(stay.student(), List.of())));
        }
      }
    }
    List<GradeHomeroom> rooms = new ArrayList<>();
    for (Homeroom room : homerooms) {
      boolean ofGrade = room.grade() == key.grade() || listed.containsKey(room.id());
      if (room.school().equals(key.school()) && ofGrade) {
        rooms.add(
            new GradeHomeroom(
                room.id(),
                room.name(),
                !room.specialNeeds() || settings(room.school()).specialNeedsCounted(),
                listed.getOrDefault(room.id(), List.of()),
                taken.getOrDefault(room.id(), Set.of()).stream()
                    .collect(Collectors.toMap(date -> date, date -> true))));
      }
    }
    return GradeYear.of(
        new GradeCalendar(
            key.school(),
            key.grade(),
            days.getOrDefault(key, List.of()),
            rooms,
            closures.getOrDefault(key, List.of())));
  }
}
