// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register.persistence;

import java.time.LocalDate;
import java.util.List;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.api.school.SchoolYear;
import org.tsunagi.plugin.code.domain.CodeCatalogue;
import org.tsunagi.plugin.crediting.domain.CreditingBook;

/**
 * What to count at once.
 *
 * @param schools the schools; a student who changed between two of them is counted as one
 * @param schoolYear the school year
 * @param today the last day that is counted
 * @param monthly whether a row stands for a month instead of the year
 * @param codes the catalogue of codes
 * @param book what is on file about learning elsewhere, for all students of the schools
 */
public record CityQuery(
    List<SchoolId> schools,
    int schoolYear,
    LocalDate today,
    boolean monthly,
    CodeCatalogue codes,
    CreditingBook book) {
  /** Copies the list. */
  public CityQuery {
    schools = List.copyOf(schools);
  }

  SchoolYear year() {
    return new SchoolYear(schoolYear);
  }

  int firstDay() {
    return Days.of(year().first());
  }

  int lastDay() {
    return Days.of(year().last());
  }

  /** Returns the last day that is counted, as an epoch day. */
  int untilDay() {
    return Math.min(lastDay(), Days.of(today));
  }
}
