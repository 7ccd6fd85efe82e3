// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.watch.domain;

import java.util.Collection;
import java.util.Set;
import java.util.function.ToIntFunction;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.plugin.register.domain.DayScreen;

/**
 * Which students of a city can have an open finding at all, by numbers of marks: the loosest of all
 * settings, so that nobody is left out. A finding that is open on a day needs
 *
 * <ul>
 *   <li>for days in a row, weighed or not: as many marks as the first run asks for, and no ordinary
 *       day at school after the last of them;
 *   <li>for the days of the year: as many marks that may be absences;
 *   <li>for a window: as many marks as it asks for, within twice its length, since its episode ends
 *       when a whole window has passed in which the number was never reached;
 *   <li>for other rooms: as many marks of another room;
 *   <li>for last year's days: one mark that may be an absence.
 * </ul>
 */
public final class ScreenRule {
  private ScreenRule() {}

  /**
   * Makes the screen.
   *
   * @param awayLastYear students of whom days absent of last year are known
   * @param sought students whose homes were tried in vain
   */
  public static DayScreen of(
      Collection<WatchSettings> settings, Set<StudentId> awayLastYear, Set<StudentId> sought) {
    return new DayScreen(
        least(settings, WatchSettings::firstRun),
        least(settings, WatchSettings::cumulative),
        least(settings, WatchSettings::separateRoomRun),
        least(
            settings, one -> one.windows().stream().mapToInt(RollingWindow::days).min().orElse(0)),
        2
            * settings.stream()
                .flatMap(one -> one.windows().stream())
                .mapToInt(RollingWindow::schoolDays)
                .max()
                .orElse(0),
        awayLastYear,
        sought);
  }

  /** Returns the least number that is not 0; 0 where there is none. */
  private static int least(
      Collection<WatchSettings> settings, ToIntFunction<WatchSettings> number) {
    return settings.stream().mapToInt(number).filter(one -> one > 0).min().orElse(0);
  }
}
