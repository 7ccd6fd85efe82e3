// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.exemption.domain;

import java.util.Optional;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.plugin.crediting.domain.Outcome;
import org.tsunagi.plugin.shared.DateRange;

/**
 * A word on exempt days: the principal's acceptance or refusal, or the board's order.
 *
 * @param school the school whose principal says it
 * @param student the student
 * @param code the id of the code it speaks of
 * @param period the days
 * @param outcome {@link Outcome#GRANTED} or {@link Outcome#REFUSED}
 * @param reason why; may be empty where it is granted
 * @param order what an order tells; {@link AcceptanceOrder#NONE} of an acceptance
 * @param replaces the id of the word that it takes the place of
 */
public record Word(
    SchoolId school,
    StudentId student,
    String code,
    DateRange period,
    Outcome outcome,
    String reason,
    AcceptanceOrder order,
    Optional<String> replaces) {}
