// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.tsunagi.api.school.HomeroomId;

/**
 * A homeroom of a grade.
 *
 * @param id its id
 * @param name its name
 * @param counted whether it counts as a homeroom of the grade for closures; a 特別支援学級 does not
 *     unless set
 * @param students the students it lists, needed only where closures of groups exist
 * @param registerTaken days on which the homeroom's own register says otherwise than the grade's
 *     {@link SchoolDay#registerTaken}
 */
public record GradeHomeroom(
    HomeroomId id,
    String name,
    boolean counted,
    List<ListedStudent> students,
    Map<LocalDate, Boolean> registerTaken) {
  public GradeHomeroom {
    students = List.copyOf(students);
    registerTaken = Map.copyOf(registerTaken);
  }
}
