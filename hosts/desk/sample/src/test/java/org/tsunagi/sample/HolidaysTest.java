// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HolidaysTest {
  @ParameterizedTest
  @CsvSource({
    "2025-01-13, 成人の日",
    "2025-02-24, 振替休日",
    "2025-05-06, 振替休日",
    "2025-07-21, 海の日",
    "2025-09-23, 秋分の日",
    "2025-11-24, 振替休日",
    "2026-03-20, 春分の日",
    "2026-05-06, 振替休日",
    "2026-09-21, 敬老の日",
    "2026-09-22, 国民の休日",
    "2026-09-23, 秋分の日",
    "2026-10-12, スポーツの日",
    "2027-03-22, 振替休日",
    "2028-09-22, 秋分の日",
  })
  void holidaysFallOnThePublishedDays(LocalDate date, String name) {
    assertEquals(name, Holidays.in(date.getYear()).get(date));
  }

  @Test
  void anOrdinaryMondayIsNoHoliday() {
    assertNull(Holidays.in(2026).get(LocalDate.of(2026, 10, 5)));
    assertEquals(18, Holidays.in(2026).size());
  }

  @Test
  void yearsWithOtherLawsAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> Holidays.in(2020));
  }
}
