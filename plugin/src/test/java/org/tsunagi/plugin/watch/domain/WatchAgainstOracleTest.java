// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.watch.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.tsunagi.api.school.SchoolYear;
import org.tsunagi.plugin.watch.domain.WatchDay.Kind;

/** All patterns of fourteen school days, and random ones, against a slow and obvious oracle. */
class WatchAgainstOracleTest {
  private static final SchoolYear YEAR = new SchoolYear(2026);
  private static final LocalDate FIRST = LocalDate.of(2026, 5, 11);
  private static final int DAYS = 14;

  /** Lists fourteen school days with their weekends, after a past of absences by turns. */
  private static List<WatchDay> days(int pattern, int before) {
    List<WatchDay> days = new ArrayList<>();
    LocalDate past = FIRST.minusDays(2L * before + 1);
    for (int i = 0; i < before; i++) {
      days.add(WatchDay.of(past.plusDays(2L * i), Kind.ABSENT));
      days.add(WatchDay.of(past.plusDays(2L * i + 1), Kind.PRESENT));
    }
    for (int i = 0; i < DAYS; i++) {
      LocalDate date = FIRST.plusDays(i + i / 5 * 2L);
      days.add(WatchDay.of(date, (pattern >> i & 1) == 1 ? Kind.ABSENT : Kind.PRESENT));
    }
    return days;
  }

  /** Says what is new on the last of some days, straight from the words of the texts. */
  private static Set<String> oracle(List<WatchDay> days) {
    Set<String> expected = new TreeSet<>();
    if (days.get(days.size() - 1).kind() != Kind.ABSENT) {
      return expected;
    }
    int run = 0;
    for (int i = days.size() - 1; i >= 0 && days.get(i).kind() != Kind.PRESENT; i--) {
      run += days.get(i).kind() == Kind.ABSENT ? 1 : 0;
    }
    if (run == 3) {
      expected.add("CONSECUTIVE_3");
    }
    if (run == 7) {
      expected.add("CONSECUTIVE_7");
    }
    if (days.stream().filter(day -> day.kind() == Kind.ABSENT).count() == 30) {
      expected.add("CUMULATIVE_30");
      expected.add("BULLYING_QUESTION");
    }
    return expected;
  }

  @Test
  void everyPatternOfFourteenDaysRaisesEachFindingOnceAndOnItsDay() {
    long raised = 0;
    for (int before : List.of(0, 16, 23, 29)) {
      for (int pattern = 0; pattern < 1 << DAYS; pattern++) {
        raised += scan(days(pattern, before), WatchSettings.DEFAULT, 2 * before);
      }
    }
    assertTrue(raised > 50_000, "findings seen: " + raised);
  }

  /** Scans day by day, as the desk does, and returns how many findings came. */
  private static int scan(List<WatchDay> days, WatchSettings settings, int from) {
    StudentWatch student = StudentWatch.of(YEAR, days);
    Set<String> told = new HashSet<>();
    int count = 0;
    for (int i = Math.max(0, from - 1); i < days.size(); i++) {
      LocalDate on = days.get(i).date();
      List<WatchFinding> found = WatchRules.find(student, settings, on);
      Set<String> keys = found.stream().map(WatchFinding::key).collect(Collectors.toSet());
      assertEquals(found.size(), keys.size(), "keys are different");
      assertTrue(keys.containsAll(told), "nothing told is forgotten");
      Set<String> fresh =
          found.stream()
              .filter(one -> !told.contains(one.key()))
              .map(one -> one.rule().name())
              .collect(Collectors.toCollection(TreeSet::new));
      if (i >= from) {
        assertEquals(oracle(days.subList(0, i + 1)), fresh, () -> on + " " + days);
        count += fresh.size();
      }
      told.addAll(keys);
    }
    return count;
  }

  @Test
  void exemptAndBlankDaysNeverRaiseAnythingWhereverTheyStand() {
    Random random = new Random(30);
    for (int round = 0; round < 3000; round++) {
      List<WatchDay> with = new ArrayList<>();
      List<WatchDay> without = new ArrayList<>();
      int pattern = random.nextInt(1 << DAYS);
      for (WatchDay day : days(pattern, 29)) {
        if (random.nextInt(3) == 0) {
          Kind kind = random.nextBoolean() ? Kind.EXEMPT : Kind.UNKNOWN;
          with.add(WatchDay.of(day.date(), kind));
        } else {
          with.add(day);
          without.add(day);
        }
      }
      LocalDate on = FIRST.plusDays(40);
      assertEquals(
          WatchRules.find(StudentWatch.of(YEAR, without), WatchSettings.DEFAULT, on),
          WatchRules.find(StudentWatch.of(YEAR, with), WatchSettings.DEFAULT, on));
      assertTrue(
          WatchRules.find(StudentWatch.of(YEAR, with), WatchSettings.DEFAULT, on).stream()
              .noneMatch(one -> onExempt(one, with)));
    }
  }

  private static boolean onExempt(WatchFinding finding, List<WatchDay> days) {
    return days.stream()
        .anyMatch(
            day ->
                (day.kind() == Kind.EXEMPT || day.kind() == Kind.UNKNOWN)
                    && (finding.raisedOn().equals(day.date())
                        || finding.dates().contains(day.date())));
  }

  @Test
  void rollingWindowsEqualASlowSumOverEveryPattern() {
    List<RollingWindow> windows = List.of(new RollingWindow(3, 5), new RollingWindow(4, 10));
    for (RollingWindow window : windows) {
      WatchSettings settings = Settings.with(Map.of("separateRoomRun", 0), window);
      int seen = 0;
      for (int pattern = 0; pattern < 1 << DAYS; pattern += 1) {
        List<WatchDay> days = days(pattern, 0);
        seen += assertRolling(days, window, settings);
      }
      assertTrue(seen > 1000, "windows seen: " + seen);
    }
  }

  @Test
  void rollingWindowsWithWeightsEqualASlowSumOnRandomDays() {
    Random random = new Random(7);
    int seen = 0;
    for (int round = 0; round < 2000; round++) {
      RollingWindow window = new RollingWindow(1 + random.nextInt(4), 4 + random.nextInt(12));
      WatchSettings settings =
          Settings.with(
              Map.of("lateWeight", 50, "earlyWeight", 30, "separateRoomWeight", 60), window);
      List<WatchDay> days = new ArrayList<>();
      for (int i = 0; i < 60; i++) {
        Kind kind = random.nextInt(3) > 0 ? Kind.PRESENT : Kind.values()[random.nextInt(6)];
        boolean present = kind == Kind.PRESENT;
        days.add(
            new WatchDay(
                FIRST.plusDays(i),
                kind,
                present && random.nextInt(6) == 0,
                present && random.nextInt(6) == 0,
                present && random.nextInt(6) == 0,
                false));
      }
      seen += assertRolling(days, window, settings);
    }
    assertTrue(seen > 1000, "windows seen: " + seen);
  }

  private static int assertRolling(
      List<WatchDay> days, RollingWindow window, WatchSettings settings) {
    List<LocalDate> expected = new ArrayList<>();
    int last = -1000;
    for (int i = 0; i < days.size(); i++) {
      int hundredths = 0;
      for (int k = Math.max(0, i - window.schoolDays() + 1); k <= i; k++) {
        hundredths += weight(days.get(k), settings);
      }
      if (hundredths >= window.days() * 100) {
        if (i - last > window.schoolDays()) {
          expected.add(days.get(i).date());
        }
        last = i;
      } else if (i - last >= window.schoolDays()) {
        last = -1000;
      }
    }
    StudentWatch student = StudentWatch.of(YEAR, days);
    List<LocalDate> found =
        WatchRules.find(student, settings, FIRST.plusDays(400)).stream()
            .filter(one -> one.rule() == WatchRule.ROLLING)
            .map(WatchFinding::raisedOn)
            .toList();
    assertEquals(expected, found, () -> window + " " + days);
    return found.size();
  }

  private static int weight(WatchDay day, WatchSettings settings) {
    if (day.kind() == Kind.ABSENT) {
      return 100;
    }
    if (day.kind() != Kind.PRESENT) {
      return 0;
    }
    int sum = day.late() ? settings.lateWeight() : 0;
    sum += day.early() ? settings.earlyWeight() : 0;
    sum += day.separateRoom() ? settings.separateRoomWeight() : 0;
    return sum > 100 ? 100 : sum;
  }
}
