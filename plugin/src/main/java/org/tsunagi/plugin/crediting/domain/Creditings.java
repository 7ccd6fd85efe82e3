// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.crediting.domain;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.school.SchoolId;

/** The crediting decisions that are on file. */
public interface Creditings {
  /**
   * Lists the decisions that touch a school year, by student, with a fixed number of statements.
   *
   * @param schools the schools whose students are asked for
   * @param schoolYear the school year, by the calendar year in which April lies
   */
  Map<StudentId, List<CreditingDecision>> list(Set<SchoolId> schools, int schoolYear);
}
