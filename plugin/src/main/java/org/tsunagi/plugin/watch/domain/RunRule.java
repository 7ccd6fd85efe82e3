// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.watch.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Days absent in a row (連続欠席). Days without school stand between without meaning anything.
 *
 * <p>Basis: 児童生徒理解・支援シートの作成と活用 作成プロセス（例）「連続欠席等3日目」「連続欠席等7日目～」.
 */
final class RunRule {
  private final WatchSettings settings;
  private final List<WatchFinding> found = new ArrayList<>();
  private final List<LocalDate> run = new ArrayList<>();

  private RunRule(WatchSettings settings) {
    this.settings = settings;
  }

  static List<WatchFinding> find(List<WatchDay> days, WatchSettings settings) {
    RunRule rule = new RunRule(settings);
    for (WatchDay day : days) {
      switch (settings.inRun(day)) {
        case COUNTS -> rule.run.add(day.date());
        case ENDS -> rule.end(false);
        case NEUTRAL -> {}
      }
    }
    rule.end(true);
    return rule.found;
  }

  private void end(boolean open) {
    add(WatchRule.CONSECUTIVE_3, settings.firstRun(), open);
    add(WatchRule.CONSECUTIVE_7, settings.secondRun(), open);
    run.clear();
  }

  private void add(WatchRule rule, int threshold, boolean open) {
    if (run.size() >= threshold) {
      LocalDate raised = run.get(threshold - 1);
      found.add(new WatchFinding(rule, "", run.get(0), raised, open, run.size(), 0, run));
    }
  }
}
