// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.desk.intake;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tsunagi.api.intake.RosterRow.StayRow;
import org.tsunagi.api.roster.Enrolment;
import org.tsunagi.api.school.SchoolYear;

/**
 * When a stay ends.
 *
 * <p>A stay never reaches beyond 31 March of its school year: once that year is over, or the
 * student has a stay of a later year, it is closed on that day. A stay that a roster ends without
 * naming a day ends on the day before the roster was taken in.
 */
final class StayRule {
  private final LocalDate today;

  StayRule(LocalDate today) {
    this.today = today;
  }

  /** Returns a stay as a row wants it, given how it stands now. */
  Enrolment wanted(StayRow row, @Nullable Enrolment before) {
    Enrolment stay = row.enrolment();
    Optional<LocalDate> named = row.endedOn().or(stay::last);
    if (named.isPresent()) {
      return endedOn(stay, named.get());
    }
    LocalDate yearEnd = yearEnd(stay);
    boolean closed = before != null && before.last().equals(Optional.of(yearEnd));
    return closed || today.isAfter(yearEnd) ? endedOn(stay, yearEnd) : stay;
  }

  /** Returns the standing stay as a row that ends it wants it. */
  Enrolment ended(StayRow row, Enrolment before) {
    Optional<LocalDate> named = row.endedOn().or(() -> row.enrolment().last());
    if (named.isPresent()) {
      return endedOn(before, named.get());
    }
    return isOpen(before) ? endedNow(before) : before;
  }

  /** Tells whether a stay has days from today on. */
  boolean isOpen(Enrolment stay) {
    return stay.last().map(last -> !last.isBefore(today)).orElse(true)
        && !stay.last().equals(Optional.of(stay.first().minusDays(1)));
  }

  /** Returns a stay ended on the day before today, or with its year if that is over. */
  Enrolment endedNow(Enrolment stay) {
    LocalDate yesterday = today.minusDays(1);
    LocalDate yearEnd = yearEnd(stay);
    return endedOn(stay, yesterday.isAfter(yearEnd) ? yearEnd : yesterday);
  }

  /** Returns a stay ended on 31 March of its school year. */
  static Enrolment closedWithYear(Enrolment stay) {
    return endedOn(stay, yearEnd(stay));
  }

  private static LocalDate yearEnd(Enrolment stay) {
    return new SchoolYear(stay.schoolYear()).last();
  }

  private static Enrolment endedOn(Enrolment stay, LocalDate last) {
    LocalDate earliest = stay.first().minusDays(1);
    return new Enrolment(
        stay.id(),
        stay.student(),
        stay.school(),
        stay.schoolYear(),
        stay.grade(),
        stay.homeroom(),
        stay.number(),
        stay.first(),
        Optional.of(last.isBefore(earliest) ? earliest : last));
  }
}
