// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.imports.roster;

import org.tsunagi.plugin.imports.file.Column;
import org.tsunagi.plugin.imports.file.Row;
import org.tsunagi.plugin.imports.file.TableSpec;

/** Checks {@code courses.csv}; nothing of it is kept. */
final class CourseReader implements RosterReader {
  private static final TableSpec SPEC =
      TableSpec.of(
              Column.key("sourcedId", 255), Column.optional("status", 20), Column.key("title", 255))
          .ignoring(
              "dateLastModified",
              "schoolYearSourcedId",
              "courseCode",
              "grades",
              "orgSourcedId",
              "subjects",
              "subjectCodes");

  @Override
  public TableSpec spec() {
    return SPEC;
  }

  @Override
  public void take(Row row, RosterBook book) {
    RosterBook.ended(row);
  }
}
