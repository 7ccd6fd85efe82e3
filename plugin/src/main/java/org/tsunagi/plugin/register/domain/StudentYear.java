// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.plugin.crediting.domain.Acceptances;
import org.tsunagi.plugin.crediting.domain.CreditingDecision;

/**
 * Everything that decides one student's figures of a school year.
 *
 * @param student the student
 * @param stays the stays of the year, in any order; their periods must not overlap
 * @param groups the student's groups
 * @param marks the marks, in any order; a day with several counts by the strongest one
 * @param creditings the crediting decisions
 * @param acceptances the acceptances, and whether exempt marks need one
 * @param visits the days of face-to-face visits, beside those that marks tell of
 * @param today the last day that is counted; empty where every day is (a simulation, a past year)
 */
public record StudentYear(
    StudentId student,
    List<Stay> stays,
    List<GroupStay> groups,
    List<DayMark> marks,
    List<CreditingDecision> creditings,
    Acceptances acceptances,
    Set<LocalDate> visits,
    Optional<LocalDate> today) {
  public StudentYear {
    stays = List.copyOf(stays);
    groups = List.copyOf(groups);
    marks = List.copyOf(marks);
    creditings = List.copyOf(creditings);
    visits = Set.copyOf(visits);
  }

  /** Returns the same year with other marks. */
  public StudentYear withMarks(List<DayMark> other) {
    return new StudentYear(student, stays, groups, other, creditings, acceptances, visits, today);
  }
}
