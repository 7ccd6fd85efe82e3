// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.tsunagi.api.school.SchoolYear;
import org.tsunagi.plugin.register.domain.RegisterSettings.PresentOnSheet;

/**
 * The table 月別欠席状況等 and the explanation of its cells.
 *
 * <p>Basis: 児童生徒理解・支援シート（参考様式）学年別Aシート; where the texts are silent, the settings.
 */
class YearTableTest {
  private static final LocalDate TODAY = YearSketch.on(11, 20);

  /**
   * A student who left on 9 October and came back on 19 October. Weekdays: September 22, October 7
   * and 10, November up to the 20th 15. The first stay begins on 31 August, a holiday.
   */
  private static YearSketch returned() {
    return YearSketch.autumn()
        .weekdays(YearSketch.on(9, 1), YearSketch.on(9, 30))
        .stay("S1", YearSketch.on(8, 31), YearSketch.oct(9))
        .stay("S2", YearSketch.oct(19), YearSketch.on(3, 31))
        .today(TODAY)
        .grant("1")
        .grant("8")
        .grant("CREDITED_ACTIVITY")
        .mark("ABSENT_ILLNESS", YearSketch.on(9, 7), YearSketch.oct(5), YearSketch.oct(20))
        .mark("CREDITED_SUPPORT_CENTER", YearSketch.on(9, 8), YearSketch.oct(21))
        .mark("CREDITED_ICT", 22)
        .mark("LATE", 23)
        .mark("EARLY", 26, 27)
        .mark("INFIRMARY", 28)
        .mark("CREDITED_ACTIVITY", 29)
        .day(YearSketch.oct(30), "", false);
  }

  private static YearTable table(YearSketch sketch, PresentOnSheet present, LocalDate today) {
    return YearTableRule.table(new SchoolYear(2026), sketch.count().stays(), present, today);
  }

  private static String cells(YearTable.Row row) {
    String months = row.months().stream().map(YearTableTest::cell).collect(Collectors.joining(" "));
    return months + " | " + cell(row.total());
  }

  private static String cell(@Nullable Integer days) {
    return days == null ? "-" : days.toString();
  }

  private static YearTable.Row row(YearTable table, String id) {
    return table.rows().stream().filter(row -> row.id().equals(id)).findFirst().orElseThrow();
  }

  /** From April to March, and 計; a dash is a blank cell. */
  @ParameterizedTest
  @CsvSource({
    "requiredDays, - - - - 0 22 17 15 - - - - | 54",
    "attendedDays, - - - - 0 20 12 15 - - - - | 47",
    "separateRoomDays, - - - - 0 0 1 0 - - - - | 1",
    "lateCount, - - - - 0 0 1 0 - - - - | 1",
    "earlyLeaveCount, - - - - 0 0 2 0 - - - - | 2",
    "cumulativeAbsentDays, - - - - 0 2 6 6 - - - - | 6",
    "absentDaysInclCountedPresent, - - - - 0 2 4 0 - - - - | 6",
    "countedPresentTotal, - - - - 0 1 2 0 - - - - | 3",
    "countedPresent.c1, - - - - 0 1 1 0 - - - - | 2",
    "countedPresent.c2, - - - - 0 0 0 0 - - - - | 0",
    "countedPresent.c8, - - - - 0 0 1 0 - - - - | 1"
  })
  void rowsOfAStudentWhoCameBackAreAddedUpMonthByMonth(String id, String cells) {
    YearTable table = table(returned(), PresentOnSheet.AT_SCHOOL, TODAY);
    assertEquals(cells, cells(row(table, id)));
  }

  /** Decision 1: the guidance record's figure has the credited days inside. */
  @Test
  void attendedDaysAreTheGuidanceRecordsWhereTheSchoolSaysSo() {
    YearTable table = table(returned(), PresentOnSheet.GUIDANCE_RECORD, TODAY);
    YearTable.Row row = row(table, "attendedDays");
    assertEquals("- - - - 0 21 14 15 - - - - | 50", cells(row));
    assertEquals("daysPresent", row.figure());
    assertEquals("guidanceRecord", table.presentOnSheet());
    YearTable other = table(returned(), PresentOnSheet.AT_SCHOOL, TODAY);
    assertEquals("attendedDays", row(other, "attendedDays").figure());
    assertEquals("atSchool", other.presentOnSheet());
  }

  @Test
  void lineUnderTheTableGivesTheGuidanceRecordsSum() {
    YearTable table = table(returned(), PresentOnSheet.AT_SCHOOL, TODAY);
    assertEquals(
        List.of(50, 3, 1), List.of(table.daysPresent(), table.daysAbsent(), table.unknownDays()));
    assertEquals(2026, table.schoolYear());
    assertEquals(YearMonth.of(2026, 4), table.months().get(0));
  }

  @Test
  void rowsStandInTheFormsOrderUnderItsWords() {
    List<String> labels =
        table(returned(), PresentOnSheet.AT_SCHOOL, TODAY).rows().stream()
            .map(YearTable.Row::label)
            .toList();
    assertEquals(
        List.of(
            "出席しなければならない日数",
            "出席日数",
            "別室登校",
            "遅刻",
            "早退",
            "累積欠席日数",
            "欠席日数（出席扱いを含む）",
            "指導要録上の出席扱い",
            "①教育支援センター",
            "②教育委員会所管の機関",
            "③児童相談所・福祉事務所",
            "④保健所、精神保健福祉センター",
            "⑤病院、診療所",
            "⑥民間団体、民間施設",
            "⑦その他の機関等",
            "⑧IT等の活用"),
        labels);
  }

  /** 累積欠席日数 runs on over a month at no school; its 計 is the last value. */
  @Test
  void runningSumRunsOnOverAGap() {
    YearSketch sketch =
        YearSketch.empty()
            .weekdays(YearSketch.on(4, 1), YearSketch.on(7, 31))
            .stay("S1", YearSketch.on(4, 1), YearSketch.on(4, 30))
            .stay("S2", YearSketch.on(6, 1), YearSketch.on(7, 1))
            .mark("ABSENT_ILLNESS", YearSketch.on(4, 7), YearSketch.on(4, 8), YearSketch.on(6, 3));
    YearTable table = table(sketch, PresentOnSheet.AT_SCHOOL, YearSketch.on(3, 31));
    YearTable.Row row = row(table, "cumulativeAbsentDays");
    assertEquals("2 - 3 3 - - - - - - - - | 3", cells(row));
    assertEquals("22 - 22 1 - - - - - - - - | 45", cells(row(table, "requiredDays")));
  }

  @Test
  void yearBeforeItsFirstMonthIsBlank() {
    YearTable table = table(returned(), PresentOnSheet.AT_SCHOOL, YearSketch.on(7, 31));
    for (YearTable.Row row : table.rows()) {
      assertEquals(Collections.nCopies(12, null), row.months());
      assertEquals(null, row.total());
    }
    assertEquals(0, table.daysPresent() + table.daysAbsent() + table.unknownDays());
  }

  /** Also a month without lessons yet, as April until the entrance ceremony. */
  @ParameterizedTest
  @EnumSource(PresentOnSheet.class)
  void everyCellThatShowsANumberIsExplainedWithIt(PresentOnSheet present) {
    YearSketch early =
        YearSketch.october().today(YearSketch.on(4, 3)).stay("S", YearSketch.on(4, 1), TODAY);
    assertExplained(early, present, YearSketch.on(4, 3));
    assertExplained(returned(), present, TODAY);
    YearSketch unplanned = YearSketch.october().mark("ABSENT_ILLNESS", 5, 6);
    assertExplained(unplanned, present, YearSketch.on(1, 8));
    YearSketch gone = YearSketch.october().mark("ABSENT_ILLNESS", 5);
    assertExplained(gone.stay("S", YearSketch.oct(1), YearSketch.on(11, 1)), present, TODAY);
  }

  private static void assertExplained(YearSketch sketch, PresentOnSheet present, LocalDate today) {
    List<StayCount> stays = sketch.count().stays();
    YearTable table = YearTableRule.table(new SchoolYear(2026), stays, present, today);
    int explained = 0;
    for (YearTable.Row row : table.rows()) {
      for (int i = 0; i < 12; i++) {
        Integer cell = row.months().get(i);
        if (cell != null) {
          Optional<YearMonth> month = Optional.of(table.months().get(i));
          explained++;
          assertEquals(
              Optional.of(cell),
              SheetExplanation.explain(stays, month, row.figure()).map(Explanation::total),
              row.id() + " " + month);
        }
      }
      assertEquals(
          Optional.ofNullable(row.total()),
          SheetExplanation.explain(stays, Optional.empty(), row.figure()).map(Explanation::total),
          row.id());
    }
    assertTrue(explained >= 16, "cells that hold a number: " + explained);
  }
}
