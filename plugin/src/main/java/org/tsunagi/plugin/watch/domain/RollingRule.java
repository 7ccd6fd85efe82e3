// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.watch.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * So many weighed days of the last so many school days. The episode lasts until a whole window has
 * passed in which the number was never reached, so that a child who is now and then away is noticed
 * once and not each week.
 */
final class RollingRule {
  private final List<WatchDay> days;
  private final RollingWindow window;
  private final WatchSettings settings;
  private final List<WatchFinding> found = new ArrayList<>();
  private int raisedAt = -1;
  private int lastAt;

  private RollingRule(List<WatchDay> days, RollingWindow window, WatchSettings settings) {
    this.days = days;
    this.window = window;
    this.settings = settings;
  }

  static List<WatchFinding> find(
      List<WatchDay> days, RollingWindow window, WatchSettings settings) {
    RollingRule rule = new RollingRule(days, window, settings);
    int weight = 0;
    for (int i = 0; i < days.size(); i++) {
      weight += settings.weight(days.get(i));
      if (i >= window.schoolDays()) {
        weight -= settings.weight(days.get(i - window.schoolDays()));
      }
      rule.step(i, weight >= window.days() * WatchSettings.WHOLE_DAY);
    }
    rule.end(true);
    return rule.found;
  }

  private void step(int index, boolean reached) {
    if (reached) {
      raisedAt = raisedAt < 0 ? index : raisedAt;
      lastAt = index;
    } else if (index - lastAt >= window.schoolDays()) {
      end(false);
    }
  }

  private void end(boolean open) {
    if (raisedAt >= 0) {
      List<LocalDate> dates =
          days.subList(Math.max(0, lastAt - window.schoolDays() + 1), lastAt + 1).stream()
              .filter(day -> settings.weight(day) > 0)
              .map(WatchDay::date)
              .toList();
      LocalDate raised = days.get(raisedAt).date();
      String variant = window.days() + "-" + window.schoolDays();
      found.add(
          new WatchFinding(
              WatchRule.ROLLING,
              variant,
              raised,
              raised,
              open,
              dates.size(),
              window.schoolDays(),
              dates));
    }
    raisedAt = -1;
  }
}
