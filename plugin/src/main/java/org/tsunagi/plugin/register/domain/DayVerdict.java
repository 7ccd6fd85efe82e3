// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register.domain;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.tsunagi.api.school.SchoolId;

/**
 * What one day is for one student, and why.
 *
 * @param date the day
 * @param dayClass its class
 * @param flags what else there is to know
 * @param sheetRow the row ①–⑧ in which the day is credited, 1–8; 0 when it is in none
 * @param causes the facts behind it
 */
public record DayVerdict(
    LocalDate date, DayClass dayClass, Set<DayFlag> flags, int sheetRow, DayCauses causes) {
  private static final Set<DayFlag> UNCOUNTED =
      EnumSet.of(DayFlag.PENDING, DayFlag.REFUSED, DayFlag.ICT_SHORT, DayFlag.UNACCEPTED);

  /** Returns the id of the code that was entered; empty for a blank. */
  public String code() {
    return causes.mark().map(DayMark::code).orElse("");
  }

  /** Returns the school in whose register the day stands. */
  public SchoolId school() {
    return causes.stay().grade().calendar().school();
  }

  /** Tells whether a flag is set. */
  public boolean has(DayFlag flag) {
    return flags.contains(flag);
  }

  /**
   * Tells whether the code that was entered does not count as it says: learned elsewhere or marked
   * exempt, and no decision credits or accepts it, or the rule for ICT days is not met.
   */
  public boolean uncounted() {
    return dayClass == DayClass.ABSENT && flags.stream().anyMatch(UNCOUNTED::contains);
  }

  /** Returns the day as a reader sees it who may not know restricted causes. */
  public DayVerdict masked() {
    return RestrictedRule.masked(this);
  }

  /** Lists the chain of facts that makes the day what it is. */
  public List<Fact> because() {
    return BecauseRule.because(this);
  }
}
