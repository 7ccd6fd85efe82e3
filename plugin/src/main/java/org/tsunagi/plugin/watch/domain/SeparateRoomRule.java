// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.watch.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Days in another room, one after the other among the days the student came. The episode lasts
 * until as many ordinary days have followed each other.
 *
 * <p>Basis: 児童生徒理解・支援シートの作成と活用「遅刻、早退、保健室登校、別室登校等の状況を鑑みて」; the number is a setting.
 */
final class SeparateRoomRule {
  private final int wanted;
  private final List<WatchFinding> found = new ArrayList<>();
  private final List<LocalDate> dates = new ArrayList<>();
  private int ordinary;

  private SeparateRoomRule(int wanted) {
    this.wanted = wanted;
  }

  static List<WatchFinding> find(List<WatchDay> days, int wanted) {
    SeparateRoomRule rule = new SeparateRoomRule(wanted);
    for (WatchDay day : days) {
      if (day.kind() == WatchDay.Kind.PRESENT) {
        rule.step(day);
      }
    }
    rule.end(true);
    return rule.found;
  }

  private void step(WatchDay day) {
    if (day.separateRoom()) {
      dates.add(day.date());
      ordinary = 0;
      return;
    }
    ordinary++;
    if (dates.size() < wanted || ordinary >= wanted) {
      end(false);
    }
  }

  private void end(boolean open) {
    if (dates.size() >= wanted) {
      found.add(
          new WatchFinding(
              WatchRule.SEPARATE_ROOM,
              "",
              dates.get(0),
              dates.get(wanted - 1),
              open,
              dates.size(),
              0,
              dates));
    }
    dates.clear();
    ordinary = 0;
  }
}
