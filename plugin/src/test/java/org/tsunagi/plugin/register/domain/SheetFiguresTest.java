// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tsunagi.api.school.SchoolYear;
import org.tsunagi.plugin.register.domain.RegisterSettings.PresentOnSheet;

/** The sheet's figures, G-002-02, G-002-03, G-002-05 and G-002-06, with the cases' own numbers. */
class SheetFiguresTest {
  private static final List<Integer> MONTHS = List.of(4, 5, 6, 7, 8, 9, 10, 11, 12, 1, 2, 3);
  private static final Map<String, String> CODES =
      Map.of(
          "1", "CREDITED_SUPPORT_CENTER",
          "2", "CREDITED_BOARD_FACILITY",
          "3", "CREDITED_CHILD_GUIDANCE",
          "4", "CREDITED_HEALTH_CENTER",
          "5", "CREDITED_HOSPITAL",
          "6", "CREDITED_PRIVATE",
          "7", "CREDITED_OTHER_FACILITY",
          "8", "CREDITED_ICT");

  /** Fills a month's first weekdays with marks; a blank is plain presence. */
  private static void month(YearSketch sketch, int month, List<String> codes) {
    LocalDate date = YearSketch.on(month, 1);
    for (String code : codes) {
      while (date.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0) {
        date = date.plusDays(1);
      }
      assertEquals(month, date.getMonthValue(), "too many days");
      sketch.day(date, "", true);
      if (!code.isEmpty()) {
        sketch.mark(code, date);
      }
      date = date.plusDays(1);
    }
  }

  private static YearSketch sketch() {
    YearSketch sketch =
        YearSketch.empty()
            .room("2-1", true)
            .room("2-2", true)
            .stay("S", YearSketch.on(4, 1), YearSketch.on(3, 31))
            .today(YearSketch.on(3, 31));
    CODES.keySet().forEach(sketch::grant);
    return sketch;
  }

  private static List<String> many(Object... counts) {
    List<String> codes = new ArrayList<>();
    for (int i = 0; i < counts.length; i += 2) {
      codes.addAll(Collections.nCopies((int) counts[i + 1], (String) counts[i]));
    }
    return codes;
  }

  private static YearTable table(YearSketch sketch, PresentOnSheet present) {
    return YearTableRule.table(
        new SchoolYear(2026), sketch.count().stays(), present, YearSketch.on(3, 31));
  }

  private static YearTable.Row row(YearTable table, String id) {
    return table.rows().stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
  }

  private static int total(YearTable table, String id) {
    return java.util.Objects.requireNonNull(row(table, id).total());
  }

  @Test
  void aMonthOfEveryKindOfDay() {
    YearSketch sketch = sketch();
    month(
        sketch,
        6,
        many(
            "ABSENT_OTHER",
            3,
            CODES.get("1"),
            2,
            CODES.get("8"),
            1,
            "SUSPENSION_INFECTION",
            1,
            "SEPARATE_ROOM",
            4,
            "LATE",
            2,
            "EARLY",
            1,
            "LATE_EARLY",
            1,
            "",
            6));
    YearTable table = table(sketch, PresentOnSheet.GUIDANCE_RECORD);
    assertEquals(
        List.of(20, 17, 4, 3, 2, 6, 3, 2, 1),
        Stream.of(
                "requiredDays",
                "attendedDays",
                "separateRoomDays",
                "lateCount",
                "earlyLeaveCount",
                "absentDaysInclCountedPresent",
                "countedPresentTotal",
                "countedPresent.c1",
                "countedPresent.c8")
            .map(id -> row(table, id).months().get(2))
            .toList());
    assertEquals(List.of(17, 3), List.of(table.daysPresent(), table.daysAbsent()));
  }

  @Test
  void aYearWithItsRunningSumWhoseTotalIsTheLastValue() {
    int[] lessons = {17, 20, 21, 14, 4, 20, 21, 20, 17, 18, 18, 15};
    int[] away = {1, 3, 6, 5, 2, 12, 15, 14, 10, 8, 6, 3};
    String[] rows = {
      "", "", "", "", "", "11", "111166", "11111688", "1111188", "111111", "11115", "111"
    };
    YearSketch sketch = sketch();
    for (int i = 0; i < 12; i++) {
      List<String> codes = new ArrayList<>();
      for (char kind : rows[i].toCharArray()) {
        codes.add(CODES.get(String.valueOf(kind)));
      }
      codes.addAll(Collections.nCopies(away[i] - rows[i].length(), "ABSENT_OTHER"));
      codes.addAll(Collections.nCopies(i == 9 ? 2 : 0, "SUSPENSION_INFECTION"));
      codes.addAll(Collections.nCopies(lessons[i] - codes.size(), ""));
      month(sketch, MONTHS.get(i), codes);
    }
    YearTable table = table(sketch, PresentOnSheet.GUIDANCE_RECORD);
    assertEquals(
        List.of(17, 20, 21, 14, 4, 20, 21, 20, 17, 16, 18, 15),
        row(table, "requiredDays").months());
    assertEquals(
        List.of(16, 17, 15, 9, 2, 10, 12, 14, 14, 14, 17, 15), row(table, "attendedDays").months());
    assertEquals(
        List.of(1, 4, 10, 15, 17, 29, 44, 58, 68, 76, 82, 85),
        row(table, "cumulativeAbsentDays").months());
    assertEquals(
        List.of(0, 0, 0, 0, 0, 2, 6, 8, 7, 6, 5, 3), row(table, "countedPresentTotal").months());
    assertEquals(
        List.of(203, 155, 85, 85, 37),
        Stream.of(
                "requiredDays",
                "attendedDays",
                "absentDaysInclCountedPresent",
                "cumulativeAbsentDays",
                "countedPresentTotal")
            .map(id -> total(table, id))
            .toList());
    List<Integer> kinds = new ArrayList<>();
    for (int kind = 1; kind <= 8; kind++) {
      kinds.add(total(table, "countedPresent.c" + kind));
    }
    assertEquals(List.of(29, 0, 0, 0, 1, 3, 0, 4), kinds);
    assertEquals(List.of(155, 48), List.of(table.daysPresent(), table.daysAbsent()));
  }

  /** 200 required days, 120 at school, 50 absent, 30 credited. */
  @ParameterizedTest
  @CsvSource({"GUIDANCE_RECORD, 150", "AT_SCHOOL, 120"})
  void bothReadingsOfDaysPresentKeepTheirOwnSum(PresentOnSheet present, int attended) {
    YearSketch sketch = sketch();
    List<String> all = many("", 120, "ABSENT_ILLNESS", 50, CODES.get("1"), 30);
    Collections.shuffle(all, new Random(6));
    for (int i = 0; i < 12; i++) {
      month(sketch, MONTHS.get(i), all.subList(i * 200 / 12, (i + 1) * 200 / 12));
    }
    YearTable table = table(sketch, present);
    assertEquals(200, total(table, "requiredDays"));
    assertEquals(attended, total(table, "attendedDays"));
    assertEquals(80, total(table, "absentDaysInclCountedPresent"));
    assertEquals(30, total(table, "countedPresentTotal"));
    assertEquals(List.of(150, 50), List.of(table.daysPresent(), table.daysAbsent()));
  }

  /** One day stands in one row, whichever of the eight kinds of place it was. */
  @Test
  void everyKindOfPlaceHasItsOwnRowAndOtherRoomsHaveNone() {
    CODES.forEach(
        (kind, code) -> {
          YearSketch sketch = sketch();
          month(sketch, 6, many(code, 1, "INFIRMARY", 1, "SEPARATE_ROOM", 1));
          YearTable table = table(sketch, PresentOnSheet.AT_SCHOOL);
          assertEquals(1, total(table, "countedPresentTotal"), code);
          for (int other = 1; other <= 8; other++) {
            int expected = kind.equals(String.valueOf(other)) ? 1 : 0;
            assertEquals(expected, total(table, "countedPresent.c" + other), code);
          }
          assertEquals(2, total(table, "separateRoomDays"), code);
          assertEquals(2, total(table, "attendedDays"), code);
        });
  }

  /** On any year: the columns add up in the way of their reading, and 累積 never sums twice. */
  @Test
  void randomYearsKeepTheIdentitiesOfTheForm() {
    Random random = new Random(20261121);
    List<String> kinds = new ArrayList<>(CODES.values());
    kinds.addAll(
        List.of(
            "",
            "",
            "",
            "",
            "ABSENT_ILLNESS",
            "ABSENT_OTHER",
            "LATE",
            "SEPARATE_ROOM",
            "SUSPENSION_INFECTION",
            "BEREAVEMENT"));
    for (int round = 0; round < 40; round++) {
      YearSketch sketch = sketch();
      for (int month : MONTHS) {
        List<String> codes = new ArrayList<>();
        for (int i = 0; i < random.nextInt(18); i++) {
          codes.add(kinds.get(random.nextInt(kinds.size())));
        }
        month(sketch, month, codes);
      }
      YearTable record = table(sketch, PresentOnSheet.GUIDANCE_RECORD);
      YearTable school = table(sketch, PresentOnSheet.AT_SCHOOL);
      int required = total(record, "requiredDays");
      int away = total(record, "absentDaysInclCountedPresent");
      int credited = total(record, "countedPresentTotal");
      assertEquals(required, total(record, "attendedDays") + away - credited);
      assertEquals(required, total(school, "attendedDays") + away);
      assertEquals(record.daysAbsent(), away - credited);
      assertEquals(away, total(record, "cumulativeAbsentDays"));
    }
  }
}
