// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.desk.web;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.chrono.JapaneseDate;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.api.roster.StudentDirectory;
import org.tsunagi.api.school.School;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.api.school.SchoolYear;
import org.tsunagi.desk.account.DeskClock;

/** The schools' names for the frame, read again after a minute, and the name of the school year. */
@Component(service = Schools.class)
public final class Schools {
  private static final Duration KEEP = Duration.ofMinutes(1);

  private final StudentDirectory directory;
  private final DeskClock clock;
  private volatile Kept kept = new Kept(Instant.EPOCH, List.of());

  /** Takes the directory and the clock. */
  @Activate
  public Schools(@Reference StudentDirectory directory, @Reference DeskClock clock) {
    this.directory = directory;
    this.clock = clock;
  }

  private record Kept(Instant at, List<School> schools) {}

  /** Lists all schools. */
  public List<School> list() {
    Kept now = kept;
    if (now.schools.isEmpty() || clock.now().isAfter(now.at.plus(KEEP))) {
      now = new Kept(clock.now(), List.copyOf(directory.listSchools()));
      kept = now;
    }
    return now.schools;
  }

  /** Finds a school. */
  public Optional<School> find(SchoolId id) {
    return list().stream().filter(school -> school.id().equals(id)).findFirst();
  }

  /** Returns a school's name; its id when it is not known. */
  public String name(SchoolId id) {
    return find(id).map(School::name).orElse(id.value());
  }

  /** Returns the school's day. */
  public LocalDate today() {
    return clock.today();
  }

  /** Returns the school year of today. */
  public SchoolYear year() {
    return SchoolYear.of(clock.today());
  }

  /** Returns the name of this school year, for example {@code 令和8年度（2026年度）}. */
  public String yearName(Locale locale) {
    int year = year().year();
    if ("en".equals(locale.getLanguage())) {
      return "School year " + year;
    }
    JapaneseDate first = JapaneseDate.from(year().first().withMonth(5));
    int number = first.get(ChronoField.YEAR_OF_ERA);
    String era = first.getEra().getDisplayName(java.time.format.TextStyle.FULL, Locale.JAPANESE);
    return era + (number == 1 ? "元" : Integer.toString(number)) + "年度（" + year + "年度）";
  }
}
