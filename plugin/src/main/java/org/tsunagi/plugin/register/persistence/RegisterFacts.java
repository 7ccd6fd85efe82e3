// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register.persistence;

import java.sql.Connection;
import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.tsunagi.plugin.register.domain.DayMark;

/**
 * Loads what counting needs from the counting copy, with three statements whatever the number of
 * students: the schools' own facts, stays, and marks.
 */
@Component(service = RegisterFacts.class)
public final class RegisterFacts {
  /** Loads the facts of a query. */
  public LoadedFacts load(Connection connection, FactsQuery query) {
    SchoolRows schools = SchoolRows.load(connection, query);
    return new LoadedFacts(query, schools, StudentFacts.load(connection, query));
  }

  /** Lists the marks alone of the students of a query, by day, with one statement. */
  public List<DayMark> listMarks(Connection connection, FactsQuery query) {
    return StudentFacts.listMarks(connection, query);
  }
}
