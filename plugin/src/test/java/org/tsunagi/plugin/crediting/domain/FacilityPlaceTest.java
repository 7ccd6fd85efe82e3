// SPDX-License-Identifier: Apache-2.0
package org.tsunagi.plugin.crediting.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * How 備考 names the place of a facility.
 *
 * <p>Basis: 指導要録の手引 Q11 (施設名と所在市町名、県外の施設の場合は都道府県名).
 */
class FacilityPlaceTest {
  @ParameterizedTest
  @CsvSource({
    "栃木県, □□町, 栃木県, □□町",
    "東京都, △△区, 栃木県, 東京都",
    "東京都, △△区, '', △△区",
    "'', △△区, 栃木県, △△区",
    "'', '', 栃木県, ''"
  })
  void placeIsTheTownAtHomeAndThePrefectureElsewhere(
      String prefecture, String municipality, String home, String place) {
    Facility facility = new Facility("F", "6", prefecture, municipality, "△△スクール");
    assertEquals(place, FacilityRule.place(facility, home));
  }
}
