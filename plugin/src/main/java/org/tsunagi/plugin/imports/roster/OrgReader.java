// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.imports.roster;

import java.util.List;
import org.tsunagi.api.intake.RosterRow;
import org.tsunagi.api.school.School;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.plugin.imports.file.Column;
import org.tsunagi.plugin.imports.file.Row;
import org.tsunagi.plugin.imports.file.TableSpec;

/** Reads {@code orgs.csv}: schools and the board above them. */
final class OrgReader implements RosterReader {
  private static final TableSpec SPEC =
      TableSpec.of(
              Column.key("sourcedId", 255),
              Column.optional("status", 20),
              Column.key("name", 255),
              Column.key("type", 30),
              Column.optional("parentSourcedId", 255))
          .ignoring("dateLastModified", "identifier");

  @Override
  public TableSpec spec() {
    return SPEC;
  }

  @Override
  public void take(Row row, RosterBook book) {
    boolean ended = RosterBook.ended(row);
    String type =
        row.choice(
            "type", List.of("department", "school", "district", "local", "state", "national"));
    if (row.usable()) {
      String id = row.text("sourcedId");
      book.orgs.put(
          id, new RosterBook.Org(id, row.text("name"), type, row.text("parentSourcedId"), ended));
    }
  }

  /** Hands the schools to the host. */
  static void putSchools(RosterBook book) {
    for (RosterBook.Org org : book.orgs.values()) {
      if (org.type().equals("school")) {
        School school = new School(new SchoolId(org.id()), org.name(), board(org, book));
        book.intake.put(new RosterRow.SchoolRow(school, org.ended()));
      }
    }
  }

  private static String board(RosterBook.Org school, RosterBook book) {
    RosterBook.Org above = book.orgs.get(school.parent());
    for (int depth = 0; above != null && depth < 10; depth++) {
      if (above.type().equals("district")) {
        return above.name();
      }
      above = book.orgs.get(above.parent());
    }
    return "";
  }
}
