// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.exemption;

import java.time.LocalDate;
import java.util.List;
import org.tsunagi.plugin.exemption.domain.ExemptPeriod;

/**
 * The exempt days of a school year over HTTP.
 *
 * @param acceptancesAsked whether exempt marks count only with the principal's acceptance
 * @param periods the periods, those that wait first
 * @param findings mournings that are longer than the school's limit; they block nothing
 */
public record ExemptDayAnswer(
    boolean acceptancesAsked, List<Period> periods, List<ExemptDayService.LongMourning> findings) {
  static ExemptDayAnswer of(ExemptDayService.ExemptDays days) {
    return new ExemptDayAnswer(
        days.asked(), days.periods().stream().map(Period::of).toList(), days.mournings());
  }

  /**
   * A period.
   *
   * @param studentId the student
   * @param code the code's id
   * @param label the code's name
   * @param detail what the mark names; empty when none
   * @param days the days
   * @param state {@code NONE, NOT_ASKED, WAITING, GRANTED} or {@code REFUSED}
   * @param acceptance the id of the word; empty when there is none
   */
  public record Period(
      String studentId,
      String code,
      String label,
      String detail,
      List<LocalDate> days,
      String state,
      String acceptance) {
    static Period of(ExemptPeriod one) {
      return new Period(
          one.student().value(),
          one.code().id(),
          one.code().label(),
          one.detail(),
          one.days(),
          one.state().name(),
          one.acceptance());
    }
  }
}
