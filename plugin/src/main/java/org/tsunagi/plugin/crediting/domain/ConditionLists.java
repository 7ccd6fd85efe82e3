// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.crediting.domain;

import java.sql.Connection;
import java.util.List;
import org.tsunagi.api.school.SchoolId;

/** The condition lists of crediting: those that are shipped, and local ones in their place. */
public interface ConditionLists {
  /** Lists the lists that hold for a school. */
  List<ConditionList> list(Connection connection, SchoolId school);
}
