// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tsunagi.api.school.SchoolYear;
import org.tsunagi.plugin.shared.DayEntry.Fault;

/** How days are typed. */
class DayEntryTest {
  private static final SchoolYear YEAR = new SchoolYear(2026);

  @ParameterizedTest
  @CsvSource({
    "2026-11-20, 2026-11-20",
    "2026/11/20, 2026-11-20",
    "2026年11月20日, 2026-11-20",
    "西暦2026年11月20日, 2026-11-20",
    "令和8年11月20日, 2026-11-20",
    "令和 8年 11月 20日, 2026-11-20",
    "R8.11.20, 2026-11-20",
    "r8/11/20, 2026-11-20",
    "R08-11-20, 2026-11-20",
    "Ｒ８．１１．２０, 2026-11-20",
    "令和元年5月1日, 2019-05-01",
    "R1.5.1, 2019-05-01",
    "H31.4.30, 2019-04-30",
    "平成元年1月8日, 1989-01-08",
    "S64.1.7, 1989-01-07",
    "大正15年12月24日, 1926-12-24",
    "昭和元年12月25日, 1926-12-25",
    "2028-02-29, 2028-02-29",
    "11/20, 2026-11-20",
    "4月1日, 2026-04-01",
    "3/31, 2027-03-31"
  })
  void aDayIsReadHoweverItIsWritten(String text, LocalDate day) {
    assertEquals(new DayEntry(Optional.of(day), Fault.NONE, Optional.empty()), read(text));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-02-29, NO_SUCH_DAY",
    "R8.2.30, NO_SUCH_DAY",
    "2026-13-01, NO_SUCH_DAY",
    "2026-00-10, NO_SUCH_DAY",
    "4/31, NO_SUCH_DAY",
    "R0.1.1, ERA",
    "令和0年5月1日, ERA",
    "平成32年1月1日, ERA",
    "来週, SHAPE",
    "'', SHAPE",
    "2026, SHAPE",
    "8.11.20, SHAPE",
    "226-11-20, SHAPE",
    "X8.11.20, SHAPE",
    "2026-11-20T10:00, SHAPE"
  })
  void whatIsNoDayIsToldWithTheReason(String text, Fault fault) {
    assertEquals(fault, read(text).fault());
    assertEquals(Optional.empty(), read(text).day());
  }

  @Test
  void aDayOutsideItsEraIsToldWithTheDayThatWasMeant() {
    assertEquals(Optional.of(LocalDate.of(2019, 5, 1)), read("平成31年5月1日").meant());
    assertEquals(Optional.of(LocalDate.of(2019, 4, 30)), read("R1.4.30").meant());
    assertEquals(Optional.of(LocalDate.of(2026, 11, 20)), read("H38.11.20").meant());
  }

  @Test
  void everyDayOfACenturyIsReadAsItIsPrinted() {
    for (LocalDate day = LocalDate.of(1927, 1, 1); day.getYear() < 2030; day = day.plusDays(1)) {
      String printed = JapaneseDates.full(day, java.util.Locale.JAPANESE);
      assertEquals(Optional.of(day), read(printed).day(), printed);
    }
  }

  private static DayEntry read(String text) {
    return DayEntry.of(text, YEAR);
  }
}
