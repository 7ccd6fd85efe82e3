// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.watch.domain;

/** What can be noticed; the names are stored and stand in the REST interface. */
public enum WatchRule {
  /** No sign of safety after several tries: 通告 at once. Basis: 初中局長通知（令和元年）2(6)③. */
  SAFETY,
  /** 30 days of a school year. */
  CUMULATIVE_30,
  /** Whether there was bullying, asked at 30 days at the latest. Basis: 義務教育段階…確保法 附帯決議4. */
  BULLYING_QUESTION,
  /** The seventh day in a row. */
  CONSECUTIVE_7,
  /** The third day in a row. */
  CONSECUTIVE_3,
  /** Late arrivals, early departures and other rooms weighed with absences. */
  PARTIAL,
  /** So many of the last so many school days. */
  ROLLING,
  /** In another room day after day, whatever the days absent. */
  SEPARATE_ROOM,
  /** Away for long last year, and first away this year. */
  LAST_YEAR
}
