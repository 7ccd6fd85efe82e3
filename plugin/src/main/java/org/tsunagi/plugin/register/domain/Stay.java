// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register.domain;

import java.util.List;
import org.tsunagi.plugin.shared.DateRange;

/**
 * A stay (在籍) of a student at one school in one grade; one row of the tallies. A change of homeroom
 * within the school is another placement, not another stay.
 *
 * @param id its id
 * @param grade what the grade shares
 * @param period the days that belong to it, both ends inclusive
 * @param placements the homerooms; may leave days without one
 */
public record Stay(String id, GradeYear grade, DateRange period, List<Placement> placements) {
  public Stay {
    placements = List.copyOf(placements);
  }
}
