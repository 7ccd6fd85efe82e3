// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.imports.table;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tsunagi.api.calendar.PlannedDay;
import org.tsunagi.api.calendar.SchoolCalendar;
import org.tsunagi.api.roster.Enrolment;
import org.tsunagi.api.roster.StudentDirectory;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.school.Grade;
import org.tsunagi.api.school.School;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.api.school.SchoolYear;

/** Stays and school days of the years a file speaks of, read once for each year. */
final class StayIndex {
  private final StudentDirectory directory;
  private final SchoolCalendar calendar;
  private final List<SchoolId> schools;
  private final Map<Integer, Map<String, StudentYear>> years = new HashMap<>();
  private final Map<String, Map<Grade, BitSet>> plans = new HashMap<>();
  private final Map<String, Boolean> students = new HashMap<>();

  StayIndex(StudentDirectory directory, SchoolCalendar calendar) {
    this.directory = directory;
    this.calendar = calendar;
    this.schools = directory.listSchools().stream().map(School::id).toList();
  }

  /** A stay in few words. */
  record Stay(SchoolId school, Grade grade, LocalDate first, LocalDate last) {
    boolean covers(LocalDate date) {
      return !date.isBefore(first) && !date.isAfter(last);
    }
  }

  /** A student's stays in a school year, and the days a file has named so far. */
  static final class StudentYear {
    private final List<Stay> stays = new ArrayList<>(1);
    private final BitSet named = new BitSet(366);

    List<Stay> stays() {
      return stays;
    }

    /** Finds the stay that covers a day; of two the later one. */
    Optional<Stay> on(LocalDate date) {
      return stays.stream()
          .filter(stay -> stay.covers(date))
          .max(java.util.Comparator.comparing(Stay::first));
    }

    /** Notes that a file names a day, and tells whether it is the first time. */
    boolean name(LocalDate date) {
      int day = dayOfYear(date);
      boolean before = named.get(day);
      named.set(day);
      return !before;
    }
  }

  /** Finds a student's stays in the school year of a date. */
  Optional<StudentYear> find(String student, LocalDate date) {
    int year = SchoolYear.of(date).year();
    return Optional.ofNullable(years.computeIfAbsent(year, this::load).get(student));
  }

  /** Tells whether the host knows a student, of whatever year. */
  boolean knows(String student) {
    return students.computeIfAbsent(student, id -> directory.find(new StudentId(id)).isPresent());
  }

  /** Tells whether a day is a school day of a grade. */
  boolean isSchoolDay(SchoolId school, Grade grade, LocalDate date) {
    int year = SchoolYear.of(date).year();
    BitSet days =
        plans.computeIfAbsent(year + " " + school.value(), key -> plan(school, year)).get(grade);
    return days != null && days.get(dayOfYear(date));
  }

  private static int dayOfYear(LocalDate date) {
    return (int) (date.toEpochDay() - SchoolYear.of(date).first().toEpochDay());
  }

  private Map<String, StudentYear> load(int year) {
    Map<String, StudentYear> found = new HashMap<>();
    for (SchoolId school : schools) {
      directory.streamEnrolments(school, year, stay -> keep(found, stay));
    }
    return found;
  }

  private static void keep(Map<String, StudentYear> found, Enrolment stay) {
    LocalDate last = stay.last().orElse(new SchoolYear(stay.schoolYear()).last());
    found
        .computeIfAbsent(stay.student().value(), id -> new StudentYear())
        .stays
        .add(new Stay(stay.school(), stay.grade(), stay.first(), last));
  }

  private Map<Grade, BitSet> plan(SchoolId school, int year) {
    Map<Grade, BitSet> found = new HashMap<>();
    calendar.stream(school, year, day -> keep(found, day));
    return found;
  }

  private static void keep(Map<Grade, BitSet> found, PlannedDay day) {
    if (day.schoolDay()) {
      found.computeIfAbsent(day.grade(), grade -> new BitSet(366)).set(dayOfYear(day.date()));
    }
  }
}
