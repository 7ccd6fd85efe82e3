// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.imports.roster;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.tsunagi.plugin.imports.file.Column;
import org.tsunagi.plugin.imports.file.Row;
import org.tsunagi.plugin.imports.file.TableSpec;

/** Reads {@code demographics.csv}: sex and date of birth. */
final class DemographicReader implements RosterReader {
  private static final TableSpec SPEC =
      TableSpec.of(
              Column.key("sourcedId", 255),
              Column.optional("status", 20),
              Column.optional("birthDate", 40),
              Column.optional("sex", 20))
          .ignoring(
              "dateLastModified",
              "americanIndianOrAlaskaNative",
              "asian",
              "blackOrAfricanAmerican",
              "nativeHawaiianOrOtherPacificIslander",
              "white",
              "demographicRaceTwoOrMoreRaces",
              "hispanicOrLatinoEthnicity",
              "countryOfBirthCode",
              "stateOfBirthAbbreviation",
              "cityOfBirth",
              "publicSchoolResidenceStatus");

  @Override
  public TableSpec spec() {
    return SPEC;
  }

  @Override
  public void take(Row row, RosterBook book) {
    RosterBook.ended(row);
    String sex = row.choice("sex", List.of("", "male", "female", "other", "unspecified"));
    Optional<LocalDate> birth = row.date("birthDate");
    if (birth.filter(date -> date.isAfter(book.today)).isPresent()) {
      row.error("BAD_DATE", "birthDate", "生年月日が今日より後です。日付を確かめてください。");
    }
    if (row.usable()) {
      book.demographics.put(
          row.text("sourcedId"), new RosterBook.Person(sex.isEmpty() ? "unspecified" : sex, birth));
    }
  }
}
