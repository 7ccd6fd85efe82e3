// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.watch.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A run in which late arrivals, early departures and other rooms weigh in (遅刻・早退も加味): a day that
 * weighs something goes on with the run. It is raised where such a day helped to reach the first
 * number of days.
 */
final class PartialRule {
  private final WatchSettings settings;
  private final List<WatchFinding> found = new ArrayList<>();
  private final List<LocalDate> run = new ArrayList<>();
  private int weight;
  private boolean partial;
  private Optional<LocalDate> raisedOn = Optional.empty();

  private PartialRule(WatchSettings settings) {
    this.settings = settings;
  }

  static List<WatchFinding> find(List<WatchDay> days, WatchSettings settings) {
    PartialRule rule = new PartialRule(settings);
    for (WatchDay day : days) {
      if (settings.weight(day) > 0) {
        rule.add(day);
      } else if (settings.inRun(day) == WatchSettings.InRun.ENDS) {
        rule.end(false);
      }
    }
    rule.end(true);
    return rule.found;
  }

  private void add(WatchDay day) {
    int wanted = settings.firstRun() * WatchSettings.WHOLE_DAY;
    boolean below = weight < wanted;
    weight += settings.weight(day);
    partial |= day.partial();
    run.add(day.date());
    if (below && weight >= wanted && partial) {
      raisedOn = Optional.of(day.date());
    }
  }

  private void end(boolean open) {
    raisedOn.ifPresent(
        on ->
            found.add(
                new WatchFinding(WatchRule.PARTIAL, "", run.get(0), on, open, run.size(), 0, run)));
    run.clear();
    weight = 0;
    partial = false;
    raisedOn = Optional.empty();
  }
}
