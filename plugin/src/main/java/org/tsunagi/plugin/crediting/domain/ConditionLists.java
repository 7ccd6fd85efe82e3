// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.crediting.domain;

import java.sql.Connection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tsunagi.api.school.SchoolId;

/** The condition lists of crediting: those that are shipped, and local ones in their place. */
public interface ConditionLists {
  /** Returns the lists that hold for each of some schools, with one statement at most. */
  Map<SchoolId, List<ConditionList>> list(Connection connection, Set<SchoolId> schools);

  /** Lists the lists that hold for a school. */
  default List<ConditionList> list(Connection connection, SchoolId school) {
    return list(connection, Set.of(school)).getOrDefault(school, List.of());
  }
}
