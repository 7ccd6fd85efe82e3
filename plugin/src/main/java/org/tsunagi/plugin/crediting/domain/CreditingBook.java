// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.crediting.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.school.SchoolId;

/**
 * What is on file about learning elsewhere, as far as counting a school year needs it.
 *
 * @param decisions crediting decisions by student; only those in force, a replaced one is not here;
 *     each is bound to its stay where the stays are known
 * @param acceptances acceptances in force by student
 * @param visits the days of face-to-face visits by student, beside those that marks tell of
 * @param minutes minutes of learning with ICT by student and day, for marks that tell none
 * @param facilities every facility by its id
 * @param ictRules the conversion rules of each school; a school without one is not here
 */
public record CreditingBook(
    Map<StudentId, List<FiledDecision>> decisions,
    Map<StudentId, List<Acceptance>> acceptances,
    Map<StudentId, Set<LocalDate>> visits,
    Map<StudentId, Map<LocalDate, Integer>> minutes,
    Map<String, Facility> facilities,
    Map<SchoolId, IctRules> ictRules) {
  /** An empty file. */
  public static final CreditingBook EMPTY =
      new CreditingBook(Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), Map.of());

  /** Returns this file with other decisions of one application. */
  public CreditingBook with(StudentId student, String application, List<FiledDecision> instead) {
    Map<StudentId, List<FiledDecision>> changed = new HashMap<>(decisions);
    List<FiledDecision> own = new ArrayList<>(instead);
    decisions.getOrDefault(student, List.of()).stream()
        .filter(one -> !one.decision().id().equals(application))
        .forEach(own::add);
    changed.put(student, own);
    return new CreditingBook(changed, acceptances, visits, minutes, facilities, ictRules);
  }
}
