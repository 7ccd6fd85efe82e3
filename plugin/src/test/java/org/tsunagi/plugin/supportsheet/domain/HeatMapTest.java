// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.supportsheet.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HeatMapTest {
  private static final LocalDate FIRST = LocalDate.of(2026, 4, 1);
  private static final LocalDate LAST = LocalDate.of(2027, 3, 31);

  @Test
  void aYearHasAColumnForEveryWeekAndASquareForEveryWeekday() {
    HeatMap map = HeatMap.of(FIRST, LAST, List.of(), LocalDate.of(2026, 11, 20));
    assertEquals(53, map.columns());
    assertEquals(261, map.squares().size());
    assertTrue(map.squares().stream().allMatch(square -> square.family().equals("none")));
  }

  @Test
  void rowsAreMondayToFridayUnlessASaturdayIsASchoolDay() {
    assertEquals(5, HeatMap.of(FIRST, LAST, List.of(), FIRST).rows().size());
    HeatMap map = HeatMap.of(FIRST, LAST, List.of(present("2026-05-16")), LAST);
    assertEquals(DayOfWeek.SATURDAY, map.rows().get(5));
    assertEquals(6, map.rows().size());
  }

  @Test
  void aDayStandsInItsWeekAndRow() {
    HeatMap map = HeatMap.of(FIRST, LAST, List.of(absent("2026-04-09")), LAST);
    HeatMap.Square square =
        map.squares().stream().filter(one -> one.family().equals("abs")).findFirst().orElseThrow();
    assertEquals(1, square.column());
    assertEquals(3, square.row());
    assertEquals("病", square.glyph());
  }

  @Test
  void daysToComeShowNoMark() {
    HeatMap map =
        HeatMap.of(FIRST, LAST, List.of(absent("2026-11-24")), LocalDate.of(2026, 11, 20));
    assertEquals(1, map.squares().stream().filter(s -> s.family().equals("future")).count());
    assertEquals(Map.of(), map.counts());
  }

  @Test
  void todayIsMarkedOnlyWithinTheYear() {
    assertEquals(Optional.of(0), HeatMap.of(FIRST, LAST, List.of(), FIRST).todayColumn());
    assertEquals(
        Optional.empty(), HeatMap.of(FIRST, LAST, List.of(), LAST.plusDays(1)).todayColumn());
  }

  @Test
  void monthsStandAboveTheirFirstWeekday() {
    HeatMap map = HeatMap.of(FIRST, LAST, List.of(), LAST);
    assertEquals(12, map.months().size());
    assertEquals(new HeatMap.Month(4, 0), map.months().get(0));
    // 1 August 2026 is a Saturday, so August begins in the week of the 3rd.
    assertEquals(new HeatMap.Month(8, 18), map.months().get(4));
  }

  @Test
  void countsAreInWordsTheMostFrequentFirst() {
    List<HeatMap.Day> days =
        List.of(absent("2026-04-08"), present("2026-04-09"), present("2026-04-10"));
    HeatMap map = HeatMap.of(FIRST, LAST, days, LAST);
    assertEquals(List.of("出席", "病気"), List.copyOf(map.counts().keySet()));
    assertEquals(2, map.counts().get("出席"));
  }

  private static HeatMap.Day present(String date) {
    return new HeatMap.Day(LocalDate.parse(date), "・", "in", "出席");
  }

  private static HeatMap.Day absent(String date) {
    return new HeatMap.Day(LocalDate.parse(date), "病", "abs", "病気");
  }
}
