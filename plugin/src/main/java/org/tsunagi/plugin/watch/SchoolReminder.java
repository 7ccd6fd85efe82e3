// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.watch;

import java.sql.Connection;
import java.util.Map;
import org.tsunagi.api.school.SchoolId;

/** Something else of which the people of a school are told when the school is looked at. */
@FunctionalInterface
public interface SchoolReminder {
  /** Tells them, each of each thing once; returns how many new notices each person has. */
  Map<String, Integer> remind(Connection connection, SchoolId school);
}
