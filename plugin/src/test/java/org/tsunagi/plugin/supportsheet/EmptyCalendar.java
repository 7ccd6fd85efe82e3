// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.supportsheet;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.tsunagi.api.calendar.PlannedDay;
import org.tsunagi.api.calendar.SchoolCalendar;
import org.tsunagi.api.calendar.Term;
import org.tsunagi.api.school.Grade;
import org.tsunagi.api.school.SchoolId;

/**
 * A calendar that knows nothing but the terms it is given.
 *
 * @param terms the terms of every year
 */
record EmptyCalendar(List<Term> terms) implements SchoolCalendar {
  @Override
  public List<PlannedDay> list(SchoolId school, Grade grade, LocalDate first, LocalDate last) {
    return List.of();
  }

  @Override
  public void stream(SchoolId school, int schoolYear, Consumer<PlannedDay> consumer) {}

  @Override
  public List<Term> listTerms(SchoolId school, int schoolYear) {
    return terms;
  }

  @Override
  public Written write(List<PlannedDay> days) {
    throw new UnsupportedOperationException();
  }
}
