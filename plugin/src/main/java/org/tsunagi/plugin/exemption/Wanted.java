// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.exemption;

import java.util.Optional;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.plugin.crediting.domain.Outcome;
import org.tsunagi.plugin.exemption.domain.AcceptanceOrder;
import org.tsunagi.plugin.exemption.domain.Word;
import org.tsunagi.plugin.shared.DateRange;

/**
 * A word on exempt days as someone wants it kept.
 *
 * @param code the id of the code it speaks of
 * @param period the days
 * @param outcome how it is decided
 * @param reason why; may be empty where it is granted
 * @param order what an order tells
 * @param replaces the id of the word that it takes the place of
 */
public record Wanted(
    String code,
    DateRange period,
    Outcome outcome,
    String reason,
    AcceptanceOrder order,
    Optional<String> replaces) {
  Word word(StudentId student, SchoolId school) {
    return new Word(school, student, code, period, outcome, reason, order, replaces);
  }
}
