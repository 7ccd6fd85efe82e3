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
  private static final String LIST = "UNNEST(CAST(? AS varchar ARRAY))";

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

  /**
   * Makes a statement over lists of schools, grades and students one over single values, for each
   * list that has one. PostgreSQL takes an unknown list for ten, so that its general plan looks
   * dear and every call is planned anew, which costs four times as much as running it.
   */
  String fitted(String sql) {
    String fitted = schools.size() == 1 ? fitted(sql, "k", "id") : sql;
    fitted = gradeCodes().size() == 1 ? fitted(fitted, "n", "code") : fitted;
    return students.size() == 1 ? fitted(fitted, "w", "id") : fitted;
  }

  private static String fitted(String sql, String list, String column) {
    return sql.replace(
        LIST + " AS " + list + "(" + column + ")",
        "(SELECT (CAST(? AS varchar ARRAY))[1] AS " + column + ") AS " + list);
  }

  /** Returns a query for a whole school year. */
  public static FactsQuery ofYear(
      Set<SchoolId> schools, int schoolYear, Set<Grade> grades, Set<StudentId> students) {
    SchoolYear year = new SchoolYear(schoolYear);
    DateRange range = new DateRange(year.first(), year.last());
    return new FactsQuery(schools, year, range, grades, students, Optional.empty());
  }
}
