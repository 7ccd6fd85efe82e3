// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register;

import java.sql.Connection;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.school.SchoolId;

/**
 * Receives the members of groups (a half of a homeroom, for staggered attendance) that an import
 * has read and checked.
 *
 * <p>It checks no rights; the import has done so.
 */
public interface GroupIntake {
  /**
   * Writes members in the caller's transaction. A member is the same as one that is there when
   * school, group, student and first day are the same; the last day is then replaced.
   *
   * @param connection the transaction's connection
   * @param members the members, without two of the same key
   * @return how many were new, changed and unchanged
   */
  ClosureIntake.Written writeMembers(Connection connection, List<Member> members);

  /**
   * A student's time in a group.
   *
   * @param school the school
   * @param group the group's name
   * @param student the student
   * @param first the first day; empty for "always"
   * @param last the last day (inclusive); empty for "until further notice"
   */
  record Member(
      SchoolId school,
      String group,
      StudentId student,
      Optional<LocalDate> first,
      Optional<LocalDate> last) {}
}
