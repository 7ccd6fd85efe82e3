// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register;

import java.sql.Connection;
import java.util.Set;
import org.tsunagi.api.school.SchoolId;

/** The names of a school's groups, by which closures name what they close. */
public interface GroupNames {
  /** Lists the names of the groups that have or had a member. */
  Set<String> listNames(Connection connection, SchoolId school);
}
