// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.watch.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tsunagi.plugin.watch.domain.WatchSettings.InRun;

/**
 * What a board, a district or a school decides of its own about noticing; what it leaves out holds
 * as the wider scope says. The names and ranges are those of {@link WatchSettings}.
 *
 * <p>Basis: 児童生徒理解・支援シートの作成と活用 2(1)「教育委員会又は中学校区単位で、作成開始等の基準を設定し」.
 *
 * @param firstRun days in a row that raise the first finding
 * @param secondRun days in a row that raise the second one
 * @param cumulative days of a school year
 * @param creditedCounts whether the days of a school year hold 出席扱い
 * @param creditedInRun what a credited day does to days in a row
 * @param uncreditedInRun what a day of learning elsewhere does to them while nothing credits it
 * @param exemptBreaksRun whether 出席停止・忌引等 ends a run
 * @param windows rolling windows
 * @param lateWeight what a late arrival weighs, in hundredths of a day
 * @param earlyWeight what an early departure weighs
 * @param separateRoomWeight what a day in another room weighs
 * @param separateRoomRun days in another room that raise a finding
 * @param lastYearDays last year's days from which this year's first absence raises a finding
 * @param failedContacts tries in a row without a sign of safety that ask to act at once
 */
public record SettingsPart(
    @Nullable Integer firstRun,
    @Nullable Integer secondRun,
    @Nullable Integer cumulative,
    @Nullable Boolean creditedCounts,
    @Nullable InRun creditedInRun,
    @Nullable InRun uncreditedInRun,
    @Nullable Boolean exemptBreaksRun,
    @Nullable List<RollingWindow> windows,
    @Nullable Integer lateWeight,
    @Nullable Integer earlyWeight,
    @Nullable Integer separateRoomWeight,
    @Nullable Integer separateRoomRun,
    @Nullable Integer lastYearDays,
    @Nullable Integer failedContacts) {
  /** Copies the list. */
  public SettingsPart {
    windows = windows == null ? null : List.copyOf(windows);
  }

  /** Makes a part that decides everything. */
  public static SettingsPart of(WatchSettings all) {
    return new SettingsPart(
        all.firstRun(),
        all.secondRun(),
        all.cumulative(),
        all.creditedCounts(),
        all.creditedInRun(),
        all.uncreditedInRun(),
        all.exemptBreaksRun(),
        all.windows(),
        all.lateWeight(),
        all.earlyWeight(),
        all.separateRoomWeight(),
        all.separateRoomRun(),
        all.lastYearDays(),
        all.failedContacts());
  }

  /**
   * Lays this part over the settings of the wider scope. Where only one of the two runs is decided
   * here and the wider other one does not suit it, the other one gives way.
   *
   * @throws IllegalArgumentException where what is decided here is out of its range
   */
  public WatchSettings over(WatchSettings wider) {
    int first = or(firstRun, wider.firstRun());
    int second = or(secondRun, wider.secondRun());
    if (secondRun == null) {
      second = Math.max(second, first + 1);
    } else if (firstRun == null) {
      first = Math.min(first, second - 1);
    }
    return new WatchSettings(
        first,
        second,
        or(cumulative, wider.cumulative()),
        or(creditedCounts, wider.creditedCounts()),
        or(creditedInRun, wider.creditedInRun()),
        or(uncreditedInRun, wider.uncreditedInRun()),
        or(exemptBreaksRun, wider.exemptBreaksRun()),
        or(windows, wider.windows()),
        or(lateWeight, wider.lateWeight()),
        or(earlyWeight, wider.earlyWeight()),
        or(separateRoomWeight, wider.separateRoomWeight()),
        or(separateRoomRun, wider.separateRoomRun()),
        or(lastYearDays, wider.lastYearDays()),
        or(failedContacts, wider.failedContacts()));
  }

  private static <T> T or(@Nullable T decided, T wider) {
    return decided == null ? wider : decided;
  }
}
