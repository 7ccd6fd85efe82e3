// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.watch.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tsunagi.api.roster.StudentId;
import org.tsunagi.api.school.SchoolYear;
import org.tsunagi.plugin.register.domain.DayScreen;

/** The screen of a city is as loose as its loosest settings. */
class ScreenRuleTest {
  private static final Set<StudentId> LAST_YEAR = Set.of(new StudentId("L"));
  private static final Set<StudentId> SOUGHT = Set.of(new StudentId("S"));

  private static DayScreen of(WatchSettings... settings) {
    return ScreenRule.of(List.of(settings), LAST_YEAR, SOUGHT);
  }

  @Test
  void theSmallestNumbersOfAllSettingsAreAsked() {
    WatchSettings strict =
        Settings.with(Map.of("firstRun", 2, "cumulative", 40, "separateRoomRun", 5));
    WatchSettings loose =
        Settings.with(Map.of("firstRun", 4, "cumulative", 10, "separateRoomRun", 2));
    assertEquals(new DayScreen(2, 10, 2, 0, 0, LAST_YEAR, SOUGHT), of(strict, loose));
  }

  @Test
  void whatIsSwitchedOffAsksForNothing() {
    WatchSettings off = Settings.with(Map.of("separateRoomRun", 0));
    assertEquals(0, of(off).apart());
    assertEquals(1, of(off, Settings.with(Map.of("separateRoomRun", 1))).apart());
  }

  @Test
  void aWindowReachesBackTwiceTheLongestLength() {
    WatchSettings two = Settings.with(Map.of(), new RollingWindow(5, 20), new RollingWindow(3, 10));
    WatchSettings one = Settings.with(Map.of(), new RollingWindow(4, 30));
    DayScreen screen = of(two, one);
    assertEquals(3, screen.recent());
    assertEquals(60, screen.recentDays());
    assertEquals(0, of(WatchSettings.DEFAULT).recentDays());
  }

  @Test
  void aTaskIsOpenUntilItIsDone() {
    assertEquals(true, task(Optional.empty()).open());
    assertEquals(false, task(Optional.of(LocalDate.of(2026, 10, 6))).open());
  }

  private static WatchTask task(Optional<LocalDate> doneOn) {
    LocalDate day = LocalDate.of(2026, 10, 5);
    return new WatchTask(
        "w",
        1,
        new StudentId("A"),
        "k",
        day,
        "電話",
        "t",
        "佐々木",
        "",
        day,
        doneOn,
        "t",
        "佐々木",
        Instant.EPOCH);
  }

  @Test
  void aWindowIsOverAfterItsWholeLengthWithoutBeingReached() {
    WatchSettings window =
        Settings.with(Map.of("firstRun", 30, "secondRun", 60), new RollingWindow(2, 3));
    assertEquals(List.of(true), open("欠欠出出", window));
    assertEquals(List.of(true), open("欠欠出出出", window));
    assertEquals(List.of(false), open("欠欠出出出出", window));
    assertEquals(List.of(false, true), open("欠欠出出出出欠欠", window));
    assertEquals(List.of(true), open("欠欠出出欠欠", window));
  }

  private static List<Boolean> open(String pattern, WatchSettings settings) {
    return rolling(pattern, settings).stream().map(WatchFinding::open).toList();
  }

  private static List<WatchFinding> rolling(String pattern, WatchSettings settings) {
    LocalDate first = LocalDate.of(2026, 6, 1);
    StudentWatch student =
        StudentWatch.of(new SchoolYear(2026), WatchRulesTest.days(pattern, first));
    return WatchRules.find(student, settings, first.plusDays(pattern.length())).stream()
        .filter(one -> one.rule() == WatchRule.ROLLING)
        .toList();
  }

  @Test
  void aWindowNamesItsDaysOnly() {
    WatchSettings window =
        Settings.with(Map.of("firstRun", 30, "secondRun", 60), new RollingWindow(2, 3));
    WatchFinding found = rolling("欠出出欠欠出", window).get(0);
    assertEquals(
        List.of(LocalDate.of(2026, 6, 4), LocalDate.of(2026, 6, 5)),
        found.dates(),
        found.toString());
    WatchFinding again = rolling("欠出欠欠出", window).get(0);
    assertEquals(LocalDate.of(2026, 6, 3), again.raisedOn());
    assertEquals(2, again.dates().size(), again.toString());
  }
}
