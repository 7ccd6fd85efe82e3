// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.watch.domain;

import java.util.List;
import java.util.Map;
import org.tsunagi.plugin.watch.domain.WatchSettings.InRun;

/**
 * Settings that differ from the default in what is named; enums by their place, flags as 0 or 1.
 */
final class Settings {
  private Settings() {}

  static WatchSettings with(Map<String, Integer> named, RollingWindow... windows) {
    return new WatchSettings(
        named.getOrDefault("firstRun", 3),
        named.getOrDefault("secondRun", 7),
        named.getOrDefault("cumulative", 30),
        named.getOrDefault("creditedCounts", 1) == 1,
        InRun.values()[named.getOrDefault("creditedInRun", 0)],
        InRun.values()[named.getOrDefault("uncreditedInRun", 0)],
        named.getOrDefault("exemptBreaks", 0) == 1,
        List.of(windows),
        named.getOrDefault("lateWeight", 0),
        named.getOrDefault("earlyWeight", 0),
        named.getOrDefault("separateRoomWeight", 0),
        named.getOrDefault("separateRoomRun", 3),
        named.getOrDefault("lastYearDays", 30),
        named.getOrDefault("failedContacts", 2));
  }
}
