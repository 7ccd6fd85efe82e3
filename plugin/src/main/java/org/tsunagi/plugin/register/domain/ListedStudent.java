// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register.domain;

import java.util.List;
import org.tsunagi.plugin.shared.DateRange;

/**
 * A student as a homeroom lists him or her, for the question whether groups cover a whole homeroom.
 *
 * @param period the days on which the homeroom lists the student
 * @param groups the student's groups
 */
public record ListedStudent(DateRange period, List<GroupStay> groups) {
  public ListedStudent {
    groups = List.copyOf(groups);
  }
}
