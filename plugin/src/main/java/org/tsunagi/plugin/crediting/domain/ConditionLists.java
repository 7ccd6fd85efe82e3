// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.crediting.domain;

import java.sql.Connection;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.tsunagi.api.school.SchoolId;

/**
 * The condition lists in force: a school's own list stands before its municipality's, that before
 * the installation's, and that before the shipped one.
 */
public interface ConditionLists {
  /**
   * Finds a list as it holds at a school on a day.
   *
   * @param connection the transaction's connection
   * @param list the list's id
   */
  Optional<ConditionList> find(Connection connection, SchoolId school, String list, LocalDate date);

  /** Lists every list that holds at a school on a day, in the order in which they are shipped. */
  List<ConditionList> list(Connection connection, SchoolId school, LocalDate date);
}
