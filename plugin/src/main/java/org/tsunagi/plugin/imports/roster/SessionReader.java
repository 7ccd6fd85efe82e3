// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.imports.roster;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.tsunagi.api.calendar.Term;
import org.tsunagi.api.intake.RosterRow;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.api.school.SchoolYear;
import org.tsunagi.plugin.imports.file.Column;
import org.tsunagi.plugin.imports.file.Row;
import org.tsunagi.plugin.imports.file.TableSpec;

/** Reads {@code academicSessions.csv}: school years and terms. */
final class SessionReader implements RosterReader {
  private static final TableSpec SPEC =
      TableSpec.of(
              Column.key("sourcedId", 255),
              Column.optional("status", 20),
              Column.key("title", 255),
              Column.key("type", 30),
              Column.key("startDate", 40),
              Column.key("endDate", 40))
          .ignoring("dateLastModified", "parentSourcedId", "schoolYear");

  @Override
  public TableSpec spec() {
    return SPEC;
  }

  @Override
  public void take(Row row, RosterBook book) {
    boolean ended = RosterBook.ended(row);
    String type = row.choice("type", List.of("schoolYear", "term", "semester", "gradingPeriod"));
    Optional<LocalDate> first = row.date("startDate");
    Optional<LocalDate> last = RosterBook.lastDay(row);
    if (first.isEmpty() || last.isEmpty() || !row.usable()) {
      return;
    }
    if (last.get().isBefore(first.get())) {
      row.error("BAD_RANGE", "endDate", "終わりの日（endDate）は、始めの日より後にしてください。");
      return;
    }
    if (!SchoolYear.of(first.get()).contains(last.get())) {
      row.error("DATE_OUTSIDE_YEAR", "endDate", "1つの年度（4月1日から3月31日）に収めてください。endDate は最後の日の次の日です。");
      return;
    }
    book.sessions.put(
        row.text("sourcedId"),
        new RosterBook.Session(
            row.text("sourcedId"), row.text("title"), type, first.get(), last.get(), ended));
  }

  /** Hands the terms to the host, numbered by their order in the year. */
  static void putTerms(RosterBook book) {
    List<RosterBook.Session> terms =
        book.sessions.values().stream()
            .filter(one -> Set.of("term", "semester").contains(one.type()))
            .sorted(Comparator.comparing(RosterBook.Session::first))
            .toList();
    Set<Integer> years = new TreeSet<>();
    terms.forEach(term -> years.add(term.schoolYear()));
    for (SchoolId school : book.schools()) {
      for (int year : years) {
        int number = 0;
        for (RosterBook.Session term : terms) {
          if (term.schoolYear() == year) {
            Term named = new Term(++number, term.title(), term.first(), term.last());
            book.intake.put(new RosterRow.TermRow(school, year, named, term.ended()));
          }
        }
      }
    }
  }
}
