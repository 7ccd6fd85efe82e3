// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.api.school;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A school year (年度), 1 April to 31 March.
 *
 * <p>Basis: 学校教育法施行規則59条.
 *
 * @param year the calendar year in which its April lies, 1900–2999
 */
public record SchoolYear(int year) {
  public SchoolYear {
    if (year < 1900 || year > 2999) {
      throw new InvalidId("school year must lie in 1900-2999");
    }
  }

  /** Returns the school year in which a date lies. */
  public static SchoolYear of(LocalDate date) {
    return new SchoolYear(date.getMonthValue() >= 4 ? date.getYear() : date.getYear() - 1);
  }

  /** Returns 1 April. */
  public LocalDate first() {
    return LocalDate.of(year, 4, 1);
  }

  /** Returns 31 March of the following calendar year. */
  public LocalDate last() {
    return LocalDate.of(year + 1, 3, 31);
  }

  /** Tells whether a date lies in this school year. */
  public boolean contains(LocalDate date) {
    return !date.isBefore(first()) && !date.isAfter(last());
  }

  /** Returns the twelve months, April first. */
  public List<YearMonth> months() {
    return IntStream.range(0, 12).mapToObj(YearMonth.of(year, 4)::plusMonths).toList();
  }
}
