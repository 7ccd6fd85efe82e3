// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register.persistence;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.school.Grade;
import org.tsunagi.api.school.HomeroomId;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.api.school.SchoolYear;
import org.tsunagi.plugin.shared.DateRange;

/**
 * Whose facts to load.
 *
 * @param schools the schools, one at least
 * @param schoolYear the school year
 * @param range the days, within that year
 * @param grades only these grades; an empty set means all of them
 * @param students only the marks of these students; an empty set means all of them
 * @param homeroom only the marks of those who have a stay in it, with its open months; empty means
 *     every homeroom
 */
public record FactsQuery(
    Set<SchoolId> schools,
    SchoolYear schoolYear,
    DateRange range,
    Set<Grade> grades,
    Set<StudentId> students,
    Optional<HomeroomId> homeroom) {
  /** Copies the sets. */
  public FactsQuery {
    schools = Set.copyOf(schools);
    grades = Set.copyOf(grades);
    students = Set.copyOf(students);
  }

  /** Returns the codes of the grades to load: all of them where none was named. */
  List<String> gradeCodes() {
    return Stream.of(Grade.values())
        .filter(grade -> grades.isEmpty() || grades.contains(grade))
        .map(Grade::name)
        .toList();
  }

  /** Returns a query for a whole school year. */
  public static FactsQuery ofYear(
      Set<SchoolId> schools, int schoolYear, Set<Grade> grades, Set<StudentId> students) {
    SchoolYear year = new SchoolYear(schoolYear);
    DateRange range = new DateRange(year.first(), year.last());
    return new FactsQuery(schools, year, range, grades, students, Optional.empty());
  }
}
