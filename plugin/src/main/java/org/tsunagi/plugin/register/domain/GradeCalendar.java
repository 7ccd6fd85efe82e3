// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register.domain;

import java.util.List;
import org.tsunagi.api.school.Grade;
import org.tsunagi.api.school.SchoolId;

/**
 * What all students of a grade share in a school year.
 *
 * @param school the school
 * @param grade the grade
 * @param days the planned school days, in any order, each date once
 * @param homerooms the homerooms in which students of the grade are
 * @param closures the closures that concern the grade, its homerooms or groups
 */
public record GradeCalendar(
    SchoolId school,
    Grade grade,
    List<SchoolDay> days,
    List<GradeHomeroom> homerooms,
    List<Closure> closures) {
  public GradeCalendar {
    days = List.copyOf(days);
    homerooms = List.copyOf(homerooms);
    closures = List.copyOf(closures);
  }
}
