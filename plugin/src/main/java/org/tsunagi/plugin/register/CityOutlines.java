// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register;

import java.sql.Connection;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.api.school.SchoolYear;
import org.tsunagi.plugin.crediting.domain.CreditingBook;
import org.tsunagi.plugin.crediting.domain.Creditings;
import org.tsunagi.plugin.platform.SchoolClock;
import org.tsunagi.plugin.register.domain.DayScreen;
import org.tsunagi.plugin.register.domain.OutlinedStudent;
import org.tsunagi.plugin.register.persistence.CityDays;
import org.tsunagi.plugin.register.persistence.CityQuery;

/** Tells other features the days of students of a whole city. It checks no rights. */
@Component(service = CityOutlines.class)
public final class CityOutlines {
  /** The number of steps before the first student, for progress. */
  public static final int STEPS = CityDays.STEPS;

  private final Counting counting;
  private final Creditings creditings;
  private final CityDays days;
  private final SchoolClock clock;

  /** Makes it. */
  @Activate
  public CityOutlines(
      @Reference Counting counting,
      @Reference Creditings creditings,
      @Reference CityDays days,
      @Reference SchoolClock clock) {
    this.counting = counting;
    this.creditings = creditings;
    this.days = days;
    this.clock = clock;
  }

  /**
   * Hands out the days of each student who is worth a look and at one of the schools on a day.
   *
   * @param on the day, not after today; what was after it is left out
   * @param steps hears after each step how many are done
   */
  public void read(
      Connection connection,
      List<SchoolId> schools,
      LocalDate on,
      DayScreen screen,
      IntConsumer steps,
      Consumer<OutlinedStudent> students) {
    int year = SchoolYear.of(on).year();
    CreditingBook book = creditings.load(connection, Set.copyOf(schools), year, Set.of());
    CityQuery query =
        new CityQuery(schools, year, clock.today(), false, counting.codes(connection), book);
    days.read(connection, query, on, screen, steps::accept, students);
  }
}
