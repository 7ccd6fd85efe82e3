// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.crediting.domain;

import java.sql.Connection;
import java.util.Set;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.school.SchoolId;

/** The file of decisions, acceptances and evidence about learning elsewhere. */
public interface Creditings {
  /**
   * Loads what touches a school year, with a fixed number of statements.
   *
   * @param connection the transaction's connection
   * @param schools the schools whose students are asked for
   * @param schoolYear the school year, by the calendar year in which April lies
   * @param students only these students; an empty set means all of the schools
   */
  CreditingBook load(
      Connection connection, Set<SchoolId> schools, int schoolYear, Set<StudentId> students);
}
