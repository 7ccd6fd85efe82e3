// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.register.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tsunagi.plugin.register.domain.RegisterSettings.PresentOnSheet;

/** What a school decides about its register where the texts are silent. */
class RegisterSettingsTest {
  private static RegisterSettings of(String name, String value) {
    return RegisterSettings.of(Map.of(name, value));
  }

  @Test
  void whatIsNotSetHasItsDefault() {
    assertEquals(RegisterSettings.DEFAULT, RegisterSettings.of(Map.of()));
    assertEquals(0, RegisterSettings.DEFAULT.openMonths());
    assertEquals(PresentOnSheet.AT_SCHOOL, RegisterSettings.DEFAULT.presentOnSheet());
    assertFalse(RegisterSettings.DEFAULT.acceptancesAsked());
  }

  @Test
  void valuesAreReadByTheirNames() {
    assertEquals(3, of("register.openMonths", "3").openMonths());
    assertEquals(
        PresentOnSheet.GUIDANCE_RECORD,
        of("sheetA.daysPresent", "guidanceRecord").presentOnSheet());
    assertEquals(PresentOnSheet.AT_SCHOOL, of("sheetA.daysPresent", "atSchool").presentOnSheet());
    assertTrue(of("register.acceptancesAsked", "true").acceptancesAsked());
    assertFalse(of("register.acceptancesAsked", "false").acceptancesAsked());
  }

  @ParameterizedTest
  @CsvSource({
    "register.openMonths, -1",
    "register.openMonths, 13",
    "register.openMonths, two",
    "sheetA.daysPresent, both"
  })
  void valueThatIsNotAllowedIsRefused(String name, String value) {
    assertThrows(IllegalArgumentException.class, () -> of(name, value));
  }

  /** Today is 20 November; a month that is open may still be mended without a reason. */
  @ParameterizedTest
  @CsvSource({
    "0, 2026-10, true",
    "0, 2026-11, false",
    "0, 2026-12, false",
    "1, 2026-09, true",
    "1, 2026-10, false",
    "12, 2025-10, true",
    "12, 2025-11, false"
  })
  void monthsBeforeTheOpenOnesAreLocked(int open, YearMonth month, boolean locked) {
    RegisterSettings settings = of("register.openMonths", Integer.toString(open));
    assertEquals(locked, settings.locks(month, LocalDate.of(2026, 11, 20)));
  }
}
