// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.plugin.crediting.domain.CreditingDecision;

/**
 * Everything that decides one student's figures of a school year.
 *
 * @param student the student
 * @param stays the stays of the year, in any order; their periods must not overlap
 * @param groups the student's groups
 * @param marks the marks, in any order; a day with several counts by the strongest one
 * @param creditings the crediting decisions
 * @param acceptances the acceptances; empty where the mark alone is enough
 * @param today the last day that is counted; empty where every day is (a simulation, a past year)
 */
public record StudentYear(
    StudentId student,
    List<Stay> stays,
    List<GroupStay> groups,
    List<DayMark> marks,
    List<CreditingDecision> creditings,
    Optional<List<Acceptance>> acceptances,
    Optional<LocalDate> today) {
  public StudentYear {
    stays = List.copyOf(stays);
    groups = List.copyOf(groups);
    marks = List.copyOf(marks);
    creditings = List.copyOf(creditings);
    acceptances = acceptances.map(List::copyOf);
  }
}
