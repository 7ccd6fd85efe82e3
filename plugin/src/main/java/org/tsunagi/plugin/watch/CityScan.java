// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.watch;

import java.sql.Connection;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.school.SchoolId;
import org.tsunagi.api.school.SchoolYear;
import org.tsunagi.plugin.register.CityOutlines;
import org.tsunagi.plugin.register.domain.DayOutline;
import org.tsunagi.plugin.register.domain.DayScreen;
import org.tsunagi.plugin.register.domain.OutlinedStudent;
import org.tsunagi.plugin.watch.domain.ScreenRule;
import org.tsunagi.plugin.watch.domain.SettingsInForce;
import org.tsunagi.plugin.watch.domain.StudentWatch;
import org.tsunagi.plugin.watch.domain.WatchDay;
import org.tsunagi.plugin.watch.domain.WatchFinding;
import org.tsunagi.plugin.watch.domain.WatchRules;
import org.tsunagi.plugin.watch.domain.WatchSettings;
import org.tsunagi.plugin.watch.persistence.CityNotes;
import org.tsunagi.plugin.watch.persistence.SettingTable;

/**
 * Looks at all students of many schools at once: set-based SQL leaves those who can have a finding,
 * and {@link WatchRules} decide on their days. It checks no rights.
 */
@Component(service = CityScan.class)
public final class CityScan {
  /** The number of steps before the first student, for progress. */
  static final int STEPS = CityOutlines.STEPS;

  private final CityOutlines outlines;
  private final SettingTable settings;

  /** Makes it. */
  @Activate
  public CityScan(@Reference CityOutlines outlines, @Reference SettingTable settings) {
    this.outlines = outlines;
    this.settings = settings;
  }

  /**
   * Something noticed of a student that still holds.
   *
   * @param school the school at which the student is
   * @param student the student
   * @param finding what, and why
   */
  public record Noticed(SchoolId school, StudentId student, WatchFinding finding) {}

  /**
   * Hands out every finding that is open on a day, each once.
   *
   * @param on the day, not after today
   * @param steps hears after each step how many are done
   */
  public void scan(
      Connection connection,
      List<SchoolId> schools,
      LocalDate on,
      IntConsumer steps,
      Consumer<Noticed> found) {
    SchoolYear year = SchoolYear.of(on);
    Map<SchoolId, SettingsInForce> inForce = settings.inForce(connection, schools, on);
    CityNotes notes = CityNotes.load(connection, schools, year);
    Look look = new Look(year, on, inForce, notes, found);
    outlines.read(connection, schools, on, look.screen(), steps, look::take);
  }

  /** One look at one city. */
  private static final class Look {
    private final SchoolYear year;
    private final LocalDate on;
    private final Map<SchoolId, SettingsInForce> inForce;
    private final CityNotes notes;
    private final Consumer<Noticed> found;
    private final Map<DayOutline, WatchDay> days = new HashMap<>();

    Look(
        SchoolYear year,
        LocalDate on,
        Map<SchoolId, SettingsInForce> inForce,
        CityNotes notes,
        Consumer<Noticed> found) {
      this.year = year;
      this.on = on;
      this.inForce = inForce;
      this.notes = notes;
      this.found = found;
    }

    DayScreen screen() {
      List<WatchSettings> all =
          inForce.values().stream().map(SettingsInForce::settings).distinct().toList();
      int lastYear =
          all.stream().mapToInt(WatchSettings::lastYearDays).filter(n -> n > 0).min().orElse(0);
      return ScreenRule.of(all, notes.awayLastYear(lastYear), notes.sought());
    }

    void take(OutlinedStudent student) {
      WatchSettings rules =
          Objects.requireNonNull(inForce.get(student.school()), "settings").settings();
      String answer = notes.answers().getOrDefault(student.student(), "asking");
      StudentWatch watch =
          new StudentWatch(
              year,
              days(student.days()),
              lastYear(student.student(), rules),
              notes.contacts().getOrDefault(student.student(), List.of()),
              !answer.equals("asking"));
      for (WatchFinding finding : WatchRules.find(watch, rules, on)) {
        if (finding.open()) {
          found.accept(new Noticed(student.school(), student.student(), finding));
        }
      }
    }

    private int lastYear(StudentId student, WatchSettings rules) {
      int[] figures = notes.lastYear().getOrDefault(student, new int[2]);
      return figures[0] + (rules.creditedCounts() ? figures[1] : 0);
    }

    /** Makes each day once for all students to whom it is the same. */
    private List<WatchDay> days(List<DayOutline> outlines) {
      List<WatchDay> made = new ArrayList<>(outlines.size());
      for (DayOutline day : outlines) {
        WatchDay known = days.get(day);
        if (known == null) {
          known = WatchDay.of(day).orElse(null);
          if (known == null) {
            continue;
          }
          days.put(day, known);
        }
        made.add(known);
      }
      return made;
    }
  }
}
