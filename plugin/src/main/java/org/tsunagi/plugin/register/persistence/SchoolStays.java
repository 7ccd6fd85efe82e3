// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register.persistence;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.tsunagi.api.roster.Enrolment;
import org.tsunagi.api.school.Grade;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.api.school.SchoolYear;
import org.tsunagi.plugin.register.domain.GradeYear;
import org.tsunagi.plugin.register.domain.Placement;
import org.tsunagi.plugin.register.domain.Stay;
import org.tsunagi.plugin.shared.DateRange;

/**
 * Makes a student's stays at schools out of the host's stays in homerooms: those that follow one
 * another in one school and grade become one; where two overlap, the later one holds.
 */
final class SchoolStays {
  private final SchoolYear year;
  private final BiFunction<SchoolId, Grade, GradeYear> grades;

  SchoolStays(SchoolYear year, BiFunction<SchoolId, Grade, GradeYear> grades) {
    this.year = year;
    this.grades = grades;
  }

  /** A host's stay with the days on which it holds. */
  private record Part(Enrolment stay, DateRange period) {
    boolean continues(Part before) {
      return stay.school().equals(before.stay.school())
          && stay.grade() == before.stay.grade()
          && period.first().equals(before.period.last().plusDays(1));
    }
  }

  /** Returns the days of a stay within its school year; empty for a stay without a day. */
  static Optional<DateRange> period(SchoolYear year, Enrolment stay) {
    LocalDate first = stay.first().isBefore(year.first()) ? year.first() : stay.first();
    LocalDate last = stay.last().filter(end -> end.isBefore(year.last())).orElse(year.last());
    return last.isBefore(first) ? Optional.empty() : Optional.of(new DateRange(first, last));
  }

  List<Stay> of(List<Enrolment> enrolments) {
    List<Stay> stays = new ArrayList<>();
    List<Part> run = new ArrayList<>();
    for (Part part : parts(enrolments)) {
      if (!run.isEmpty() && !part.continues(run.get(run.size() - 1))) {
        stays.add(stay(run));
        run.clear();
      }
      run.add(part);
    }
    if (!run.isEmpty()) {
      stays.add(stay(run));
    }
    return stays;
  }

  private List<Part> parts(List<Enrolment> enrolments) {
    List<Part> parts = new ArrayList<>();
    for (Enrolment stay : enrolments) {
      period(year, stay).ifPresent(period -> parts.add(new Part(stay, period)));
    }
    parts.sort(
        Comparator.comparing((Part part) -> part.period().first())
            .thenComparing(part -> part.stay().id()));
    List<Part> apart = new ArrayList<>();
    for (Part part : parts) {
      LocalDate before = part.period().first().minusDays(1);
      while (!apart.isEmpty() && apart.get(apart.size() - 1).period().last().isAfter(before)) {
        Part last = apart.remove(apart.size() - 1);
        if (!last.period().first().isAfter(before)) {
          apart.add(new Part(last.stay(), new DateRange(last.period().first(), before)));
        }
      }
      apart.add(part);
    }
    return apart;
  }

  private Stay stay(List<Part> run) {
    Enrolment first = run.get(0).stay();
    List<Placement> placements = new ArrayList<>();
    for (Part part : run) {
      part.stay().homeroom().ifPresent(room -> placements.add(new Placement(room, part.period())));
    }
    return new Stay(
        first.id(),
        grades.apply(first.school(), first.grade()),
        new DateRange(run.get(0).period().first(), run.get(run.size() - 1).period().last()),
        placements);
  }
}
