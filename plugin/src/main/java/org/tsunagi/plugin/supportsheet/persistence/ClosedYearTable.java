// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.supportsheet.persistence;

import java.sql.Connection;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.plugin.platform.sql.Sql;

/**
 * The school years whose records were closed, as far as the sheets ask for them.
 *
 * @param connection the connection of the running transaction
 */
public record ClosedYearTable(Connection connection) {
  /** Tells whether the records of a school's year were closed. */
  public boolean closed(SchoolId school, int schoolYear) {
    return !Sql.list(
            connection,
            "SELECT closing_number FROM record_closing WHERE school_id = ? AND school_year = ?"
                + " AND closing_number = 1",
            row -> row.getInt(1),
            school.value(),
            schoolYear)
        .isEmpty();
  }
}
