// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register.domain;

import java.util.List;
import org.tsunagi.api.roster.StudentId;

/**
 * What a student's year comes to.
 *
 * @param student the student
 * @param stays one count per stay, by first day
 * @param findings what there is to say, by date
 */
public record StudentCount(StudentId student, List<StayCount> stays, List<DayFinding> findings) {
  public StudentCount {
    stays = List.copyOf(stays);
    findings = List.copyOf(findings);
  }

  /** Returns the count as a reader sees it who may not know restricted causes. */
  public StudentCount masked() {
    return new StudentCount(student, stays.stream().map(StayCount::masked).toList(), findings);
  }
}
