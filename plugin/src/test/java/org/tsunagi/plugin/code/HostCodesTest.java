// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.code;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tsunagi.api.attendance.HostCode;

class HostCodesTest {
  private final List<HostCode> codes = HostCodes.list(new ShippedCodes().catalogue(), 2026);

  @Test
  void everyCodeHasAShortNameOfItsOwn() {
    Set<String> names = new HashSet<>();
    for (HostCode code : codes) {
      assertTrue(names.add(code.shortName()), code.shortName());
      assertTrue(code.shortName().codePointCount(0, code.shortName().length()) <= 10);
    }
    assertTrue(names.size() > 30);
  }

  @Test
  void onlyAbsencesAreAbsentForTheHost() {
    List<String> absent =
        codes.stream()
            .filter(code -> code.state() == HostCode.State.ABSENT)
            .map(HostCode::id)
            .sorted()
            .toList();
    assertEquals(List.of("ABSENT_ILLNESS", "ABSENT_OTHER", "ABSENT_UNKNOWN"), absent);
  }
}
