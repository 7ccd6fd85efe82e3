// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register;

import java.sql.Connection;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.tsunagi.api.roster.Enrolment;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.school.SchoolYear;
import org.tsunagi.plugin.crediting.domain.CreditingDecision;
import org.tsunagi.plugin.register.domain.DayFlag;
import org.tsunagi.plugin.register.domain.DayVerdict;

/** The decision behind a credited day, found by counting the student's year. */
final class DayBacking {
  private DayBacking() {}

  /**
   * Finds it.
   *
   * @param openly whether restricted causes are shown
   * @param readable whether the actor may read the application
   */
  static Optional<BackingView> find(
      Counting counting,
      Connection connection,
      StudentId student,
      List<Enrolment> stays,
      LocalDate date,
      boolean openly,
      boolean readable) {
    Optional<Counting.Counted> counted =
        counting.countStudent(connection, student, stays, SchoolYear.of(date).year());
    Optional<CreditingDecision> decision =
        counted.map(Counting.Counted::stays).orElse(List.of()).stream()
            .flatMap(stay -> stay.days().stream())
            .filter(day -> day.date().equals(date) && day.has(DayFlag.CREDITED))
            .map(day -> openly ? day : day.masked())
            .map(DayVerdict::causes)
            .flatMap(causes -> causes.decision().stream())
            .findFirst();
    return decision.map(
        one ->
            new BackingView(
                one.id(),
                one.facility()
                    .flatMap(id -> counting.facility(connection, counted.orElseThrow().facts(), id))
                    .orElse(""),
                one.decidedOn(),
                readable));
  }
}
