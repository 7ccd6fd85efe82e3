// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.watch.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** All that was noticed of a student, from the school year's first day to a day. */
public final class WatchRules {
  private static final Comparator<WatchFinding> IN_ORDER =
      Comparator.comparing(WatchFinding::raisedOn)
          .thenComparing(WatchFinding::rule)
          .thenComparing(WatchFinding::variant);

  private WatchRules() {}

  /**
   * Finds what was noticed up to a day, by the day on which it was reached. A later day gives the
   * same findings with the same keys, perhaps closed, and those that came since.
   *
   * @param on the day; what was after it is left out
   */
  public static List<WatchFinding> find(
      StudentWatch student, WatchSettings settings, LocalDate on) {
    StudentWatch known = student.upTo(on);
    List<WatchFinding> found = new ArrayList<>(RunRule.find(known.days(), settings));
    if (settings.weighsPartialDays()) {
      found.addAll(PartialRule.find(known.days(), settings));
    }
    for (RollingWindow window : settings.windows()) {
      found.addAll(RollingRule.find(known.days(), window, settings));
    }
    if (settings.separateRoomRun() > 0) {
      found.addAll(SeparateRoomRule.find(known.days(), settings.separateRoomRun()));
    }
    found.addAll(YearRule.find(known, settings));
    found.addAll(SafetyRule.find(known.contacts(), settings.failedContacts()));
    found.sort(IN_ORDER);
    return found;
  }

  /** Counts the days of the school year up to a day, as the settings count them. */
  public static int countYear(StudentWatch student, WatchSettings settings, LocalDate on) {
    return (int) student.upTo(on).days().stream().filter(settings::inYear).count();
  }
}
