// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register.domain;

import java.util.List;
import java.util.Optional;
import org.tsunagi.plugin.code.domain.AttendanceCode;
import org.tsunagi.plugin.crediting.domain.Acceptance;
import org.tsunagi.plugin.crediting.domain.CreditingDecision;
import org.tsunagi.plugin.crediting.domain.CreditingGap;

/**
 * The facts behind a verdict, from which {@link BecauseRule} tells why.
 *
 * @param day the planned day
 * @param stay the stay
 * @param closures the closures that cover the student that day, the printed one first
 * @param mark the mark that counted
 * @param code the code of that mark
 * @param decision the crediting decision that covers the day, or one of its kind that does not
 * @param gap why no granted decision covers the day of a credited mark; empty where one does
 * @param acceptance the acceptance that covers the day
 */
public record DayCauses(
    SchoolDay day,
    Stay stay,
    List<Closure> closures,
    Optional<DayMark> mark,
    Optional<AttendanceCode> code,
    Optional<CreditingDecision> decision,
    Optional<CreditingGap> gap,
    Optional<Acceptance> acceptance) {
  /**
   * Returns the facility's id: the mark's, else that of the decision that speaks of it; or empty.
   */
  public String facility() {
    return mark.map(DayMark::facility)
        .filter(named -> !named.isEmpty())
        .or(() -> decision.flatMap(CreditingDecision::facility))
        .orElse("");
  }
}
